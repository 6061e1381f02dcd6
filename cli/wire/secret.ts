import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The installation's secret: from the environment, else made once and kept in the data directory,
 * readable by its owner only.
 */
export async function installationSecret(dataDir: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  const file = join(dataDir, 'secret');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.length >= 32) return kept;
  await mkdir(dataDir, { recursive: true });
  const made = randomBytes(32).toString('hex');
  // Written beside and renamed, so that a process killed halfway leaves no half secret.
  await writeFile(`${file}.${process.pid}`, made, { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
  return made;
}

/** A key of its own for each purpose, so that one that leaks gives nothing else away. */
export const derivedKey = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(`linju ${purpose}`).digest('hex');
