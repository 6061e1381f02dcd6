import type { Supergraph } from './compose.js';
import { inNameOrder, stableSdl, type SubgraphSdl } from './subgraph-sdl.js';

/** A generated file as it should stand on the disk. */
export interface SchemaFile {
  /** From the schema folder, with `/`: `subgraphs/funds.graphql`. */
  readonly file: string;
  readonly text: string;
}

/** Every file this package generates, in a fixed order, each with the mark of a generated file. */
export function schemaFiles(
  subgraphs: readonly SubgraphSdl[],
  { supergraphSdl, apiSdl }: Supergraph,
): readonly SchemaFile[] {
  return [
    ...inNameOrder(subgraphs).map(({ name, sdl }) => ({
      file: `subgraphs/${name}.graphql`,
      text: marked(stableSdl(sdl), `change the classes in subgraphs/${name}/schema`),
    })),
    { file: 'supergraph.graphql', text: marked(supergraphSdl, 'change a subgraph') },
    { file: 'api.graphql', text: marked(apiSdl, 'change a subgraph') },
  ];
}

const marked = (sdl: string, instead: string): string =>
  `# Written by \`npm run schema\`. Nobody edits this file: ${instead} and run it again.\n\n${sdl}`;
