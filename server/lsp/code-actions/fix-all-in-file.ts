/** All that is safe in the file: beside a problem that is, where the client cannot ask, and as the source action that editors run on save. */
import type { AnalysedDocument } from '../analysed-document.ts';
import { editsInBulk, isFixable } from './bulk.ts';
import type { EditKind, Entry, Offer } from './code-action.ts';

const choice = { kind: 'fix-all' };

export const fixAllInFile: Entry & EditKind = {
  kind: choice.kind,
  offer(problem) {
    const { workspace, path } = problem.document;
    const { fix, rule } = problem.first;
    const isSafeElsewhere = (): boolean =>
      workspace.findings(path).some((finding) => finding.fix === 'safe' && finding.rule !== rule);
    return isFixable(problem) && !problem.client.previewsFixes && fix === 'safe' && isSafeElsewhere()
      ? [{ title: 'Fix all safe Seaworthy problems in this file', choice }]
      : [];
  },
  read: () => (document) => editsInBulk(document, 'safe'),
};

/** Of the whole file, wherever the cursor is; none when there is nothing to fix. */
export function sourceFixAll(document: AnalysedDocument): readonly Offer[] {
  return editsInBulk(document, 'safe').length > 0 ? [{ title: 'Fix all safe Seaworthy problems', choice }] : [];
}
