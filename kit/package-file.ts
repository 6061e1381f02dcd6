import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { invariant } from './invariant.js';

/**
 * The path of a file that a package carries beside its code (SQL, JSON), the same whether the code
 * runs from its sources or from `dist/`.
 * @param moduleUrl   `import.meta.url` of the asking module
 * @param pathInPackage  from the package's own folder, with `/`
 * @throws InvariantError when no folder above the module is a package
 */
export function packageFile(moduleUrl: string, pathInPackage: string): string {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, 'package.json'))) {
    invariant(dirname(folder) !== folder, `No package.json stands above ${moduleUrl}.`);
    folder = dirname(folder);
  }
  return join(folder, pathInPackage);
}
