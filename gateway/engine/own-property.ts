// `__proto__` is a lawful alias, and a JSON text may hold it as a key. Read as a property of the
// object's own, it is a name like any other.

/** The object's own property, or undefined; never one that it inherits. */
export const ownValue = (of: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(of, key) ? of[key] : undefined;
