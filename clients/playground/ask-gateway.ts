/** Where the graph answers, on the page's own origin. */
export const GRAPHQL_PATH = '/graphql';

/** What became of one request: an answer of the graph, or why there is none. */
export type Outcome =
  | { readonly kind: 'ANSWER'; readonly answer: GraphqlAnswer }
  | { readonly kind: 'HEADERS_REFUSED'; readonly reason: string }
  | Trouble;

/** The graph could not be heard: no answer came at all, or one that is not the graph's. */
export type Trouble =
  | { readonly kind: 'NO_CONNECTION' }
  | { readonly kind: 'NOT_GRAPHQL'; readonly status: number; readonly contentType: string };

/** A GraphQL response as sent, with data, errors or both. Refusals with their codes are answers too. */
export type GraphqlAnswer = Readonly<Record<string, unknown>>;

/** One operation, and what stands in the Headers editor. */
export interface Question {
  readonly operation: object;
  readonly headers?: unknown;
}

/**
 * Sends one operation to `/graphql`, once; never throws.
 *
 * The header `x-linju-client` is what a page of another origin cannot send without asking first (a custom
 * header forces a CORS preflight), so it proves that the request was made here on purpose. `same-origin` makes
 * the browser refuse a redirect to another host: nothing typed here, and no token, leaves the origin.
 */
export async function askGateway({ operation, headers }: Question): Promise<Outcome> {
  const prepared = prepareHeaders(headers);
  if (typeof prepared === 'string') return { kind: 'HEADERS_REFUSED', reason: prepared };
  try {
    const response = await fetch(GRAPHQL_PATH, {
      method: 'POST',
      mode: 'same-origin',
      headers: prepared,
      body: JSON.stringify(operation),
    });
    return readOutcome(response, await response.text());
  } catch {
    return { kind: 'NO_CONNECTION' };
  }
}

const ACCEPTED = 'application/graphql-response+json, application/json;q=0.9';

// Ours are set last: a slip in the Headers editor must not turn the request into one the gateway refuses.
function prepareHeaders(typed: unknown): Headers | string {
  try {
    const headers = new Headers(typed as HeadersInit | undefined);
    if (!headers.has('accept')) headers.set('accept', ACCEPTED);
    headers.set('content-type', 'application/json');
    headers.set('x-linju-client', 'playground');
    return headers;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readOutcome(response: Response, body: string): Outcome {
  const answer = parseAnswer(body);
  if (answer !== null) return { kind: 'ANSWER', answer };
  const contentType = response.headers.get('content-type') ?? '';
  return { kind: 'NOT_GRAPHQL', status: response.status, contentType };
}

// Judged by its form and not by its content type: proxies answer JSON of their own as well.
function parseAnswer(body: string): GraphqlAnswer | null {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return null;
    return 'data' in parsed || 'errors' in parsed ? { ...parsed } : null;
  } catch {
    return null;
  }
}
