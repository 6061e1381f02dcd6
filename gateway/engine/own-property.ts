// `__proto__` is a lawful alias, and a JSON text may hold it as a key. Read and written as a property
// of the object's own, it is a name like any other.

/** The object's own property, or undefined; never one that it inherits. */
export const ownValue = (of: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(of, key) ? of[key] : undefined;

/** Sets a property of the object's own, whatever its name. */
export function setOwnValue(of: Record<string, unknown>, key: string, value: unknown): void {
  const plain = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(of, key, { value, ...plain });
}
