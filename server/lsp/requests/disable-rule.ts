/** `seaworthy/disableRule`: a rule switched off in the nearest `.seaworthy.yaml` above a document, else in a new one in its folder. */
import { configurationFileName } from '../../../rules/engine/settings/configuration.ts';
import { disableRule as disabling } from '../../../rules/engine/settings/disable-rule.ts';
import { LineTable } from '../../../rules/text/source.ts';
import { isRefusal } from '../../../rules/yaml/change.ts';
import { toRange } from '../convert.ts';
import { object, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';

export const disableRule: OwnRequest<'seaworthy/disableRule'> = {
  method: 'seaworthy/disableRule',
  shape: object({ uri: text, rule: text }),
  async answer(session, { uri, rule }) {
    const found = await fileFor(session, uri);
    if (found === undefined)
      return { refused: `There is no folder for a ${configurationFileName}, or the one there is a link out of it.` };
    const before = found.text ?? '';
    const edits = disabling(before, rule);
    if (isRefusal(edits)) return edits;
    const lines = new LineTable(before);
    const target = session.documents.paths.uriOf(found.path);
    const change = {
      textDocument: { uri: target, version: session.documents.versionOf(target) },
      edits: edits.map(({ text: newText, ...span }) => ({ range: toRange(lines, span), newText })),
    };
    const create = { kind: 'create', uri: target, options: { ignoreIfExists: true } } as const;
    return { documentChanges: found.text === undefined ? [create, change] : [change] };
  },
};

/** The configuration that counts for a document, or where a new one belongs; its text as the editor has it. */
async function fileFor(
  session: Session,
  uri: string,
): Promise<{ readonly path: string; readonly text: string | undefined } | undefined> {
  const { folder, found } = await session.configurationOf(uri);
  const path = found.path ?? (folder.root === undefined ? undefined : `${folder.root}/${configurationFileName}`);
  if (path === undefined || !(await session.configurations.isAtHome(path))) return undefined;
  const open = session.documents.text(session.documents.paths.uriOf(path));
  if (open !== undefined) return { path, text: open };
  const read = found.path === undefined ? undefined : await session.host.files.read(path);
  return { path, text: read !== undefined && 'text' in read ? read.text : undefined };
}
