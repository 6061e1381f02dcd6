import type { Words } from './words.js';

/** English words of the playground. */
export const en: Words = {
  title: '邻聚 linju · Playground',
  page: 'Playground',
  health: 'Service status',
  whereDocs: 'Docs: the first icon on the left',
  chooseLanguage: 'Language of the page',
  noAnswerYet: 'No answer yet. Press Ctrl+Enter or “▶” to run the query on the left.',
  unreachable: 'The graph cannot be reached',
  noConnection:
    'The request to /graphql got no answer: the service may not be running, may be restarting, or the network is down.',
  notGraphql: ({ status, contentType }) =>
    `/graphql answered, but not as the graph does (HTTP ${status}, ${contentType || 'no content type'}): a proxy may have stopped the request, or the service is not ready yet.`,
  remedies: [
    'Look at the terminal that runs linju: it is ready once it prints “linju ready”. If it is not running, run npm start.',
    'Open “Service status” above (/health/ready) to see which part is not ready.',
    'If you come through a proxy, make sure that it passes /graphql on to linju unchanged.',
  ],
  tryAgain: 'Try again',
  headersRefused: (reason) =>
    `Request not sent: the browser refuses a header in the Headers editor. Names take letters, digits and hyphens; values take no Chinese characters. (${reason})`,
  lastTried: (at) => `Last tried: ${at.toLocaleTimeString('en-GB')}`,
};
