/** The blast radius of a workload for a client's picture of it, and the line above a workload that leads there. */
import type { CodeLens, Position } from 'vscode-languageserver';
import { blastRadius, type Radius, workloadAt, workloadsIn } from '../../rules/engine/blast-radius.ts';
import { heldPermission } from '../../rules/facts/questions/account-permissions.ts';
import { strongPermissions } from '../../rules/model/kubernetes/strong-permissions.ts';
import type { ActionTarget } from './actions.ts';
import { toRange } from './convert.ts';

/** Answer to `seaworthy/blastRadius`; null where the position is in no workload. */
export type RadiusAnswer = Radius<{ readonly uri: string }> | null;

export interface RadiusQuestion {
  readonly uri: string;
  readonly position: Position;
}

export const radiusCommand = 'seaworthy.showBlastRadius';

export function radiusAt(
  { workspace, path, lines }: ActionTarget,
  position: Position,
  uriOf: (path: string) => string,
): RadiusAnswer {
  const workload = workloadAt(workspace, path, lines.offsetAt(position));
  return workload === undefined ? null : blastRadius(workspace, workload, (file) => ({ uri: uriOf(file) }));
}

/** One for each workload of a document: the worst that its pods may do, else the way to the picture. */
export function radiusLenses({ workspace, path, uri, lines, text }: ActionTarget): CodeLens[] {
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
    return [{ range, command: { title, command: radiusCommand, arguments: [uri, range.start] } }];
  });
}

/** Offset of the first line of a document that says something: behind its separator, comments and blank lines. */
function firstKey(text: string, start: number): number {
  const said = /^(?!---|#|[ \t]*$).+/m.exec(text.slice(start));
  return start + (said?.index ?? 0);
}
