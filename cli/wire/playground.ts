import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { StaticFolder } from '@linju/gateway';
import { packageFile } from '@linju/kit';

/** The built playground, where it was built; an installation without it serves the graph alone. */
export function playgroundFolder(): readonly StaticFolder[] {
  const folder = join(packageFile(import.meta.url, '..'), 'clients', 'playground', 'dist');
  return existsSync(join(folder, 'index.html'))
    ? [{ path: '/playground', folder, title: 'Playground' }]
    : [];
}
