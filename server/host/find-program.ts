/** Where a program of the machine lies. Only absolute folders of the PATH are looked at: a workspace must not bring a program of that name. */
import { delimiter } from 'node:path';
import { isWithin, within } from './files.ts';
import { nodeFiles } from './node-files.ts';
import { isFilePath, slashed } from './paths.ts';

/**
 * @param program without folder and extension. @param path as the environment has it.
 * @param outside folders in which none is taken: those that are open, which others wrote.
 * @returns its absolute path; undefined where there is none.
 */
export function findProgram(program: string, path: string, outside: readonly string[]): string | undefined {
  // Scripts of Windows would need a shell.
  const name = process.platform === 'win32' ? `${program}.exe` : program;
  for (const entry of path.split(delimiter)) {
    const folder = slashed(entry);
    if (!isFilePath(folder)) continue;
    const found = within(folder, name);
    if (nodeFiles.kind(found) !== 'file') continue;
    const real = nodeFiles.real(found) ?? found;
    if (!outside.some((one) => isWithin(one, found) || isWithin(one, real))) return found;
  }
  return undefined;
}
