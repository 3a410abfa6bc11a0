/** `seaworthy/closePaths`: the edits of attack paths that somebody chose, as one edit of which each change asks to be confirmed. */
import type { TextDocumentEdit } from 'vscode-languageserver';
import { makingEdits } from '../../../rules/engine/attack-fixes.ts';
import { type Deployed, deployedIn } from '../../../rules/engine/attack-paths.ts';
import { idOfEdit, idOfWay } from '../../../rules/engine/attack-plan.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import type { Cut } from '../../../rules/facts/attack/edge.ts';
import { cutsIn, stepsOf } from '../../../rules/facts/attack/steps.ts';
import { graphOfFacts, waysOf } from '../../../rules/facts/attack/ways.ts';
import { type AskedFolder, askedFolders, askedShape, inSlices } from '../attack-paths.ts';
import { list, object, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';
import type { Task } from '../tasks.ts';
import { textEdit } from '../text-edit.ts';

const annotation = 'close';

export const closePaths: OwnRequest<'seaworthy/closePaths'> = {
  method: 'seaworthy/closePaths',
  shape: object({ ...askedShape, edits: list(text) }),
  async answer(session, params, task) {
    const documentChanges: TextDocumentEdit[] = [];
    const unmade: { readonly edit: string; readonly reason: string }[] = [];
    let left = 0;
    const wanted = new Set(params.edits);
    for await (const asked of askedFolders(session, params, task)) {
      const made = await madeIn(session, asked, wanted, task);
      documentChanges.push(...made.changes);
      unmade.push(...made.unmade);
      left += made.left;
    }
    const changeAnnotations = { [annotation]: { label: 'Close attack paths', needsConfirmation: true } };
    return { edit: documentChanges.length === 0 ? null : { documentChanges, changeAnnotations }, unmade, left };
  },
};

interface Made {
  readonly changes: readonly TextDocumentEdit[];
  readonly unmade: readonly { readonly edit: string; readonly reason: string }[];
  readonly left: number;
}

async function madeIn(session: Session, asked: AskedFolder, wanted: ReadonlySet<string>, task: Task): Promise<Made> {
  const { copy, versions, question } = asked;
  const unmade = new Map<string, string>();
  const paths = new Set<string>();
  const chosen = asked.deployed.map((deployed) => ({
    deployed,
    cuts: cutsIn(stepsOf(deployed.facts)).filter((cut) => wanted.has(idOfEdit(cut))),
  }));
  for (const { cuts } of chosen) await inSlices(asked, textsOf(cuts), task);
  let workspace: Workspace = copy;
  for (const { deployed, cuts } of chosen) {
    const made = await inSlices(asked, makingEdits(workspace, deployed, cuts, session.rulesById), task);
    workspace = made.workspace;
    for (const path of made.paths) paths.add(path);
    for (const { cut, reason } of made.left) unmade.set(cut.edit, reason);
  }
  const changes = [...paths].flatMap((path) => {
    const [before, after] = [copy.text(path), workspace.text(path)];
    if (before === undefined || after === undefined || before === after) return [];
    return [textEdit(session.documents.paths, { path, before, after }, versions.get(path), annotation)];
  });
  return {
    changes,
    unmade: [...unmade].map(([edit, reason]) => ({ edit, reason })),
    left: waysLeft(deployedIn(workspace), question),
  };
}

/** @yields the files of edits, whose texts are needed. */
function* textsOf(cuts: readonly Cut[]): Generator<string, void, void> {
  for (const { fact } of cuts) yield fact.ref.file;
}

/** How many ways a fresh look at the changed texts finds. */
const waysLeft = (deployed: readonly Deployed[], question: AskedFolder['question']): number =>
  new Set(
    deployed.flatMap(({ facts }) => {
      const graph = graphOfFacts(facts);
      return waysOf(graph, question).ways.map(idOfWay(graph));
    }),
  ).size;
