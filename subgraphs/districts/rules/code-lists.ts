/** The vocabularies of this subgraph that districts may extend. */
export const codeLists = ['FacilityKind', 'MethodTag', 'PostKind'] as const;

export type CodeList = (typeof codeLists)[number];
