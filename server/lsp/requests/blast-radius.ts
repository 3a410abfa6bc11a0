/** `seaworthy/blastRadius`: what the workload at a position reaches, may do and takes from its node, once every file of its folder is known. */
import { blastRadius as radiusOf, workloadAt } from '../../../rules/engine/blast-radius.ts';
import { object, position, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import { withWholeFolder } from '../whole-folder.ts';

export const blastRadius: OwnRequest<'seaworthy/blastRadius'> = {
  method: 'seaworthy/blastRadius',
  shape: object({ uri: text, position }),
  async answer(session, { uri, position: at }) {
    const document = await withWholeFolder(session, uri);
    if (document === undefined) return null;
    const { workspace, path, lines } = document;
    const workload = workloadAt(workspace, path, lines.offsetAt(at));
    return workload === undefined
      ? null
      : radiusOf(workspace, workload, (file) => ({ uri: session.documents.paths.uriOf(file) }));
  },
};
