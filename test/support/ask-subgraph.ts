import { anonymous, type SubgraphDoor, type Viewer } from '@linju/kit';
import { graphql, type ExecutionResult } from 'graphql';

/** Asks one subgraph directly, as a viewer; anonymous unless said. */
export const askSubgraph = (
  door: SubgraphDoor,
  source: string,
  variableValues: Record<string, unknown> = {},
  viewer: Viewer = anonymous,
): Promise<ExecutionResult> =>
  graphql({
    schema: door.schema,
    source,
    variableValues,
    contextValue: door.openContext({ viewer, requestId: 'test' }),
  });
