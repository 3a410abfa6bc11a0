/** `seaworthy/blastRadius`: what the workload at a position reaches, may do and takes from its node, once every file of its folder is known. */
import { blastRadius as radiusOf, workloadAt } from '../../../rules/engine/blast-radius.ts';
import { object, position, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';

export const blastRadius: OwnRequest<'seaworthy/blastRadius'> = {
  method: 'seaworthy/blastRadius',
  shape: object({ uri: text, position }),
  async answer(session, { uri, position: at }) {
    const { documents, folders } = session;
    if (documents.versionOf(uri) === null) return null;
    const folder = folders.of(await documents.paths.of(uri));
    if (!folder.wasRead && (await folder.settings).analyzeWorkspace) await session.readWhole(folder);
    const document = await documents.get(uri);
    if (document === undefined) return null;
    const { workspace, path, lines } = document;
    const workload = workloadAt(workspace, path, lines.offsetAt(at));
    return workload === undefined
      ? null
      : radiusOf(workspace, workload, (file) => ({ uri: documents.paths.uriOf(file) }));
  },
};
