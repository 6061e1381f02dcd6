import { composeServices, type CompositionResult } from '@apollo/composition';
import { parse, printSchema, type GraphQLError } from 'graphql';

import { inNameOrder, stableSdl, type SubgraphSdl } from './subgraph-sdl.js';

/** What the subgraphs make together. */
export interface Supergraph {
  /** What the gateway loads. */
  readonly supergraphSdl: string;
  /** What a client sees: the same without any federation machinery. */
  readonly apiSdl: string;
  /** What composition noticed without refusing. Never empty of meaning: read them. */
  readonly hints: readonly CompositionHint[];
}

export interface CompositionHint {
  /** Composition's own code: `INCONSISTENT_DESCRIPTION`. */
  readonly code: string;
  /** WARN and INFO are worth a reader's time; DEBUG is said of nearly every value type. */
  readonly level: 'WARN' | 'INFO' | 'DEBUG';
  readonly message: string;
}

/**
 * Composes the subgraphs into one supergraph. The same subgraphs in any order give the same texts.
 * @throws Error listing every composition error with its code and the subgraphs it concerns
 */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): Supergraph {
  const result = composeServices(
    inNameOrder(subgraphs).map(({ name, sdl }) => ({
      name,
      url: placeholderUrl(name),
      typeDefs: parse(stableSdl(sdl)),
    })),
  );
  if (result.errors) throw compositionError(subgraphs, result.errors);
  return {
    supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
    apiSdl: apiSdlOf(result),
    hints: result.hints.map(({ definition, message }) => ({
      code: definition.code,
      level: definition.level.name as CompositionHint['level'],
      message,
    })),
  };
}

// `.invalid` never resolves (RFC 2606). Where a subgraph really answers is configuration of the
// process that calls it; a committed host name would differ from machine to machine.
const placeholderUrl = (name: string): string => `http://${name}.subgraph.invalid/graphql`;

const apiSdlOf = ({ schema }: CompositionResult & { errors?: undefined }): string =>
  stableSdl(printSchema(schema.toAPISchema().toGraphQLJSSchema()));

function compositionError(
  subgraphs: readonly SubgraphSdl[],
  errors: readonly GraphQLError[],
): Error {
  const names = inNameOrder(subgraphs).map(({ name }) => name);
  const lines = errors.map(({ message, extensions }) => {
    const code = typeof extensions['code'] === 'string' ? extensions['code'] : 'UNKNOWN';
    return `  ${code}\n    ${message.replaceAll('\n', '\n    ')}`;
  });
  return new Error(
    `The subgraphs ${names.join(', ')} do not compose (${errors.length} ` +
      `${errors.length === 1 ? 'error' : 'errors'}). Change their schema/ classes, not the emitted files.\n` +
      lines.join('\n'),
  );
}
