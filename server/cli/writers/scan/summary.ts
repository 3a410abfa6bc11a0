/** A scan in one sentence, for people. May change. */
import { severities } from '../../../../rules/contract/finding.ts';
import { plural } from '../../../../rules/text/plural.ts';
import { visiblePath } from '../../../../rules/text/visible.ts';
import type { Survey } from '../../scan-report.ts';

export function summaryOf({ files, resources, against }: Survey, durationMs: number): string {
  const all = files.flatMap(({ findings }) => findings);
  const counts = severities
    .map((severity) => [severity, all.filter(({ finding }) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  const safe = all.filter(({ finding }) => finding.fix === 'safe').length;
  const isNews = against.length > 0;
  const knownSentence = against
    .filter(({ known }) => known > 0)
    .map(
      ({ name, known }) =>
        ` ${plural(known, 'finding')} of ${visiblePath(name)} ${known === 1 ? 'is' : 'are'} not shown.`,
    )
    .join('');
  const what =
    all.length === 0
      ? `Nothing${isNews ? ' new' : ''} found`
      : `${plural(all.length, isNews ? 'new finding' : 'finding')} (${counts.map(([severity, count]) => `${count} ${severity}`).join(', ')})`;
  const advice = safe > 0 ? ` ${plural(safe, 'finding')} can be fixed safely by: seaworthy fix` : '';
  return `${what} in ${plural(files.length, 'file')} with ${plural(resources, 'resource')}, ${(durationMs / 1000).toFixed(1)} s.${knownSentence}${advice}`;
}
