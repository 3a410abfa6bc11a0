/** The files of a kustomization, as its build reads them. Links that lead out of the folder they lie in are not followed, as Kustomize does not. */
import type { KustomizeFiles } from '../../rules/model/kustomize/build/kustomization-file.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { type Files, isWithin } from './files.ts';

/**
 * @param files of a host that answers at once; of one that answers later nothing is read.
 * @param written the text of a file that is open, which counts instead of the disk's.
 */
export const kustomizeFiles = (
  files: Files,
  written: (path: string) => string | undefined = () => undefined,
): KustomizeFiles => ({
  read(path) {
    const [real, folder] = [files.real(path), files.real(directoryOf(path))];
    if (typeof real !== 'string' || typeof folder !== 'string' || !isWithin(folder, real)) return undefined;
    const read = files.read(path);
    return written(path) ?? ('text' in read ? read.text : undefined);
  },
});
