import { accessDirectivesKeepTheirNames } from './access-directives-keep-their-names.js';
import { connectionsAskForFirst } from './connections-ask-for-first.js';
import { contributedFieldsAreNullable } from './contributed-fields-are-nullable.js';
import { entitiesHaveOneOwner } from './entities-have-one-owner.js';
import { everythingIsDescribed } from './everything-is-described.js';
import type { Breach, Graph, Law } from './law.js';
import { mutationsAreNullable } from './mutations-are-nullable.js';
import { oneNameOneType } from './one-name-one-type.js';

const laws: readonly Law[] = [
  entitiesHaveOneOwner,
  contributedFieldsAreNullable,
  accessDirectivesKeepTheirNames,
  connectionsAskForFirst,
  mutationsAreNullable,
  oneNameOneType,
  everythingIsDescribed,
];

/** Every place where a law of the graph is broken; empty is what a commit needs. */
export const breachesOf = (graph: Graph): readonly Breach[] => laws.flatMap((law) => law(graph));

export type { Breach, Graph, Law };
