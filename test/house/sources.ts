/** The sources of the house as its laws see them: paths, texts, imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../../tools/root.ts';

export const exists = (path: string): boolean => existsSync(join(root, path));

/** @returns the text with line feeds alone. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

/** Paths of all source files below a folder, with `/`. */
export function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

export const subfolders = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** What a file imports, as written. */
export const imports = (path: string): string[] =>
  [...read(path).matchAll(/^(?:import|export)\s(?!default)[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, from, dynamic]) => from ?? dynamic ?? '',
  );

/** The files of the house that a file imports, types included. */
export const importedFiles = (path: string): string[] =>
  imports(path)
    .filter((from) => from.startsWith('.'))
    .map((from) => posix.join(dirname(path), from));
