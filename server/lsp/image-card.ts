/** The card of an image in a hover: what is known of it, and the worst of that. The texts of scanners are others' and are shown as they are written. */
import type { Vulnerability } from '../scanners/report.ts';
import type { ScanResult } from '../scanners/result.ts';
import { markdown } from './markdown.ts';

/** Vulnerabilities on a card. */
const shown = 5;

/** @param summary one line of what is known; undefined where a problem at the image says it already. */
export function imageCard({ report, title, version, scannedAt }: ScanResult, summary: string | undefined): string {
  const { vulnerabilities } = report;
  const left = vulnerabilities.length - shown;
  return [
    ...(summary === undefined ? [] : [`**${markdown(summary)}**`]),
    ...(vulnerabilities.length === 0 ? [] : [vulnerabilities.slice(0, shown).map(line).join('\n')]),
    ...(left > 0 ? [`and ${left} more`] : []),
    `*${markdown(`${title} ${version}, ${scannedAt.slice(0, 16).replace('T', ' ')} UTC`)}*`,
  ].join('\n\n');
}

function line({
  id,
  severity,
  link,
  package: { name, version },
  fixed,
  title,
  from,
  exploited,
}: Vulnerability): string {
  const head = link === undefined ? markdown(id) : `[${markdown(id)}](${link})`;
  const notes = [
    severity,
    ...(exploited === true ? ['exploited'] : []),
    `${name} ${version}`,
    fixed.length === 0 ? 'no fix' : `fixed in ${fixed.join(', ')}`,
    ...(from === 'base' ? ['from the base image'] : []),
  ];
  const said = title === '' ? '' : `: ${markdown(title.slice(0, 120))}`;
  return `- ${head} ${markdown(notes.join(' · '))}${said}`;
}
