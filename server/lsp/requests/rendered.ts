/** `seaworthy/rendered`: what the template of a chart makes, with all documents as they are typed. */
import { visible } from '../../../rules/text/visible.ts';
import { identified } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';

export const rendered: OwnRequest<'seaworthy/rendered'> = {
  method: 'seaworthy/rendered',
  shape: identified,
  async answer({ documents, folders }, { uri }) {
    const path = await documents.paths.of(uri);
    const folder = folders.of(path);
    await documents.analyseAll(folder);
    // The chart of a closed file may not be known yet.
    await folder.ready(path);
    const lines = folder.workspace.charts.shown(path).split('\n');
    return lines.map(visible).join('\n');
  },
};
