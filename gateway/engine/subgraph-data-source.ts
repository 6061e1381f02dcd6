import type { GraphQLDataSource } from '@apollo/gateway';
import {
  Fault,
  isRefusalCode,
  Refusal,
  type FaultCode,
  type SubgraphAnswer,
  type SubgraphError,
} from '@linju/kit';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

import { checkSubgraphAnswer } from './check-subgraph-answer.js';
import { FetchPlace } from './fetch-place.js';
import type { OperationRun } from './operation-run.js';
import type { Transport } from './transport/transport.js';
import { withDeadline } from './with-deadline.js';

/** How long one call may take, ms. */
export interface CallDeadlines {
  readonly readMs: number;
  readonly mutationMs: number;
}

/** What one data source needs to reach its subgraph. */
export interface SubgraphDataSourceOptions {
  readonly subgraph: string;
  readonly supergraph: GraphQLSchema;
  readonly transport: Transport;
  readonly deadlines: CallDeadlines;
  readonly documents: (query: string) => DocumentNode;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type ProcessAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * The stock executor's view of one subgraph. It never throws: what goes wrong becomes an error with
 * a path, a code of ours and a note of what is missing, and the rest of the plan goes on.
 */
export function subgraphDataSource(options: SubgraphDataSourceOptions): GraphQLDataSource {
  return {
    process: async (asked) => {
      const run = asked.context as OperationRun;
      const document = options.documents(asked.request.query ?? '');
      const place = new FetchPlace(document, pathOf(asked));
      try {
        const answer = await callWithin(options, run, asked, document);
        return settle(options, { run, place, document, asked, answer });
      } catch (error) {
        if (error instanceof Refusal) return refuseAnswer(run, place, error);
        return giveUp(options, { run, place, error });
      }
    },
  };
}

/** Parses each query of a plan once. */
export function planDocuments(): (query: string) => DocumentNode {
  const recent = new LRUCache<string, DocumentNode>({ max: 2_000 });
  return (query) => {
    const known = recent.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    recent.set(query, document);
    return document;
  };
}

function pathOf(asked: ProcessOptions): readonly (string | number)[] {
  return 'pathInIncomingRequest' in asked ? (asked.pathInIncomingRequest ?? []) : [];
}

function callWithin(
  { subgraph, transport, deadlines }: SubgraphDataSourceOptions,
  { scope }: OperationRun,
  { request }: ProcessOptions,
  document: DocumentNode,
): Promise<SubgraphAnswer> {
  const { readMs, mutationMs } = deadlines;
  const deadlineMs = scope.kind === 'mutation' ? mutationMs : readMs;
  return withDeadline({ deadlineMs, signal: scope.signal }, (signal) =>
    transport.call({
      subgraph,
      query: request.query ?? '',
      document,
      operationName: request.operationName ?? null,
      variables: request.variables ?? {},
      operation: scope,
      signal,
    }),
  );
}

interface Answered {
  readonly run: OperationRun;
  readonly place: FetchPlace;
  readonly document: DocumentNode;
  readonly asked: ProcessOptions;
  readonly answer: SubgraphAnswer;
}

function settle(
  options: SubgraphDataSourceOptions,
  { run, place, document, asked, answer }: Answered,
): ProcessAnswer {
  const { supergraph, subgraph, log } = options;
  const errors = (answer.errors ?? []).map((error) => place.located(error));
  noteFaults(subgraph, run, place, errors);
  if (!answer.data) {
    if (errors.length === 0) throw new Fault('SUBGRAPH_BAD_ANSWER', 'neither data nor errors');
    return { data: null, errors };
  }
  const variables = asked.request.variables ?? {};
  const explained = errors.length > 0;
  const { budget } = run;
  const toCheck = { document, variables, data: answer.data, explained, budget };
  const problems = checkSubgraphAnswer(supergraph, toCheck);
  if (problems.length === 0) return { data: answer.data, errors };
  log.error({ subgraph, problems, requestId: run.scope.requestId }, 'subgraph sent a bad answer');
  const bad = problems.map(({ path }) => errorOf('SUBGRAPH_BAD_ANSWER', path));
  noteFaults(subgraph, run, place, bad);
  return { data: answer.data, errors: [...errors, ...bad] };
}

// The subgraph did its part; it is the operation that asks for more than it may.
function refuseAnswer(
  { scope }: OperationRun,
  place: FetchPlace,
  { code, message }: Refusal,
): ProcessAnswer {
  const written =
    scope.kind === 'mutation'
      ? ' What was written stays: repeat it with the same idempotencyKey, and ask for less.'
      : '';
  const extensions = { code, refusal: true as const };
  const error: SubgraphError = {
    message: `${message}${written}`,
    path: place.firstPath(),
    extensions,
  };
  return { data: null, errors: [error] };
}

function giveUp(
  { subgraph, log }: SubgraphDataSourceOptions,
  { run, place, error }: { run: OperationRun; place: FetchPlace; error: unknown },
): ProcessAnswer {
  log.error({ err: error, subgraph, requestId: run.scope.requestId }, 'subgraph call failed');
  const code = error instanceof Fault ? error.code : 'INTERNAL';
  run.missing.push({ subgraph, code, paths: place.missingPaths() });
  return { data: null, errors: [errorOf(code, place.firstPath())] };
}

// A fault inside an answer (its store is down) leaves the same hole as no answer at all.
function noteFaults(
  subgraph: string,
  { missing }: OperationRun,
  place: FetchPlace,
  errors: readonly SubgraphError[],
): void {
  for (const { path, extensions } of errors) {
    const { code } = extensions;
    if (isRefusalCode(code)) continue;
    missing.push({ subgraph, code, paths: [place.missingPath(path ?? [])] });
  }
}

const errorOf = (code: FaultCode, path: readonly (string | number)[]): SubgraphError => ({
  message: code,
  path,
  extensions: { code },
});
