/** Findings as the command line shows them: offsets have become lines and columns, fixes the texts that they replace. */
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { Remedy } from '../../rules/engine/fixes/remedy.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { LineTable, Position, Span } from '../../rules/text/source.ts';
import type { Excerpt } from './excerpt.ts';

/** A stretch of a file, zero-based and in UTF-16, as in LSP. */
export interface Stretch {
  readonly start: Position;
  readonly end: Position;
}

/** A fix as a program can apply it: none of its texts waits for a value of the author's. */
export interface PlacedEdit {
  readonly title: string;
  readonly replacements: readonly (Stretch & { readonly text: string })[];
}

export interface PlacedFinding extends Stretch {
  readonly finding: Finding;
  /** How it can be fixed, where that was asked for. */
  readonly remedy: Remedy | undefined;
  /** The best fix, where edits were asked for and there is one. */
  readonly edit: PlacedEdit | undefined;
  /** The lines that it is about, where a person is going to look at them. */
  readonly excerpt: Excerpt | undefined;
  /** Other places that explain it, of the files that were read. */
  readonly related: readonly (Stretch & { readonly path: string; readonly message: string })[];
  /** Where the same is found that is told here for all; left out where that is nowhere. */
  readonly alsoAt?: readonly (Stretch & { readonly path: string })[];
}

/** A finding that its author hid, with the reason that they wrote. */
export interface IgnoredPlace extends PlacedFinding {
  readonly reason: string;
}

/** @returns the finding at its place, without remedy, edit and excerpt. */
export function placed(finding: Finding, workspace: Workspace): PlacedFinding {
  return {
    finding,
    remedy: undefined,
    edit: undefined,
    excerpt: undefined,
    ...stretch(finding.span, workspace.lines(finding.path)),
    related: finding.related.flatMap(({ path, span, message }) => {
      const lines = workspace.lines(path);
      return lines === undefined ? [] : [{ path, message, ...stretch(span, lines) }];
    }),
  };
}

function stretch({ start, end }: Span, lines: LineTable | undefined): Stretch {
  const at = (offset: number): Position => lines?.positionAt(offset) ?? { line: 0, character: 0 };
  return { start: at(start), end: at(end) };
}

/** Characters of one file that may be read to prove its fixes, each of which reads its document again. */
const proofBudget = 8 * 1024 * 1024;

/** The fixes of a file, as programs apply them. */
export interface FileEdits {
  /** None for what a person has to decide or to write. */
  readonly of: ReadonlyMap<Finding, PlacedEdit>;
  /** How many findings have fixes that were not made, since there are too many in too long a text. */
  readonly left: number;
}

/** @param findings of one file that was retained. */
export function editsOf(findings: readonly Finding[], workspace: Workspace): FileEdits {
  const found = new Map<Finding, PlacedEdit>();
  const fixable = findings.filter(({ fix }) => fix !== undefined && fix !== 'template');
  let budget = proofBudget;
  let tried = 0;
  for (const finding of fixable) {
    budget -= documentLength(workspace.text(finding.path) ?? '', finding.span.start);
    if (budget < 0) break;
    tried++;
    const edit = editOf(finding, workspace);
    if (edit !== undefined) found.set(finding, edit);
  }
  return { of: found, left: fixable.length - tried };
}

/** About how long the document of an offset is. */
function documentLength(text: string, at: number): number {
  const end = text.indexOf('\n---', at);
  return (end < 0 ? text.length : end) - Math.max(0, text.lastIndexOf('\n---', at));
}

function editOf(finding: Finding, workspace: Workspace): PlacedEdit | undefined {
  const [best] = workspace.fixes(finding);
  if (best === undefined || !('edits' in best) || best.level === 'template' || best.assumes) return undefined;
  const lines = workspace.lines(finding.path);
  return {
    title: best.title,
    replacements: best.edits.map((edit) => ({ ...stretch(edit, lines), text: edit.text })),
  };
}
