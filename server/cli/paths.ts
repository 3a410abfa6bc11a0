/**
 * Paths between the user and the engine: absolute, without links and with `/` inside; relative to the current folder outside, and spelled as the user
 * spelled them.
 */
import { relative, resolve } from 'node:path';
import { baseName, directoryOf } from '../../rules/text/path.ts';
import { isWithin, moved, within } from '../host/files.ts';
import { nodeFiles } from '../host/node-files.ts';
import { slashed } from '../host/paths.ts';
import { UsageError } from './output.ts';

/** Given paths that lead through links, by where they really lie. */
const spellings = new Map<string, string>();
/** Given paths that do not. */
const plain = new Set<string>();

/** @throws UsageError when somebody removed it. */
export function currentFolder(): string {
  try {
    return slashed(process.cwd());
  } catch {
    throw new UsageError('the current folder is gone; go to one that exists');
  }
}

/** The current folder where it really lies. Nobody gave it as a path: what is given below it keeps its spelling. */
export function realCurrentFolder(): string {
  return nodeFiles.real(currentFolder()) ?? currentFolder();
}

/** A file where its folder really lies; what it refers to is meant from there, also where it is a link itself. */
export function inRealFolder(path: string): string {
  const spelled = slashed(resolve(path));
  return within(nodeFiles.real(directoryOf(spelled)) ?? directoryOf(spelled), baseName(spelled));
}

/** Two spellings of one path give the same; a path that does not exist stays as it is. */
export function toInner(path: string): string {
  const spelled = slashed(resolve(path));
  const real = nodeFiles.real(spelled) ?? spelled;
  if (real === spelled) plain.add(real);
  else if (!spellings.has(real)) spellings.set(real, spelled);
  return real;
}

/** The absolute path as the user would spell it. What is named without links keeps that name. */
export function spelling(path: string): string {
  let nearest: string | undefined;
  for (const real of spellings.keys()) if (isWithin(real, path) && real.length > (nearest?.length ?? 0)) nearest = real;
  if (nearest === undefined || [...plain].some((given) => isWithin(given, path))) return path;
  return moved(path, nearest, spellings.get(nearest) ?? nearest);
}

/** As the contract has it: relative to the current folder, `/` between the parts, a given path as it was given. */
export function toOuter(path: string): string {
  return slashed(relative(currentFolder(), spelling(path))) || '.';
}
