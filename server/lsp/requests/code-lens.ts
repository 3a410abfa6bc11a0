/** `textDocument/codeLens`: the lines above a workload: the worst of it, which leads to its blast radius, and how far from outside it is on attack paths. */
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { documentStartOf } from '../../../rules/engine/analyse/fact-place.ts';
import type { ReachedMark } from '../../../rules/engine/attack-marks.ts';
import { workloadsIn } from '../../../rules/engine/blast-radius.ts';
import { heldPermission } from '../../../rules/facts/questions/account-permissions.ts';
import { firstEntryTo } from '../../../rules/facts/questions/reach.ts';
import { strongPermissions } from '../../../rules/model/kubernetes/strong-permissions.ts';
import { clientCommands } from '../../protocol.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { toRange } from '../convert.ts';
import { inDocument } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const codeLens: Request<CodeLensParams, CodeLens[]> = {
  method: 'textDocument/codeLens',
  shape: inDocument,
  async answer({ folders, documents, publisher }, { textDocument: { uri } }) {
    const folder = folders.of(await documents.paths.of(uri));
    const document = (await folder.settings).codeLens ? await documents.get(uri) : undefined;
    if (document === undefined) return [];
    return [...lensesOf(document), ...pathLenses(document, publisher.marks.reached(folder, document.path))];
  },
};

/** So many things are said of a workload: a line above a manifest is not read to its end. */
const mostPowers = 3;

/** One for each workload that something is to be said of: what its pods take from their node, who reaches them, and what they may do. */
function lensesOf({ workspace, path, uri, lines, text }: AnalysedDocument): CodeLens[] {
  const facts = workspace.facts(path);
  return workloadsIn(workspace, path).flatMap((workload) => {
    const start = documentStartOf(workspace.record(path), workload.ref.ordinal);
    const held = heldPermission(facts, workload, strongPermissions);
    const ofNode = [...new Set(workload.host.map(({ inShort }) => inShort))];
    const ofCluster =
      held === undefined ? [] : [`${held.permission.does} in ${held.everywhere ? 'the cluster' : 'its namespace'}`];
    if (start === undefined || ofNode.length + ofCluster.length === 0) return [];
    const reached = firstEntryTo(facts, workload) === undefined ? [] : ['reachable from outside'];
    // Of what it takes from its node, the rest is told by the findings.
    const powers = [...ofNode.slice(0, mostPowers - ofCluster.length - reached.length), ...ofCluster, ...reached];
    const first = firstKey(text, start);
    const range = toRange(lines, { start: first, end: first });
    return [
      {
        range,
        command: { title: powers.join(' · '), command: clientCommands.showBlastRadius, arguments: [uri, range.start] },
      },
    ];
  });
}

/** One for each workload that attack paths go through. */
function pathLenses({ workspace, path, lines, text }: AnalysedDocument, reached: readonly ReachedMark[]): CodeLens[] {
  return reached.flatMap(({ workload, says: title }) => {
    const start = documentStartOf(workspace.record(path), workload.ref.ordinal);
    if (start === undefined) return [];
    const first = firstKey(text, start);
    const range = toRange(lines, { start: first, end: first });
    return [{ range, command: { title, command: clientCommands.showAttackPaths } }];
  });
}

/** Offset of the first line of a document that says something: behind its separator, comments and blank lines. */
function firstKey(text: string, start: number): number {
  const said = /^(?!---|#|[ \t]*$).+/m.exec(text.slice(start));
  return start + (said?.index ?? 0);
}
