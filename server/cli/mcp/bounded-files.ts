/** The disk as far as an agent may see it: what really lies below its roots, and nothing else, whatever a link or a configuration says. */
import { type Files, isWithin } from '../../host/files.ts';
import { nodeFiles } from '../../host/node-files.ts';

/** @param roots real paths. */
export function boundedFiles(roots: readonly string[]): Files {
  const isInside = (path: string): boolean => {
    const real = nodeFiles.real(path);
    return real !== undefined && roots.some((root) => isWithin(root, real));
  };
  return {
    list: (folder) =>
      isInside(folder)
        ? nodeFiles
            .list(folder)
            .filter(({ target }) => target === undefined || roots.some((root) => isWithin(root, target)))
        : [],
    read: (path) => (isInside(path) ? nodeFiles.read(path) : { unreadable: 'not found' }),
    kind: (path) => (isInside(path) ? nodeFiles.kind(path) : undefined),
    real: (path) => (isInside(path) ? nodeFiles.real(path) : undefined),
  };
}
