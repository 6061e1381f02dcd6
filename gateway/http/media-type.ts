import { refuse } from '@linju/kit';
import type { IncomingHttpHeaders } from 'node:http';

// An exact match and nothing else. Parsers that trim, lower-case or stop at the first oddity have
// let `text/plain` bodies through as JSON, past the preflight that a browser owes (advisories on
// fastify, mercurius and Apollo Server). Other charsets would be decoded as UTF-8 and so altered.
const acceptable = /^application\/json(; ?charset=(utf-8|UTF-8|"utf-8"))?$/;

/**
 * Passes a JSON body in UTF-8 that is not compressed.
 *
 * Compressed bodies are refused rather than inflated: a body of at most 1 MB gains little, and ten
 * kilobytes can inflate to any size.
 * @throws Refusal UNSUPPORTED_MEDIA_TYPE
 */
export function requireJsonBody(headers: IncomingHttpHeaders): void {
  requireExactJson(headers['content-type'] ?? '');
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return;
  refuse('UNSUPPORTED_MEDIA_TYPE', {
    message:
      'Compressed bodies are not accepted. Send the JSON as it is, without Content-Encoding.',
  });
}

/**
 * A GET has no body; a content type on one is accepted only if it is JSON's.
 * @throws Refusal UNSUPPORTED_MEDIA_TYPE
 */
export function requireNoOddType(headers: IncomingHttpHeaders): void {
  const type = headers['content-type'];
  if (type !== undefined) requireExactJson(type);
}

function requireExactJson(type: string): void {
  if (acceptable.test(type)) return;
  refuse('UNSUPPORTED_MEDIA_TYPE', {
    message:
      'Send Content-Type: application/json, or application/json; charset=utf-8, written just like that.',
  });
}
