import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

import { preflightHeaders } from './csrf.js';
import { requestIdHeader } from './request-id.js';

const preflightKeptSeconds = 600;

/**
 * Lets pages of the given origins ask. Without any, no header of CORS is sent and browsers keep to
 * our own pages. Credentials are never allowed: a token is sent by the page, not by the browser.
 */
export async function addCors(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['content-type', 'authorization', requestIdHeader, ...preflightHeaders],
    exposedHeaders: [requestIdHeader],
    credentials: false,
    maxAge: preflightKeptSeconds,
    // A foreign origin's preflight gets no permission; it is not an error of ours.
    strictPreflight: false,
  });
}
