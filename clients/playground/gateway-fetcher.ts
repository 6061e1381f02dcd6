import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { askGateway, type GraphqlAnswer, type Outcome } from './ask-gateway.js';
import { currentWords } from './words/language.js';

/** Told after every request: what became of it, and whether GraphiQL asked for the schema with it. */
export type OnOutcome = (outcome: Outcome, isIntrospection: boolean) => void;

/**
 * GraphiQL's way to the graph. A request without an answer becomes an answer with one error in the words
 * of the page: GraphiQL would otherwise show the stack of a failed `fetch`.
 */
export function createGatewayFetcher(onOutcome: OnOutcome): Fetcher {
  return async (operation, options) => {
    const outcome = await askGateway({ operation, headers: options?.headers });
    onOutcome(outcome, isIntrospection(operation));
    return outcome.kind === 'ANSWER' ? outcome.answer : errorAnswer(sayOutcome(outcome));
  };
}

/** What happened, in the words of the page; for every outcome but an answer. */
export function sayOutcome(outcome: Exclude<Outcome, { readonly kind: 'ANSWER' }>): string {
  const words = currentWords();
  if (outcome.kind === 'NO_CONNECTION') return words.noConnection;
  if (outcome.kind === 'NOT_GRAPHQL') return words.notGraphql(outcome);
  return words.headersRefused(outcome.reason);
}

function isIntrospection({ operationName }: FetcherParams): boolean {
  return operationName === 'IntrospectionQuery';
}

function errorAnswer(message: string): GraphqlAnswer {
  return { errors: [{ message }] };
}
