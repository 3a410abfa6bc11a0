/** Results of scans for people and as JSON. The texts of scanners are others', and are made visible. */
import { visible, visibleJson, visiblePath } from '../../../rules/text/visible.ts';
import { between, moment } from '../../host/today.ts';
import { countsOf, type Vulnerability } from '../../scanners/report.ts';
import { summaryOf } from '../../scanners/result.ts';
import { type ScannedImage, saidOf } from '../image-scan.ts';

export const scanWriters = { text, json };

/** Vulnerabilities of an image that are written out; the rest are counted. */
const shown = 20;

function text(scanned: readonly ScannedImage[]): string {
  if (scanned.length === 0) return 'Nothing here names an image.\n';
  return `${scanned.map(lines).join('\n\n')}\n`;
}

function lines({ image, platform, uses, outcome, stale }: ScannedImage): string {
  const head = visible(platform === null ? image : `${image} (${platform})`);
  const used = uses.map(({ file, line }) => `  ${visiblePath(file)}:${line}`);
  if ('cause' in outcome) return [head, ...used, `  not scanned: ${saidOf(outcome)}`].join('\n');
  const { vulnerabilities } = outcome.report;
  const left = vulnerabilities.length - shown;
  return [
    head,
    ...used,
    `  ${visible(summaryOf(outcome, moment(), between))}${stale ? `; old: scanned ${outcome.scannedAt.slice(0, 10)}` : ''}`,
    ...vulnerabilities.slice(0, shown).map((one) => `    ${visible(lineOf(one))}`),
    ...(left > 0 ? [`    and ${left} more`] : []),
    ...(outcome.report.accepted ?? []).map(
      ({ vulnerability: { id }, reason, until }) => `    accepted until ${until}: ${visible(`${id}: ${reason}`)}`,
    ),
  ].join('\n');
}

function lineOf({ id, severity, package: { name, version }, fixed, title, from, exploited }: Vulnerability): string {
  const notes = [
    ...(exploited === true ? ['exploited'] : []),
    ...(from === 'base' ? ['from the base image'] : from === 'own' ? ['not from the base image'] : []),
  ];
  const fix = fixed.length === 0 ? 'no fix' : `fixed in ${fixed.join(', ')}`;
  const said = title === '' ? '' : `: ${title.split(/\r?\n/)[0]?.slice(0, 100)}`;
  return `${severity} ${id} ${name} ${version}, ${[fix, ...notes].join(', ')}${said}`;
}

/** An object of each image: where it is used, and either `failure` or what was found, the worst first. */
function json(scanned: readonly ScannedImage[]): string {
  const images = scanned.map(({ image, platform, uses, outcome, stale, failing }) => {
    const about = { image, platform, uses };
    if ('cause' in outcome) return { ...about, failure: outcome };
    const { report, ...by } = outcome;
    const { digests, os, suppressed, vulnerabilities, accepted = [] } = report;
    return {
      ...about,
      ...by,
      stale,
      failing: failing.length,
      digests,
      os: os ?? null,
      suppressed,
      counts: countsOf(vulnerabilities),
      vulnerabilities,
      accepted,
    };
  });
  return `${visibleJson(JSON.stringify(images, null, 2))}\n`;
}
