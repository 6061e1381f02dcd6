import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { packageFile } from '../package-file.js';

/** One numbered step of a subgraph's tables. Never edited once released. */
export interface Migration {
  /** 0001, 0002, …; 0000 is what all subgraphs have in common. */
  readonly number: number;
  /** The file's name without its ending: `0001_create_funds`. */
  readonly name: string;
  /** `{{schema}}` and `{{role}}` stand for the subgraph's own. */
  readonly sql: string;
}

/**
 * Reads the migrations of a folder: `0001_create_funds.sql`, in the order of their numbers.
 * @throws Error for a file without a number, the number 0000, or two with one number
 */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  const numbers = new Set(migrations.map(({ number }) => number));
  if (numbers.has(Number.NaN) || numbers.has(0) || numbers.size !== migrations.length) {
    throw new Error(`Migrations in ${folder} need four-digit numbers from 0001 on, each once.`);
  }
  return migrations;
}

/** What every subgraph's schema begins with. */
export const baseMigration = async (): Promise<Migration> => ({
  number: 0,
  name: '0000_base',
  sql: await readSql(packageFile(import.meta.url, 'data/base-schema.sql')),
});

/** Tells whether a step that ran is still the step it was. */
export const checksumOf = ({ sql }: Migration): string =>
  createHash('sha256').update(sql).digest('hex');

const readMigration = async (folder: string, file: string): Promise<Migration> => ({
  number: Number(/^(\d{4})_/.exec(file)?.[1]),
  name: file.replace(/\.sql$/, ''),
  sql: await readSql(join(folder, file)),
});

// A checkout that writes line ends its own way must not look like an edited migration.
const readSql = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
