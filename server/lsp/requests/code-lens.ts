/** `textDocument/codeLens`: the line above each workload that leads to its blast radius, where the settings ask for it. */
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { workloadsIn } from '../../../rules/engine/blast-radius.ts';
import { heldPermission } from '../../../rules/facts/questions/account-permissions.ts';
import { strongPermissions } from '../../../rules/model/kubernetes/strong-permissions.ts';
import { clientCommands } from '../../protocol.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { toRange } from '../convert.ts';
import { inDocument } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const codeLens: Request<CodeLensParams, CodeLens[]> = {
  method: 'textDocument/codeLens',
  shape: inDocument,
  async answer({ folders, documents }, { textDocument: { uri } }) {
    const folder = folders.of(await documents.paths.of(uri));
    const document = (await folder.settings).codeLens ? await documents.get(uri) : undefined;
    return document === undefined ? [] : lensesOf(document);
  },
};

/** One for each workload of a document: the worst that its pods may do, else the way to the picture. */
function lensesOf({ workspace, path, uri, lines, text }: AnalysedDocument): CodeLens[] {
  const facts = workspace.facts(path);
  return workloadsIn(workspace, path).flatMap((workload) => {
    const start = workspace.documentStart(workload.ref);
    if (start === undefined) return [];
    const held = heldPermission(facts, workload, strongPermissions);
    const where = held?.everywhere === true ? 'in the whole cluster' : 'in its namespace';
    const first = firstKey(text, start);
    const range = toRange(lines, { start: first, end: first });
    const title =
      held === undefined ? 'Show blast radius' : `This pod ${held.permission.does} ${where} | Show blast radius`;
    return [{ range, command: { title, command: clientCommands.showBlastRadius, arguments: [uri, range.start] } }];
  });
}

/** Offset of the first line of a document that says something: behind its separator, comments and blank lines. */
function firstKey(text: string, start: number): number {
  const said = /^(?!---|#|[ \t]*$).+/m.exec(text.slice(start));
  return start + (said?.index ?? 0);
}
