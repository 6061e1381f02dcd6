import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN, HistoryStore } from '@graphiql/plugin-history';
import { GraphiQLProvider } from '@graphiql/react';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import type { ReactElement, ReactNode } from 'react';
import { examples } from './examples/index.js';
import { Bar } from './panes/bar.js';
import { NoAnswerYet } from './panes/no-answer-yet.js';
import { Unreachable } from './panes/unreachable.js';
import { playgroundStorage } from './playground-storage.js';
import { useGateway, type Gateway } from './use-gateway.js';

/** The whole page: our bar, what to do when the graph is away, and GraphiQL. A new pane joins `PLUGINS`. */
export function Playground(): ReactElement {
  const gateway = useGateway();
  const { seen, tryAgain } = gateway;
  return (
    <GraphiQLParts gateway={gateway}>
      <Bar />
      {seen && <Unreachable trouble={seen.trouble} seenAt={seen.at} onTryAgain={tryAgain} />}
      {/* GraphiQL's own words are English: a screen reader must not read them as 中文. */}
      <main lang="en">
        <GraphiQLInterface isHeadersEditorEnabled showPersistHeadersSettings={false}>
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Footer>{seen === null && <NoAnswerYet />}</GraphiQL.Footer>
        </GraphiQLInterface>
      </main>
    </GraphiQLParts>
  );
}

// Docs first: the bar tells a newcomer to look at the first icon.
const PLUGINS = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];
const TABS = examples.map((query) => ({ query }));

// What `<GraphiQL>` puts together itself; apart here, so that our panes stand inside its state and above it.
function GraphiQLParts({ gateway, children }: GraphiQLPartsProps): ReactElement {
  return (
    <GraphiQLProvider
      fetcher={gateway.fetcher}
      storage={playgroundStorage}
      defaultTabs={TABS}
      plugins={PLUGINS}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      shouldPersistHeaders={false}
      inputValueDeprecation
      schemaDescription
    >
      <HistoryStore maxHistoryLength={HISTORY_LENGTH_MAX}>
        <DocExplorerStore>{children}</DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

const HISTORY_LENGTH_MAX = 50;

interface GraphiQLPartsProps {
  readonly gateway: Gateway;
  readonly children: ReactNode;
}
