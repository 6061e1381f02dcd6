import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The installation's secret: from the environment, else made once and kept in the data directory,
 * readable by its owner only.
 * @throws the system's error when it cannot be kept there
 */
export async function installationSecret(dataDir: string, given: string | null): Promise<string> {
  const known = await findSecret(dataDir, given);
  if (known !== null) return known;
  const file = secretFile(dataDir);
  await mkdir(dataDir, { recursive: true });
  const made = randomBytes(32).toString('hex');
  // Written beside and renamed, so that a process killed halfway leaves no half secret.
  await writeFile(`${file}.${process.pid}`, made, { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
  return made;
}

/** The secret as far as there is one; nothing is made. */
export async function findSecret(dataDir: string, given: string | null): Promise<string | null> {
  if (given !== null) return given;
  const kept = await readFile(secretFile(dataDir), 'utf8').catch(() => '');
  return kept.length >= 32 ? kept : null;
}

const secretFile = (dataDir: string): string => join(dataDir, 'secret');

/** A key of its own for each purpose, so that one that leaks gives nothing else away. */
export const derivedKey = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(`linju ${purpose}`).digest('hex');
