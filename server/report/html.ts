/** A report in one page for people: what to do first, posture by framework, namespace and workload, and every finding. It loads nothing. */
import { severities } from '../../rules/contract/finding.ts';
import { plural } from '../../rules/text/plural.ts';
import { version } from '../version.ts';
import { described } from './described.ts';
import { bar, type Cell, countCells, counted, html, prose, table } from './markup.ts';
import { script, style } from './page.ts';
import {
  type Counts,
  countsOf,
  frameworkPostures,
  type Group,
  groupsBy,
  namespaceOf,
  placeOf,
  workloadOf,
} from './posture.ts';
import type { Report, ReportedFinding } from './report.ts';
import { worstFirst } from './worst-first.ts';

/** More a browser shows slowly, and nobody reads. */
const mostFindings = 5000;
const mostGroups = 200;
/** Places that come first. */
const first = 3;

/** A page around a report that has its own colours. */
export interface Surroundings {
  /** A style sheet that counts above that of the report. */
  readonly style: string;
  /** What the page runs besides. */
  readonly script: string;
}

/** The SHA-256 of a text, in base64: a page allows its own scripts and styles by it. */
export type Sha256 = (text: string) => string;

/** @param around left out: the report is a file of its own. @returns a page that loads nothing. */
export function writeReport(report: Report, sha256: Sha256, around?: Surroundings): string {
  const hashOf = (text: string): string => `'sha256-${sha256(text)}'`;
  const styles = [style, ...(around === undefined ? [] : [around.style])];
  const scripts = [script, ...(around === undefined ? [] : [around.script])];
  const all = worstFirst(report.findings);
  const counts = countsOf(all);
  const policy = `default-src 'none'; style-src ${styles.map(hashOf).join(' ')}; script-src ${scripts.map(hashOf).join(' ')}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Seaworthy: ${counted(counts)}</title>
${styles.map((text) => `<style>${text}</style>`).join('\n')}
</head>
<body>
<header>
<h1>Seaworthy report</h1>
${verdict(report, all.length, counts)}
</header>
<main>
${[firstSection(groupsBy(all, placeOf)), frameworkSection(report), ...groupSections(report), findingSection(all), skippedSection(report)].join('\n')}
</main>
<footer class="quiet"><p>Written by Seaworthy ${html(version)}. This file loads nothing and sends nothing.</p></footer>
${scripts.map((text) => `<script>${text}</script>`).join('\n')}
</body>
</html>
`;
}

function verdict({ files, resources, trends }: Report, total: number, counts: Counts): string {
  const where = `${plural(files, 'file')} with ${plural(resources, 'resource')}`;
  const isNews = trends.length > 0;
  const said =
    total === 0
      ? `Nothing${isNews ? ' new' : ''} was found in ${where}.`
      : `${isNews ? 'New: ' : ''}${counted(counts)}, in ${where}.`;
  const tiles = severities
    .map((severity) => `<li class="${severity}"><strong>${counts[severity]}</strong> ${severity}</li>`)
    .join('');
  const trend = trends.map(
    ({ name, known, gone }) =>
      `<p>Against <code>${html(name)}</code>: ${plural(total, 'new finding')}, ${known} known and not shown, ${gone} fixed.</p>`,
  );
  return `<p class="verdict">${said}</p>\n${bar(counts)}\n<ul class="tiles">${tiles}</ul>\n${trend.join('\n')}`;
}

function firstSection(places: readonly Group[]): string {
  const chosen = places.slice(0, first);
  if (chosen.length === 0) return '';
  const together = counted(countsOf(chosen.flatMap(({ findings }) => findings)));
  const items = chosen.map(({ name, counts, findings }) => {
    const titles = [...new Set(worstFirst(findings).map(({ finding }) => described(finding.rule).title))].slice(0, 3);
    return `<li><strong>${html(name)}</strong>: ${counted(counts)}<br><span class="quiet">${titles.map(prose).join('; ')}</span></li>`;
  });
  const places_ = chosen.length === 1 ? 'An edit of this place closes' : `Edits of these ${chosen.length} places close`;
  return `<h2>What to do first</h2>\n<p>${places_} ${together}.</p>\n<ol class="first">\n${items.join('\n')}\n</ol>`;
}

function frameworkSection({ findings }: Report): string {
  const rows = frameworkPostures(findings).map(({ name, asked, broken }): readonly Cell[] => {
    const good = ((asked - broken.length) / asked) * 100;
    const meter = `<svg class="bar" role="img" aria-label="${broken.length} of ${asked} controls with findings" viewBox="0 0 100 8" preserveAspectRatio="none"><rect class="good" width="${good.toFixed(2)}" height="8"/><rect class="high" x="${good.toFixed(2)}" width="${(100 - good).toFixed(2)}" height="8"/></svg>`;
    return [
      { markup: html(name) },
      { markup: `${broken.length} of ${asked}`, sort: broken.length },
      { markup: meter, sort: good },
      { markup: broken.length === 0 ? 'none' : broken.map(html).join(', ') },
    ];
  });
  return `<h2>By framework</h2>
<p class="quiet">Controls that files can show. One without a finding is not proved: what runs may differ from what is written.</p>
${table('Controls by framework', ['Framework', 'Controls with findings', 'Share', 'Which'], rows)}`;
}

function groupSections({ findings: all }: Report): readonly string[] {
  return (
    [
      ['namespace', groupsBy(all, namespaceOf)],
      ['workload or file', groupsBy(all, workloadOf)],
    ] as const
  ).map(([what, groups]) => {
    if (groups.length === 0) return '';
    const rows = groups
      .slice(0, mostGroups)
      .map(({ name, counts, total }): readonly Cell[] => [
        { markup: html(name) },
        { markup: bar(counts), sort: total },
        ...countCells(counts, total),
      ]);
    const more = groups.length > mostGroups ? `<p class="quiet">The worst ${mostGroups} of ${groups.length}.</p>` : '';
    const columns = [what[0]?.toUpperCase() + what.slice(1), 'Severity', 'Findings', ...severities];
    return `<h2>By ${what}</h2>\n${more}\n${table(`Findings by ${what}`, columns, rows)}`;
  });
}

/** @param all the worst first. */
function findingSection(all: readonly ReportedFinding[]): string {
  if (all.length === 0) return '';
  const rows = all.slice(0, mostFindings).map(({ finding, file, line, link }): readonly Cell[] => {
    const { rule, severity, message, fix } = finding;
    const place = `<code>${html(`${file}:${line + 1}`)}</code>`;
    return [
      { markup: html(message) },
      {
        markup: `<span class="severity ${severity}">${severity}</span>`,
        sort: severities.indexOf(severity),
      },
      { markup: link === undefined ? place : `<a href="${html(link)}">${place}</a>` },
      { markup: `<code>${html(rule)}</code>` },
      { markup: prose(described(rule).remedy) },
      { markup: fix ?? 'by hand' },
    ];
  });
  const more = all.length > mostFindings ? ` The worst ${mostFindings} of ${all.length} are listed.` : '';
  return `<h2 id="all">All findings</h2>
<label for="filter">Show those that hold all of these words <input id="filter" type="search" autocomplete="off"></label>
<p class="quiet"><span id="shown" role="status">${rows.length} shown</span>.${more}</p>
<div id="findings">${table('All findings', ['Finding', 'Severity', 'Place', 'Rule', 'What to do', 'Fix'], rows)}</div>`;
}

function skippedSection({ skipped }: Report): string {
  if (skipped.length === 0) return '';
  const rows = skipped.map(({ file, reason }): readonly Cell[] => [
    { markup: `<code>${html(file)}</code>` },
    { markup: html(reason) },
  ]);
  return `<h2>Not checked</h2>\n${table('Files that were not checked', ['File', 'Why'], rows)}`;
}
