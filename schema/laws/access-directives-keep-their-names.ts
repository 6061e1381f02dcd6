import { Kind, parse, visit, type ConstDirectiveNode, type ConstObjectValueNode } from 'graphql';

import type { SubgraphSdl } from '../subgraph-sdl.js';
import type { Breach, Graph } from './law.js';
import { stringArgument } from './object-types.js';

const accessDirectives = ['authenticated', 'requiresScopes', 'policy'];

/**
 * `@authenticated`, `@requiresScopes` and `@policy` stand in every subgraph under these names. A
 * gateway that looked for the plain name has ignored a renamed one before (GHSA-g8jh-vg5j-4h3f).
 */
export const accessDirectivesKeepTheirNames = ({ subgraphs }: Graph): readonly Breach[] =>
  subgraphs.flatMap((subgraph) => [...renamedLinks(subgraph), ...prefixedUses(subgraph)]);

// @link(url: "https://specs.apollo.dev/federation/…", import: [{ name: "@policy", as: "@may" }])
function renamedLinks({ name, sdl }: SubgraphSdl): readonly Breach[] {
  const breaches: Breach[] = [];
  visit(parse(sdl), {
    Directive(directive) {
      if (directive.name.value !== 'link') return;
      const renamed = renamedImports(directive as ConstDirectiveNode);
      breaches.push(...renamed.map((what) => breach(name, what)));
    },
  });
  return breaches;
}

function renamedImports(link: ConstDirectiveNode): readonly string[] {
  const url = stringArgument(link, 'url') ?? '';
  const linksOne = accessDirectives.find((known) => url.includes(`specs.apollo.dev/${known}/`));
  if (linksOne && stringArgument(link, 'as') !== null) return [linksOne];
  const imports = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  if (imports?.kind !== Kind.LIST) return [];
  return imports.values
    .filter((entry): entry is ConstObjectValueNode => entry.kind === Kind.OBJECT)
    .map((entry) => ({ from: stringField(entry, 'name'), to: stringField(entry, 'as') }))
    .filter(({ from, to }) => to !== null && from !== null && from !== to)
    .map(({ from }) => from?.replace('@', '') ?? '')
    .filter((from) => accessDirectives.includes(from));
}

// Not imported, a directive is still usable under its namespace: @federation__authenticated.
function prefixedUses({ name, sdl }: SubgraphSdl): readonly Breach[] {
  const uses = new Set<string>();
  visit(parse(sdl), {
    Directive(directive) {
      const plain = directive.name.value.split('__').at(-1) ?? '';
      if (directive.name.value.includes('__') && accessDirectives.includes(plain)) uses.add(plain);
    },
  });
  return [...uses].map((plain) => breach(name, plain));
}

function stringField(entry: ConstObjectValueNode, name: string): string | null {
  const value = entry.fields.find((field) => field.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

const breach = (subgraph: string, directive: string): Breach => ({
  law: 'access-directives-keep-their-names',
  coordinate: `@${directive}`,
  subgraph,
  message:
    `${subgraph} uses @${directive} under another name, and what reads the supergraph could ignore ` +
    `it. Import it plainly: @link(url: …, import: ["@${directive}"]).`,
});
