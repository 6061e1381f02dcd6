import type { FastifyInstance } from 'fastify';

import type { StaticFolder } from './static-folders.js';

/** A plain page at `/` that lists the addresses, for whoever opens the host in a browser. */
export function addHomePage(server: FastifyInstance, folders: readonly StaticFolder[]): void {
  const page = homePage([
    ...folders.map(({ path, title }) => ({ path: `${path}/`, title })),
    { path: '/graphql', title: 'the graph, for programs: POST {"query": "…"}, or GET ?query=…' },
    { path: '/health/live', title: 'whether the process runs' },
    { path: '/health/ready', title: 'whether every part answers' },
  ]);
  server.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(page));
}

interface Address {
  readonly path: string;
  readonly title: string;
}

const homePage = (addresses: readonly Address[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>linju 邻聚</title></head>
<body>
<h1>linju 邻聚</h1>
<p>One graph over the governance data of city districts.</p>
<ul>
${addresses.map(({ path, title }) => `<li><a href="${path}">${path}</a> ${title}</li>`).join('\n')}
</ul>
</body>
</html>
`;
