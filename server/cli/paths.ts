/** Paths between the user and the engine: absolute with `/` inside, relative to the current folder outside. */
import { relative, resolve } from 'node:path';

export function toInner(path: string): string {
  const absolute = resolve(path).replaceAll('\\', '/');
  return absolute.length > 1 ? absolute.replace(/\/$/, '') : absolute;
}

/** As the contract has it: relative to the current folder, `/` between the parts, links not resolved. */
export function toOuter(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || '.';
}
