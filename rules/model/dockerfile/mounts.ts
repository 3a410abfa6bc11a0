/** What a RUN mounts: whatever it writes there is no part of the layer. Source: Dockerfile reference, RUN --mount. */
import type { Instruction } from './instruction.ts';

/**
 * Some folder is mounted, or one above it, or a part of it. @param folders absolute paths. @param pattern on the target, for folders below a home that
 * nobody knows. A target that only the build knows counts: whoever mounts something to install means its cache.
 */
export function mountsOver(instruction: Instruction, folders: readonly string[], pattern?: RegExp): boolean {
  return instruction.flags.some(({ name, value = '' }) => {
    if (name !== 'mount' || /(?:^|,)type=(?:secret|ssh)(?:,|$)/.test(value)) return false;
    const written = /(?:^|,)"?(?:target|dst|destination)=([^,"]+)/.exec(value)?.[1];
    if (written === undefined) return false;
    const target = instruction.resolve(written);
    if (target === undefined) return true;
    const path = absolute(instruction, target).replace(/\/$/, '');
    return (pattern?.test(path) ?? false) || folders.some((folder) => isAround(path, folder) || isAround(folder, path));
  });
}

const isAround = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(`${outer}/`);

/** A relative target begins at the WORKDIR. */
function absolute({ stage, index }: Instruction, target: string): string {
  if (target.startsWith('/')) return target;
  const workdir = stage.lastInForce('WORKDIR', index);
  const folder = workdir === undefined ? undefined : workdir.resolve(workdir.argument.text);
  return `${(folder ?? '').replace(/\/$/, '')}/${target.replace(/^\.\//, '')}`;
}
