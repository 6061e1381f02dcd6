/** The key of an entity that another subgraph refers to, as it came from there. */
export type ReferenceKey = Readonly<Record<string, unknown>>;

/** A reference to a record, by its id; null stays null. */
export const byId = (id: string | null | undefined): { readonly id: string } | null =>
  id === null || id === undefined ? null : { id };

/** A reference to an administrative unit, by its code; null stays null. */
export const byCode = (code: string | null | undefined): { readonly code: string } | null =>
  code === null || code === undefined ? null : { code };

/** The id in a key; '', which stands for nothing, where it is no text. */
export const idIn = ({ id }: ReferenceKey): string => (typeof id === 'string' ? id : '');

/** The code in a key; '', which stands for nothing, where it is no text. */
export const codeIn = ({ code }: ReferenceKey): string => (typeof code === 'string' ? code : '');
