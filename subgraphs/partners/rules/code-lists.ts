/** The vocabularies of this subgraph that districts may extend. */
export const codeLists = ['PartnerSubtype', 'ServiceKind'] as const;

export type CodeList = (typeof codeLists)[number];
