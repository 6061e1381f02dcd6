import type { ReactElement } from 'react';
import type { Trouble } from '../ask-gateway.js';
import { sayOutcome } from '../gateway-fetcher.js';
import { useWords } from '../words/language.js';

/** What the pane tells of, when it was seen, and what its button does. */
export interface UnreachableProps {
  readonly trouble: Trouble;
  readonly seenAt: Date;
  readonly onTryAgain: () => void;
}

/** Says that the graph cannot be reached, why as far as the page can tell, and what to try. */
export function Unreachable({ trouble, seenAt, onTryAgain }: UnreachableProps): ReactElement {
  const words = useWords();
  return (
    <section className="linju-unreachable" role="alert">
      <h2>{words.unreachable}</h2>
      <p>{sayOutcome(trouble)}</p>
      <ol>
        {words.remedies.map((remedy) => (
          <li key={remedy}>{remedy}</li>
        ))}
      </ol>
      <p>
        <button type="button" onClick={onTryAgain}>
          {words.tryAgain}
        </button>
        <small>{words.lastTried(seenAt)}</small>
      </p>
    </section>
  );
}
