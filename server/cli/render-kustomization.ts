/** A kustomization's folder built, for the terminal: a bundle of its own, since no other command needs it. */
import type { KustomizeFiles } from '../../rules/model/kustomize/build/kustomization-file.ts';
import { renderKustomization } from '../../rules/model/kustomize/build/render.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { isWithin } from '../host/files.ts';
import { nodeFiles } from '../host/node-files.ts';
import type { Shown } from './render-chart.ts';

/** Links that lead out of the folder they lie in are not followed, as Kustomize does not. */
const files: KustomizeFiles = {
  read: (path) => {
    const [real, folder] = [nodeFiles.real(path), nodeFiles.real(directoryOf(path))];
    if (real === undefined || folder === undefined || !isWithin(folder, real)) return undefined;
    const read = nodeFiles.read(path);
    return 'text' in read ? read.text : undefined;
  },
};

/** @param folder that holds a kustomization, absolute. @returns its objects, or in one line why they are not all there. */
export function shownKustomization(folder: string): Shown {
  const rendered = renderKustomization(files, folder);
  if ('refused' in rendered) return rendered;
  const [missing] = rendered.unknown;
  return missing === undefined ? rendered : { refused: missing };
}
