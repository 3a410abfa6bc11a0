/** The same problem elsewhere in the file; a client that asks where is offered that instead. */
import type { Finding } from '../../../rules/engine/findings/finding.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import { editsInBulk, isFixable } from './bulk.ts';
import { type EditKind, type Entry, isInFolder } from './code-action.ts';

const kind = 'fix-rule';

/** So many problems of a rule are looked at to see whether it has several that can be fixed; how many it will be is found out when it is chosen. */
const siblingLimit = 20;

export const fixRuleInFile: Entry & EditKind = {
  kind,
  offer(problem) {
    if (!isFixable(problem) || (problem.client.previewsFixes && isInFolder(problem.document))) return [];
    const { workspace, path } = problem.document;
    const { rule } = problem.first;
    const siblings = workspace.findings(path).filter((finding) => finding.rule === rule);
    const fixed = siblings.slice(0, siblingLimit).filter((finding) => isFixedInBulk(workspace, finding));
    return fixed.length > 1 ? [{ title: `Fix all of ${rule} in this file`, choice: { kind, rule } }] : [];
  },
  read: ({ rule }) => (typeof rule === 'string' ? (document) => editsInBulk(document, 'review', rule) : undefined),
};

function isFixedInBulk(workspace: Workspace, finding: Finding): boolean {
  return workspace.fixes(finding).some((fix) => 'edits' in fix && fix.level !== 'template' && !fix.assumes);
}
