import { officerOf, systemClock, type SubgraphDoor } from '@linju/kit';
import { graphql } from 'graphql';

/** A way to ask from within a process, and what to do when there is nothing more to ask. */
export interface WayToAsk {
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

/** What a load looks at in an answer. */
export interface Answer {
  readonly data?: { readonly registerFacility?: { readonly facility?: { readonly id: string } } };
  readonly errors?: unknown;
}

const viewer = officerOf('430202');

/** Straight at one subgraph, without anything around it. */
export const throughDoor = (door: SubgraphDoor): WayToAsk => ({
  ask: async (source, variableValues = {}) =>
    (await graphql({
      schema: door.schema,
      source,
      variableValues,
      contextValue: door.openContext({ viewer, requestId: 'load' }),
    })) as Answer,
  close: async () => {},
});

/** As a client's request goes; the gateway is loaded only here, since that takes a second. */
export async function throughGateway(
  doors: readonly SubgraphDoor[],
  supergraphSdl: string,
): Promise<WayToAsk> {
  const { createGateway, inProcessTransport, parseGatewayConfig } = await import('@linju/gateway');
  const { pino } = await import('pino');
  const log = pino({ level: 'silent' });
  const gateway = await createGateway({
    config: parseGatewayConfig({}),
    supergraphSdl,
    transport: inProcessTransport({ doors, log }),
    log,
    clock: systemClock,
    viewerOfRequest: () => viewer,
  });
  return {
    ask: async (query, variables = {}) => {
      const answer = await gateway.handle({
        query,
        operationName: null,
        variables,
        headers: {},
        requestId: 'load',
        readsOnly: false,
        signal: new AbortController().signal,
      });
      return (answer.kind === 'EXECUTED' ? answer.result : { errors: answer.errors }) as Answer;
    },
    close: () => gateway.close(),
  };
}
