import type { Socket } from 'node:net';

/**
 * Answers bytes that are not HTTP, headers that are too long, and callers that are too slow. There
 * is no request yet, so the answer is written by hand and the connection ends.
 */
export function answerBrokenHttp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, reason, detail } = answerByCode[error.code ?? ''] ?? unreadable;
  const body = JSON.stringify({ type: 'about:blank', status, code: 'BAD_REQUEST', detail });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const unreadable = { status: 400, reason: 'Bad Request', detail: 'This is not a request in HTTP.' };

const answerByCode: Readonly<Record<string, typeof unreadable>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    detail: 'The headers or the address are too long. Send long queries by POST.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    detail: 'The request did not arrive in time.',
  },
};
