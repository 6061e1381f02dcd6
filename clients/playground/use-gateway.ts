import type { Fetcher } from '@graphiql/toolkit';
import { useMemo, useRef, useState } from 'react';
import type { Trouble } from './ask-gateway.js';
import { createGatewayFetcher, type OnOutcome } from './gateway-fetcher.js';

/** GraphiQL's fetcher, and whether the graph answered the last request. */
export interface Gateway {
  readonly fetcher: Fetcher;
  /** The trouble of the last request; null while the graph answers. */
  readonly seen: { readonly trouble: Trouble; readonly at: Date } | null;
  /** Asks for the schema again. */
  readonly tryAgain: () => void;
}

/**
 * The page's one connection to the graph. GraphiQL reads the schema whenever it is given another fetcher, so a
 * new fetcher is a new attempt; one is also made when a person's own request gets through and the schema never did.
 */
export function useGateway(): Gateway {
  const [attempt, setAttempt] = useState(0);
  const [seen, setSeen] = useState<Gateway['seen']>(null);
  const lacksSchema = useRef(false);
  const tryAgain = (): void => setAttempt((before) => before + 1);

  const onOutcome: OnOutcome = (outcome, isIntrospection) => {
    if (outcome.kind === 'HEADERS_REFUSED') return;
    const isAnswer = outcome.kind === 'ANSWER';
    setSeen(isAnswer ? null : { trouble: outcome, at: new Date() });
    if (isIntrospection) lacksSchema.current = !isAnswer;
    else if (isAnswer && lacksSchema.current) tryAgain();
  };
  // Only a new attempt makes a new fetcher: `onOutcome` reads nothing that changes between renders.
  const fetcher = useMemo(() => createGatewayFetcher(onOutcome), [attempt]);
  return { fetcher, seen, tryAgain };
}
