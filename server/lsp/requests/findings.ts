/** `seaworthy/findings`: all that is shown at this moment, in open documents and in the files of scans, as a list of single findings. */
import { frameworksOf } from '../../../rules/engine/settings/settings.ts';
import { visible } from '../../../rules/text/visible.ts';
import type { ListedFinding } from '../../protocol.ts';
import { toRange } from '../convert.ts';
import type { Folder } from '../folder.ts';
import { anything } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';

export const findings: OwnRequest<'seaworthy/findings'> = {
  method: 'seaworthy/findings',
  shape: anything,
  async answer(session, _, task) {
    const listed: ListedFinding[] = [];
    for (const uri of session.documents.uris) {
      await task.pause();
      const found = await session.documents.analyse(uri, ({ folder, path }) => listOf(session, folder, path, uri));
      listed.push(...(found ?? []));
    }
    for (const folder of session.folders.all) {
      for (const path of [...folder.workspace.paths()]) {
        if (session.documents.paths.isOpen(path) || !folder.shown.has(path)) continue;
        await task.pause();
        listed.push(...listOf(session, folder, path, session.host.toUri(path)));
      }
    }
    return listed;
  },
};

/** @param uri of the file, as the client knows it. */
function listOf(
  { rulesById, publisher }: Session,
  folder: Folder,
  path: string,
  uri: string,
): readonly ListedFinding[] {
  const lines = folder.workspace.lines(path);
  if (lines === undefined) return [];
  return publisher
    .shownOf(folder, path, uri)
    .map(({ rule, severity, message, span, resource, raised, fix, fingerprint }) => {
      const about = rulesById.get(rule);
      return {
        uri,
        range: toRange(lines, span),
        rule,
        title: about?.title ?? rule,
        severity,
        message: visible(message),
        ...(resource === undefined
          ? {}
          : {
              resource: {
                kind: visible(resource.kind),
                name: visible(resource.name),
                ...(resource.namespace === undefined ? {} : { namespace: visible(resource.namespace) }),
              },
            }),
        isReached: raised !== undefined,
        isFixable: fix !== undefined,
        frameworks: about === undefined ? [] : frameworksOf(about),
        fingerprint,
      };
    });
}
