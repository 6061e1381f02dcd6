/** An answer as it came over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  // The shape is the question's, which the compiler does not know; tests compare whole answers.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** The id every question of the tests carries, so that two answers can be compared whole. */
export const testRequestId = 'test-request-0001';

/** Asks a gateway by POST. */
export const askOverHttp = (
  address: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<HttpAnswer> =>
  readJson(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': testRequestId },
    body: JSON.stringify({ query, variables }),
  });

/** Asks whether it is ready: 200 or 503, and what is not. */
export const askReady = (address: string): Promise<HttpAnswer> =>
  readJson(`${address}/health/ready`, {});

async function readJson(url: string, request: RequestInit): Promise<HttpAnswer> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(30_000) });
  return { status: response.status, body: await response.json() };
}
