/** All that a container lacks in one step, and all that its object lacks. */
import { CodeActionKind } from 'vscode-languageserver';
import type { ResolvedEdit } from '../../../rules/engine/findings/finding.ts';
import { type EditKind, type Entry, editsOfFix, findingOf, type Offer, type Problem } from './code-action.ts';

const kind = 'harden';

export const harden: EditKind = {
  kind,
  read({ fingerprint, workload }) {
    if (typeof fingerprint !== 'string' || typeof workload !== 'boolean') return undefined;
    return (document) => editsOfFix(document.workspace.harden(findingOf(document, fingerprint), workload));
  },
};

export const hardenContainer: Entry = {
  offer(problem) {
    const step = problem.findings.length > 1 ? stepOf(problem, false) : undefined;
    return step === undefined ? [] : [{ ...offerOf(problem, step, false), isPreferable: true }];
  },
};

export const hardenObject: Entry = {
  offer(problem) {
    const { document, findings, first } = problem;
    // What a namespace lacks is told in single findings; one step puts it right all the same.
    const isNamespace = first.resource?.kind === 'Namespace';
    if (findings.length < 2 && !isNamespace) return [];
    const step = stepOf(problem, true);
    if (step === undefined) return [];
    const container = findings.length > 1 ? stepOf(problem, false) : undefined;
    const smaller = [
      // Of an object with one container both are the same.
      ...(container === undefined ? [] : [container]),
      ...(isNamespace ? document.workspace.fixes(first).filter((fix) => 'edits' in fix) : []),
    ];
    return smaller.some((other) => sameEdits(other, step))
      ? []
      : [{ ...offerOf(problem, step, true), kind: CodeActionKind.RefactorRewrite }];
  },
};

/** @param workload for the whole object, not the container alone. */
function stepOf({ document, first }: Problem, workload: boolean): ResolvedEdit | undefined {
  const step = document.workspace.harden(first, workload);
  return step !== undefined && 'edits' in step ? step : undefined;
}

/** @param workload the step is that of the whole object. */
function offerOf({ first }: Problem, { title }: ResolvedEdit, workload: boolean): Offer {
  return { title, choice: { kind, fingerprint: first.fingerprint, workload } };
}

function sameEdits(a: ResolvedEdit, b: ResolvedEdit): boolean {
  return JSON.stringify(a.edits) === JSON.stringify(b.edits);
}
