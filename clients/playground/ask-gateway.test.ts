import { afterEach, expect, test, vi } from 'vitest';
import { askGateway } from './ask-gateway.js';

const operation = { query: '{ districts { code } }' };

afterEach(() => vi.unstubAllGlobals());

test('a request goes to our own origin only, with the header another origin cannot send', async () => {
  const requests = answerWith(() => Response.json({ data: null }));
  await askGateway({ operation });
  expect(requests).toEqual([
    {
      address: '/graphql',
      method: 'POST',
      mode: 'same-origin',
      headers: {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
        'x-linju-client': 'playground',
      },
      body: JSON.stringify(operation),
    },
  ]);
});

test('headers a person types are sent, but never in place of ours', async () => {
  const requests = answerWith(() => Response.json({ data: null }));
  const headers = {
    authorization: 'Bearer t',
    'X-Linju-Client': 'other',
    'Content-Type': 'text/plain',
  };
  await askGateway({ operation, headers });
  expect(requests[0]?.headers).toEqual({
    accept: 'application/graphql-response+json, application/json;q=0.9',
    authorization: 'Bearer t',
    'content-type': 'application/json',
    'x-linju-client': 'playground',
  });
});

test('a header the browser refuses is told, and nothing is sent', async () => {
  const requests = answerWith(() => Response.json({ data: null }));
  const outcome = await askGateway({ operation, headers: { 'x-name': '荷塘' } });
  expect(outcome).toEqual({ kind: 'HEADERS_REFUSED', reason: expect.any(String) as string });
  expect(requests).toEqual([]);
});

test('data and coded refusals alike are answers of the graph', async () => {
  const refusal = { errors: [{ message: 'too deep', extensions: { code: 'TOO_DEEP' } }] };
  answerWith(() => Response.json(refusal, { status: 400 }));
  expect(await askGateway({ operation })).toEqual({ kind: 'ANSWER', answer: refusal });
});

test.each([
  ['a page of a proxy', '<h1>Bad gateway</h1>', 'text/html'],
  ['JSON that is no GraphQL answer', '{"status":"starting"}', 'application/json'],
  ['an answer cut short', '{"data":{"districts":[', 'application/json'],
  ['nothing', '', 'text/plain'],
])('%s is not taken for an answer of the graph', async (_what, body, contentType) => {
  answerWith(() => new Response(body, { status: 502, headers: { 'content-type': contentType } }));
  expect(await askGateway({ operation })).toEqual({
    kind: 'NOT_GRAPHQL',
    status: 502,
    contentType,
  });
});

test('a gateway that is not there is told apart from one that answers wrongly', async () => {
  answerWith(() => {
    throw new TypeError('Failed to fetch');
  });
  expect(await askGateway({ operation })).toEqual({ kind: 'NO_CONNECTION' });
});

// Stands in for the browser's network, and writes down what would have left the page.
function answerWith(answer: () => Response): readonly Sent[] {
  const requests: Sent[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    requests.push({ address, ...init, headers: Object.fromEntries(init.headers as Headers) });
    return answer();
  });
  return requests;
}

type Sent = Omit<RequestInit, 'headers'> & {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
};
