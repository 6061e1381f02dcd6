import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

import { SupergraphRefused } from './engine.js';

// @apollo/gateway refuses supergraphs that are linked `for: SECURITY`. With those three words taken
// out of the text it loads them and enforces nothing: protected fields came back with real values
// to callers without an identity. So both signs are looked for, the words and the directives.
const securityDirectives = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * Fails closed: a supergraph that protects fields is not served by a gateway that has no access map
 * to protect them with.
 * @throws SupergraphRefused
 */
export function refuseUnenforcedAccess(supergraph: DocumentNode): void {
  const found = new Set<string>();
  visit(supergraph, {
    Directive: (directive) => {
      const name = directive.name.value;
      if (securityDirectives.has(lastPart(name))) found.add(`@${name}`);
      if (name === 'link' && isForSecurity(directive as ConstDirectiveNode)) {
        found.add('a @link for security');
      }
    },
  });
  if (found.size === 0) return;
  throw new SupergraphRefused(
    `The supergraph protects fields with ${[...found].join(', ')}, and this gateway has no access map to enforce that. ` +
      'It would answer them to everyone, so it does not start. Take the directives out of the subgraphs, or run a gateway that enforces them.',
  );
}

// A link may give its directives a namespace: `@federation__policy`.
const lastPart = (name: string): string => name.split('__').at(-1) ?? name;

// By purpose or by the specification's address: the directives themselves may have been renamed.
const isForSecurity = ({ arguments: values = [] }: ConstDirectiveNode): boolean =>
  values.some(({ name, value }) =>
    name.value === 'for'
      ? value.kind === Kind.ENUM && value.value === 'SECURITY'
      : value.kind === Kind.STRING && securityAddress.test(value.value),
  );

const securityAddress = /\/(authenticated|requiresScopes|policy)\/v/;
