import type { Readable } from 'node:stream';

import { Refusal, refuse } from '../errors.js';

/**
 * Reads a whole body, and stops at the limit: what lies beyond it is never kept.
 * @param bytesMax  whole bytes, as they arrive; the body must not be compressed
 * @throws Refusal PAYLOAD_TOO_LARGE, and BAD_REQUEST when the caller leaves in the middle
 */
export async function readBody(stream: Readable, bytesMax: number): Promise<Buffer> {
  if (stream.destroyed) throw brokenOff();
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bytesMax) chunks.push(chunk);
      else {
        chunks.length = 0;
        stream.removeAllListeners('data');
        // Let the rest run through unkept, so that the caller reads the refusal and not a reset.
        stream.resume();
        reject(tooLarge(bytesMax));
      }
    });
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', () => reject(brokenOff()));
    stream.once('close', () => reject(brokenOff()));
  });
}

/**
 * Bytes to text, exactly: invalid UTF-8 and a byte order mark are refused, never replaced.
 * @throws Refusal BAD_ENCODING
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse('BAD_ENCODING', {
      message: 'The body begins with a byte order mark. Send the JSON text without one.',
    });
  }
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return refuse('BAD_ENCODING', {
      message: 'The body is not valid UTF-8. Send it encoded as UTF-8.',
    });
  }
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const tooLarge = (bytesMax: number): Refusal =>
  new Refusal('PAYLOAD_TOO_LARGE', {
    message: `The body is larger than ${bytesMax} bytes. Send less at once.`,
  });

const brokenOff = (): Refusal =>
  new Refusal('BAD_REQUEST', { message: 'The body broke off before its end. Send it whole.' });
