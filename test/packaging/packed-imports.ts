import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { preProcessFile } from 'typescript';

/** Names of packages that a script imports or requires; an import that is computed is not seen. */
const packagesIn = (script: string): readonly string[] => {
  const { importedFiles } = preProcessFile(readFileSync(script, 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (/^[./#]/.test(fileName) || isBuiltin(fileName)) return [];
    return [fileName.split('/', fileName.startsWith('@') ? 2 : 1).join('/')];
  });
};

/** What each package of a laid-out application is used by, and what is used and missing. */
export interface PackedImports {
  /** Folders of packages that something inside needs, from the top of the application. */
  readonly needed: ReadonlySet<string>;
  /** Names of packages the product's own scripts import. */
  readonly direct: ReadonlySet<string>;
  /** `script → package` of the product's own imports that are not inside. */
  readonly missing: readonly string[];
}

/**
 * Follows the imports of an application's own scripts through its packages.
 *
 * @param folder - the laid-out application.
 * @param files - paths of everything in it.
 */
export const followImports = (folder: string, files: readonly string[]): PackedImports => {
  const scripts = files.filter((path) => /\.[cm]?js$/.test(path));
  const isInside = (home: string) => (path: string) =>
    path.startsWith(`${home}/`) && !path.slice(home.length).includes('/node_modules/');
  const needed = new Set<string>();
  const direct = new Set<string>();
  const missing: string[] = [];

  const need = (home: string): void => {
    if (needed.has(home)) return;
    needed.add(home);
    const manifest = JSON.parse(readFileSync(join(folder, home, 'package.json'), 'utf8')) as {
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    };
    const used = scripts.filter(isInside(home)).flatMap((path) => packagesIn(join(folder, path)));
    // Binaries of a system are chosen by computed names.
    for (const name of [...used, ...Object.keys(manifest.optionalDependencies ?? {})]) {
      const other = findPackage(folder, home, name);
      // Packages try what they can do without.
      if (other !== undefined) need(other);
    }
  };
  for (const path of scripts.filter(isInside('build'))) {
    for (const name of packagesIn(join(folder, path))) {
      const home = findPackage(folder, dirname(path), name);
      if (home === undefined) missing.push(`${path} → ${name}`);
      else need(home);
      direct.add(name);
    }
  }
  return { needed, direct, missing };
};

/** Node's way to find a package: in `node_modules` of each folder upwards. */
const findPackage = (folder: string, from: string, name: string): string | undefined => {
  for (let at = from; ; at = dirname(at)) {
    const home = join(at, 'node_modules', name);
    if (existsSync(join(folder, home, 'package.json'))) return home;
    if (at === '.') return undefined;
  }
};

/** Folders of all packages among files: those that have a `package.json` with a version. */
export const packagesAmong = (folder: string, files: readonly string[]): readonly string[] =>
  files
    .filter((path) => /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path))
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => dirname(path));
