import './no-telemetry.js';

import { createHash } from 'node:crypto';

import { ApolloGateway } from '@apollo/gateway';
import {
  buildASTSchema,
  GraphQLError,
  parse,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Logger } from 'pino';

import type { OperationLimits } from '../limits/operation-limits.js';
import { OverLimit } from '../limits/over-limit.js';
import { SupergraphRefused, type ExecutedOperation } from './engine.js';
import type { Generation } from './generation.js';
import { operationEntries } from './operation-entry.js';
import type { OperationRun } from './operation-run.js';
import { useRealScalars } from './real-scalars.js';
import { refuseUnenforcedAccess } from './refuse-unenforced-access.js';
import { reservedNamesRule } from './reserved-names-rule.js';
import { planDocuments, subgraphDataSource, type CallDeadlines } from './subgraph-data-source.js';
import type { Transport } from './transport/transport.js';

export interface ApolloGenerationOptions {
  readonly transport: Transport;
  readonly limits: OperationLimits;
  readonly deadlines: CallDeadlines;
  /** Memory for parsed operations, bytes. */
  readonly operationCacheBytesMax: number;
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
}

/**
 * A generation that plans and executes with @apollo/gateway's stock executor, over our transport.
 * It composes nothing, polls nothing and calls nobody.
 * @throws SupergraphRefused when the text is no supergraph, or protects fields
 */
export async function loadApolloGeneration(
  supergraphSdl: string,
  options: ApolloGenerationOptions,
): Promise<Generation> {
  const document = parseSupergraph(supergraphSdl);
  refuseUnenforcedAccess(document);
  const supergraph = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const { gateway, subgraphs } = buildGateway(supergraphSdl, supergraph, options);
  const { schema, executor } = await load(gateway);
  requireReachable(subgraphs, options.transport);
  useRealScalars(schema);
  const { limits, operationCacheBytesMax: bytesMax } = options;
  const rules = [reservedNamesRule(supergraph)];
  return {
    hash: createHash('sha256').update(supergraphSdl).digest('hex'),
    schema,
    subgraphs,
    entryOf: operationEntries({ schema, rules, limits, bytesMax }),
    execute: async (run) => executedOf(await execute(executor, run, options), run),
    stop: () => gateway.stop(),
  };
}

type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];
type ExecutorRequest = Parameters<Executor>[0];
type ExecutorResult = Awaited<ReturnType<Executor>>;

function parseSupergraph(supergraphSdl: string): DocumentNode {
  try {
    return parse(supergraphSdl, { noLocation: true });
  } catch (cause) {
    throw new SupergraphRefused('The supergraph is not readable as SDL.', { cause });
  }
}

function buildGateway(
  supergraphSdl: string,
  supergraph: GraphQLSchema,
  { transport, deadlines, log }: ApolloGenerationOptions,
) {
  const documents = planDocuments();
  const subgraphs: string[] = [];
  const gateway = new ApolloGateway({
    supergraphSdl,
    validateSupergraph: true,
    // Left alone it answers with the query plan to whoever sends a header, outside production.
    __exposeQueryPlanExperimental: false,
    logger: quietLogger(log),
    buildService: ({ name }) => {
      subgraphs.push(name);
      return subgraphDataSource({
        subgraph: name,
        supergraph,
        transport,
        deadlines,
        documents,
        log,
      });
    },
  });
  return { gateway, subgraphs };
}

async function load(gateway: ApolloGateway) {
  try {
    return await gateway.load();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SupergraphRefused(`The supergraph cannot be loaded: ${why}`, { cause });
  }
}

function requireReachable(subgraphs: readonly string[], transport: Transport): void {
  const unknown = subgraphs.filter((name) => !transport.subgraphs.includes(name));
  if (unknown.length === 0) return;
  throw new SupergraphRefused(
    `The supergraph names subgraphs that this gateway cannot reach: ${unknown.join(', ')}. It reaches ${transport.subgraphs.join(', ')}.`,
  );
}

async function execute(
  executor: Executor,
  run: OperationRun,
  { log }: ApolloGenerationOptions,
): Promise<ExecutorResult> {
  const { entry, operationName, variables } = run;
  const request = {
    request: {
      query: entry.text,
      variables: { ...variables },
      ...(operationName === null ? {} : { operationName }),
    },
    document: entry.document,
    queryHash: entry.hash,
    operationName,
    source: entry.text,
    context: run,
    metrics: { captureTraces: false },
    logger: quietLogger(log),
  };
  try {
    // The executor reads no more of a request than this; the rest of its type serves Apollo Server.
    return await executor(request as unknown as ExecutorRequest);
  } catch (error) {
    throw planLimitOf(error) ?? error;
  }
}

// The planner has limits of its own, behind ours, and tells of them only in words.
function planLimitOf(error: unknown): OverLimit | null {
  if (!(error instanceof Error)) return null;
  const match = /non-local selections exceeds limit of (\d+)|maximum recursive selections/.exec(
    error.message,
  );
  if (!match) return null;
  const allowed = Number(match[1] ?? 10_000_000);
  return new OverLimit({
    limit: 'planned selections',
    counted: 'selections to plan',
    actual: null,
    allowed,
  });
}

function executedOf({ data, errors = [], extensions }: ExecutorResult, run: OperationRun) {
  const dropped: unknown = extensions?.['valueCompletion'];
  const droppedErrors = Array.isArray(dropped) ? dropped.filter(isGraphQLError) : [];
  const executed: ExecutedOperation = {
    data: data ?? null,
    errors: [...errors.map(asGraphqlError), ...droppedErrors.map(asBadAnswer)],
    missing: run.missing,
  };
  return executed;
}

// Its type says otherwise, but what a fetch threw stands in the list as it was thrown.
const asGraphqlError = (error: Error): GraphQLError =>
  isGraphQLError(error) ? error : new GraphQLError(error.message, { originalError: error });

const isGraphQLError = (value: unknown): value is GraphQLError => value instanceof GraphQLError;

const asBadAnswer = ({ message, path }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { path, extensions: subgraphMark('SUBGRAPH_BAD_ANSWER') });

// The stock executor marks what came from a subgraph with its name; the answer stage reads that.
const subgraphMark = (code: string) => ({ code, serviceName: '' });

// What it tells at "info" is of no use to an operator.
function quietLogger(log: ApolloGenerationOptions['log']) {
  const debug = (message?: unknown) => log.debug(String(message));
  return {
    debug,
    info: debug,
    warn: (message?: unknown) => log.warn(String(message)),
    error: (message?: unknown) => log.error(String(message)),
  };
}
