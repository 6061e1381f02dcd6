import { Fault, Refusal, type ErrorCode, type RefusalCode } from '@linju/kit';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { faultTexts } from '../answer/fault-texts.js';
import { requestIdHeader } from './request-id.js';
import { statusOfCode } from './status-of-code.js';

interface Problem {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
}

/**
 * Answers what went wrong outside of the graph as a problem (RFC 9457), with a code of the closed
 * list. The original of what is not a refusal goes to the log under the request's id.
 */
export function problemHandler(log: Logger) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(inOurWords(error));
    if (problem.status >= 500) log.error({ err: error, requestId: request.id }, 'request failed');
    return sendProblem(reply, request.id, problem);
  };
}

/**
 * Answers addresses that cannot be read. They reach no route and no hook, so what hooks add to other
 * answers is added here.
 */
export function answerUnreadableAddress(log: Logger) {
  const answer = problemHandler(log);
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    log.info({ requestId: request.id, status: 400 }, 'answered an address that cannot be read');
    reply.headers({ [requestIdHeader]: request.id, 'cache-control': 'no-store' });
    void answer(unreadableAddress, request, reply);
  };
}

const unreadableAddress = new Refusal('BAD_ENCODING', {
  message: 'The address holds escapes that are not UTF-8.',
});

/** Answers for addresses where there is nothing. */
export const nothingHere = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(reply, request.id, {
    status: 404,
    code: 'NOT_FOUND',
    detail: 'There is nothing at this address. The graph is at /graphql; see / for the others.',
  });

/** What fastify and its plugins refuse by themselves, as a refusal of ours; all else as it was. */
export function inOurWords(error: unknown): unknown {
  if (error instanceof Refusal || error instanceof Fault || !(error instanceof Error)) return error;
  const said = wordsByStatus[(error as Partial<FastifyError>).statusCode ?? 0];
  return said ? new Refusal(said.code, { message: said.message }) : error;
}

function sendProblem(reply: FastifyReply, requestId: string, problem: Problem) {
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', ...problem, requestId }));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    return { status: statusOfCode(error.code) ?? 400, code: error.code, detail: error.message };
  }
  const code = error instanceof Fault ? error.code : 'INTERNAL';
  return { status: statusOfCode(code) ?? 500, code, detail: faultTexts[code] };
}

const wordsByStatus: Readonly<Record<number, { code: RefusalCode; message: string }>> = {
  400: { code: 'BAD_REQUEST', message: 'The request cannot be read.' },
  403: { code: 'NOT_AUTHORISED', message: 'This is not open to you.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  413: { code: 'PAYLOAD_TOO_LARGE', message: 'The body is too large.' },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send Content-Type: application/json, written just like that.',
  },
};
