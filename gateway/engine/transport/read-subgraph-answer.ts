import { Fault, isErrorCode, type SubgraphAnswer, type SubgraphError } from '@linju/kit';
import type { Dispatcher } from 'undici';

/** How large one answer may be, and how it is told when it is larger. */
export interface AnswerBounds {
  readonly subgraph: string;
  readonly bytesMax: number;
}

/** No more errors of one call are kept than these. */
export const errorsPerCallMax = 10;

const errorMessageLengthMax = 1_000;
const errorPathLengthMax = 64;

/**
 * Reads what a subgraph sent over HTTP and keeps only what an answer may hold. Nothing of a body
 * that is not such an answer goes on: it may be a page of stack traces.
 * @throws Fault SUBGRAPH_UNAVAILABLE for a 5xx or a broken connection
 * @throws Fault SUBGRAPH_BAD_ANSWER for everything else that is not a GraphQL answer in JSON
 */
export async function readSubgraphAnswer(
  response: Dispatcher.ResponseData,
  bounds: AnswerBounds,
): Promise<{ readonly answer: SubgraphAnswer; readonly bytes: number }> {
  try {
    requireJson(response, bounds.subgraph);
    const body = await readBytes(response, bounds);
    return { answer: parseAnswer(body, bounds.subgraph), bytes: body.length };
  } catch (error) {
    // Unread bytes must not keep the connection, nor the memory.
    response.body.on('error', () => undefined).destroy();
    throw error;
  }
}

function requireJson({ statusCode, headers }: Dispatcher.ResponseData, subgraph: string): void {
  if (statusCode >= 500) {
    throw new Fault('SUBGRAPH_UNAVAILABLE', `${subgraph} answered with status ${statusCode}`);
  }
  // Redirects too: no subgraph has reason to send us elsewhere.
  if (statusCode !== 200) throw bad(subgraph, `status ${statusCode}`);
  const type = String(headers['content-type'] ?? '');
  if (!jsonType.test(type))
    throw bad(subgraph, `content type ${JSON.stringify(type.slice(0, 80))}`);
  if (headers['content-encoding']) throw bad(subgraph, 'a compressed body');
}

const jsonType = /^application\/(json|graphql-response\+json)(; ?charset=utf-8)?$/i;

async function readBytes(
  response: Dispatcher.ResponseData,
  { subgraph, bytesMax }: AnswerBounds,
): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > bytesMax)
    throw tooLarge(subgraph, bytesMax);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw tooLarge(subgraph, bytesMax);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('SUBGRAPH_UNAVAILABLE', `${subgraph} broke off its answer`, { cause });
  }
  return Buffer.concat(chunks);
}

function parseAnswer(body: Buffer, subgraph: string): SubgraphAnswer {
  const answer = parseJson(body, subgraph);
  const { data, errors } = answer;
  if (data !== undefined && data !== null && !isObject(data)) throw bad(subgraph, 'odd data');
  if (errors !== undefined && !Array.isArray(errors)) throw bad(subgraph, 'odd errors');
  const kept = ((errors ?? []) as unknown[]).slice(0, errorsPerCallMax).map(readError);
  return {
    ...(data === undefined ? {} : { data }),
    ...(kept.length > 0 ? { errors: kept } : {}),
  };
}

function parseJson(body: Buffer, subgraph: string): Readonly<Record<string, unknown>> {
  let answer: unknown;
  try {
    answer = JSON.parse(utf8.decode(body));
  } catch {
    throw bad(subgraph, 'no JSON');
  }
  if (!isObject(answer)) throw bad(subgraph, 'no JSON object');
  return answer;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

// Built new: a code that is not ours, and every other extension, stays behind.
function readError(error: unknown): SubgraphError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const { code, refusal, field } = isObject(extensions) ? extensions : {};
  return {
    message: String(message).slice(0, errorMessageLengthMax),
    ...(isPath(path) ? { path } : {}),
    extensions: {
      code: isErrorCode(code) ? code : 'INTERNAL',
      ...(refusal === true ? { refusal } : {}),
      ...(typeof field === 'string' ? { field: field.slice(0, 200) } : {}),
    },
  };
}

const isPath = (path: unknown): path is (string | number)[] =>
  Array.isArray(path) &&
  path.length <= errorPathLengthMax &&
  path.every((step) => typeof step === 'string' || Number.isInteger(step));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bad = (subgraph: string, what: string): Fault =>
  new Fault('SUBGRAPH_BAD_ANSWER', `${subgraph} sent ${what}`);

const tooLarge = (subgraph: string, bytesMax: number): Fault =>
  bad(subgraph, `more than ${bytesMax} bytes`);
