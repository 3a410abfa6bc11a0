/**
 * `seaworthy/rendered`: what the template of a chart makes, or what the kustomization of a folder is built into, with all documents as they are typed.
 */

import { renderKustomization } from '../../../rules/model/kustomize/build/render.ts';
import { kustomizationNames } from '../../../rules/model/kustomize/kustomization.ts';
import { directoryOf, joinPath } from '../../../rules/text/path.ts';
import { visible } from '../../../rules/text/visible.ts';
import { kustomizeFiles } from '../../host/kustomize-files.ts';
import { identified } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';

export const rendered: OwnRequest<'seaworthy/rendered'> = {
  method: 'seaworthy/rendered',
  shape: identified,
  async answer(session, { uri }) {
    const { documents, folders } = session;
    const path = await documents.paths.of(uri);
    const folder = folders.of(path);
    await documents.analyseAll(folder);
    // The chart of a closed file may not be known yet.
    await folder.ready(path);
    const made = folder.workspace.charts.shown(path) || built(session, directoryOf(path));
    return made.split('\n').map(visible).join('\n');
  },
};

/** @returns empty for a folder without a kustomization; a comment where it cannot be built. */
function built({ documents, host }: Session, folder: string): string {
  const files = kustomizeFiles(host.files, (path) => documents.text(documents.paths.uriOf(path)));
  if (kustomizationNames.every((name) => files.read(joinPath(folder, name)) === undefined)) return '';
  const made = renderKustomization(files, folder);
  const missing = 'refused' in made ? [made.refused] : made.unknown;
  const comments = missing.flatMap((reason) => reason.split('\n')).map((line) => `# ${line}\n`);
  return [...comments, 'refused' in made ? '' : made.yaml].join('');
}
