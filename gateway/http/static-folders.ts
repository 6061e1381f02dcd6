import { existsSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

import { pageContentSecurityPolicy } from './security-headers.js';

/** A folder of built pages to serve. */
export interface StaticFolder {
  /** `/playground`: one step, without a slash at its end. */
  readonly path: string;
  /** Absolute; holds an index.html. */
  readonly folder: string;
  /** What the page is called on the list of addresses. */
  readonly title: string;
}

const yearSeconds = 31_536_000;

/**
 * Serves built pages. Names under `assets/` carry a hash of their content and may be kept for ever;
 * everything else is asked for anew each time.
 * @throws Error when a folder has no index.html: it has not been built
 */
export async function addStaticFolders(
  server: FastifyInstance,
  folders: readonly StaticFolder[],
): Promise<void> {
  for (const [index, { path, folder }] of folders.entries()) {
    requireBuilt(path, folder);
    server.get(path, (_, reply) => reply.redirect(`${path}/`, 308));
    await server.register(fastifyStatic, {
      root: folder,
      prefix: `${path}/`,
      decorateReply: index === 0,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (response, file) => {
        for (const [name, value] of pageHeaders(file)) response.setHeader(name, value);
      },
    });
  }
}

function pageHeaders(file: string): readonly (readonly [string, string])[] {
  const isHashed = /[\\/]assets[\\/][^\\/]+$/.test(file);
  return [
    ['content-security-policy', pageContentSecurityPolicy],
    ['cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache'],
  ];
}

function requireBuilt(path: string, folder: string): void {
  if (existsSync(join(folder, 'index.html'))) return;
  throw new Error(
    `The pages for ${path} are not built: ${folder} has no index.html. Run npm run build.`,
  );
}
