import type { IncomingMessage } from 'node:http';

import { decodeUtf8, readBody, refuse } from '@linju/kit';

import { ownValue } from '../engine/own-property.js';

/** The parameters of GraphQL over HTTP, as both ways of sending them carry them. */
export interface GraphParameters {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Reads the parameters from a JSON body.
 * @throws Refusal PAYLOAD_TOO_LARGE, BAD_ENCODING, BAD_REQUEST
 */
export async function readBodyParameters(
  request: IncomingMessage,
  bytesMax: number,
): Promise<GraphParameters> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) {
    refuse('PAYLOAD_TOO_LARGE', {
      message: `The body is larger than ${bytesMax} bytes. Send less at once.`,
    });
  }
  const text = decodeUtf8(await readBody(request, bytesMax));
  if (text === '') refuse('BAD_REQUEST', { message: 'The body is empty. Send {"query": "…"}.' });
  return checkParameters(parseJson(text, 'The body'));
}

/**
 * Reads the parameters from the part of an address after its `?`.
 * @throws Refusal BAD_ENCODING, BAD_REQUEST
 */
export function readQueryParameters(target: string): GraphParameters {
  const search = target.split('?').slice(1).join('?');
  requireExactEscapes(search);
  const values = new URLSearchParams(search);
  return checkParameters({
    query: only(values, 'query'),
    operationName: only(values, 'operationName'),
    variables: jsonOf(values, 'variables'),
    extensions: jsonOf(values, 'extensions'),
  });
}

// URLSearchParams would silently put U+FFFD in the place of bytes that are not UTF-8.
function requireExactEscapes(search: string): void {
  try {
    decodeURIComponent(search.replaceAll('+', '%20'));
  } catch {
    refuse('BAD_ENCODING', { message: 'The address holds escapes that are not UTF-8.' });
  }
}

function only(values: URLSearchParams, name: string): string | undefined {
  const [first, second] = values.getAll(name);
  if (second === undefined) return first;
  return refuse('BAD_REQUEST', { message: `"${name}" is given more than once.`, field: name });
}

function jsonOf(values: URLSearchParams, name: string): unknown {
  const text = only(values, name);
  return text === undefined || text === '' ? undefined : parseJson(text, `"${name}"`);
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('BAD_REQUEST', { message: `${what} is not valid JSON.` });
  }
}

// Names are read one by one, as own properties, so a name such as __proto__ is nothing special.
function checkParameters(given: unknown): GraphParameters {
  if (Array.isArray(given)) {
    return refuse('BAD_REQUEST', { message: 'Batches are not accepted. Send one operation.' });
  }
  if (!isObject(given))
    return refuse('BAD_REQUEST', { message: 'The body must be a JSON object.' });
  const query = ownValue(given, 'query');
  if (typeof query !== 'string') return wrong('query', 'a string, and it must be there');
  const operationName = ownValue(given, 'operationName') ?? null;
  if (operationName !== null && typeof operationName !== 'string') {
    return wrong('operationName', 'a string');
  }
  const variables = ownValue(given, 'variables') ?? {};
  if (!isObject(variables)) return wrong('variables', 'a JSON object');
  if (!isObject(ownValue(given, 'extensions') ?? {})) return wrong('extensions', 'a JSON object');
  // The empty name means none, as several clients send it.
  return { query, operationName: operationName === '' ? null : operationName, variables };
}

const wrong = (name: string, wanted: string): never =>
  refuse('BAD_REQUEST', { message: `"${name}" must be ${wanted}.`, field: name });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
