/**
 * Turns changes into text edits that keep every byte they need not touch: comments, quotes, indentation, flow style, line endings, the final newline. All
 * changes are first put together on the tree (`edit/planner.ts`), then written from top to bottom in one go (`edit/block.ts`, `edit/flow.ts`), then proved: the
 * edited text is read again and differs in what the changes say and nothing else. Refuses, with a reason, where that cannot be. Knows nothing of Kubernetes.
 */
import { applyEdits, insert, type TextEdit } from '../text/edit.ts';
import { lineEndingOf } from '../text/source.ts';
import { type Change, isRefusal, type Refusal } from './change.ts';
import { BlockWriter } from './edit/block.ts';
import type { DocumentPlan } from './edit/plan.ts';
import { planFor } from './edit/planner.ts';
import { fulfils } from './edit/proof.ts';
import { OutOfOrder, Splice } from './edit/splice.ts';
import { Surroundings } from './edit/style.ts';
import { parseDocument } from './parse.ts';
import type { YamlDocument } from './tree.ts';

/**
 * @param read what is edited as the document was read, where that is another way than a file is.
 * @returns edits in offsets of the document's slice, in order and none overlapping; or the first reason why one change cannot be made.
 */
export function editsFor(
  document: YamlDocument,
  changes: readonly Change[],
  read: (text: string) => YamlDocument = parseDocument,
): readonly TextEdit[] | Refusal {
  // Where the tree and the text part, nobody can say what an edit would do.
  if (document.problems.length > 0) return { refused: 'The document cannot be read as a whole; fix its syntax first.' };
  const plan = planFor(document, changes);
  if (isRefusal(plan)) return plan;
  const edits = written(document, plan);
  if (isRefusal(edits)) return edits;
  const after = read(applyEdits(document.text, edits));
  if (after.problems.length > 0) return { refused: 'The edit would leave YAML that cannot be read.' };
  if (!fulfils(document.root, plan.root, after.root)) return { refused: 'The edit would change more than it says.' };
  return plan.documents.length === 0 ? edits : withFollowing(document.text, edits, plan.documents);
}

function written(document: YamlDocument, { root }: DocumentPlan): readonly TextEdit[] | Refusal {
  const splice = new Splice(document.text);
  const surroundings = new Surroundings(document);
  const writer = new BlockWriter({ splice, surroundings, eol: lineEndingOf(document.text) }, document.json);
  try {
    if (root !== undefined) writer.root(document.root, root);
  } catch (error) {
    if (!(error instanceof OutOfOrder)) throw error;
    return { refused: 'Two of these changes touch the same text; apply them one after the other.' };
  }
  return splice.edits();
}

/** With texts of documents at the end, each behind its separator. */
function withFollowing(text: string, edits: readonly TextEdit[], documents: readonly string[]): readonly TextEdit[] {
  const eol = lineEndingOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  const following = before + documents.map((body) => `---\n${body.trim()}\n`.replaceAll('\n', eol)).join('');
  const last = edits.at(-1);
  if (last?.end === text.length) return [...edits.slice(0, -1), { ...last, text: last.text + following }];
  return [...edits, insert(text.length, following)];
}
