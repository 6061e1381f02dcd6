/**
 * Node's own options for a process that gets another module in place of a package, without any file
 * of the checkout being changed.
 * @param specifier as it is imported, `postgres`
 * @param target    the module it gets instead
 */
export function redirectImport(specifier: string, target: URL): readonly string[] {
  const hook = `export const resolve = (wanted, context, next) =>
    wanted === ${JSON.stringify(specifier)}
      ? { url: ${JSON.stringify(target.href)}, shortCircuit: true }
      : next(wanted, context);`;
  const preload = `import { register } from 'node:module';
    register(${JSON.stringify(asModule(hook))});`;
  return ['--import', asModule(preload)];
}

const asModule = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
