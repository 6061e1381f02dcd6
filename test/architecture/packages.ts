import { files, textOf } from './tree.js';

/** A workspace of ours. */
export interface Package {
  /** From the root: `subgraphs/funds`. Empty for the checkout itself. */
  readonly folder: string;
  /** `@linju/funds`. */
  readonly name: string;
  readonly exports: unknown;
  /** What its package.json lets it import, development dependencies apart. */
  readonly dependencies: ReadonlySet<string>;
  readonly developmentDependencies: ReadonlySet<string>;
}

/** Every package.json of the checkout, the root's included. */
export const packages: readonly Package[] = files
  .filter((file) => /(^|\/)package\.json$/.test(file))
  .map(packageAt);

/** The innermost package a file belongs to. */
export function packageOf(file: string): Package {
  const holders = packages.filter(({ folder }) => folder === '' || file.startsWith(`${folder}/`));
  const [innermost] = holders.toSorted((left, right) => right.folder.length - left.folder.length);
  if (!innermost) throw new Error(`No package.json stands above ${file}.`);
  return innermost;
}

interface PackageJson {
  readonly name?: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function packageAt(file: string): Package {
  const json = JSON.parse(textOf(file)) as PackageJson;
  return {
    folder: file.replace(/\/?package\.json$/, ''),
    name: json.name ?? '',
    exports: json.exports,
    dependencies: new Set(
      Object.keys({ ...json.dependencies, ...json.optionalDependencies, ...json.peerDependencies }),
    ),
    developmentDependencies: new Set(Object.keys(json.devDependencies ?? {})),
  };
}
