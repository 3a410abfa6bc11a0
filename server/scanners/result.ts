/** A scan with its answer: who gave it, when, by what; as a text that is kept, and in words. */
import {
  type Answer,
  levelOf,
  linkOf,
  listOf,
  objectOf,
  parseAnswer,
  textOf,
  textsOf,
  timeOf,
  withDigests,
} from './answer.ts';
import { countsOf, type ImageReport, levels, ordered, type Vulnerability } from './report.ts';

/** All times are of ISO 8601. */
export interface ScanResult {
  readonly scanner: string;
  /** As people call it. */
  readonly title: string;
  readonly version: string;
  /** When the database was made; undefined where the scanner does not say. */
  readonly database?: string;
  readonly scannedAt: string;
  readonly report: ImageReport;
}

const schema = 1;

export function resultText(result: ScanResult): string {
  return JSON.stringify({ schema, ...result });
}

/** @returns undefined for what no `resultText` of this version made. */
export function readResult(text: string): ScanResult | undefined {
  try {
    const kept = parseAnswer(text);
    const [scanner, title, version] = ['scanner', 'title', 'version'].map((key) => textOf(kept[key]));
    const scannedAt = timeOf(kept['scannedAt']);
    const report = objectOf(kept['report']);
    if (kept['schema'] !== schema || !scanner || !title || !version || scannedAt === undefined) return undefined;
    if (!Array.isArray(report['vulnerabilities'])) return undefined;
    const database = timeOf(kept['database']);
    return {
      scanner,
      title,
      version,
      ...(database === undefined ? {} : { database }),
      scannedAt,
      report: readReport(report),
    };
  } catch {
    return undefined;
  }
}

function readReport(report: Answer): ImageReport {
  const os = objectOf(report['os']);
  const name = textOf(os['name']);
  return {
    digests: textsOf(report['digests']),
    named: withDigests(report['named']),
    ...(name === undefined ? {} : { os: { name, isEnded: os['isEnded'] === true } }),
    vulnerabilities: ordered(listOf(report['vulnerabilities']).map((one) => vulnerability(objectOf(one)))),
    steps: listOf(report['steps']).map((one) => {
      const [by, layer] = ['by', 'layer'].map((key) => textOf(objectOf(one)[key]));
      return layer === undefined ? { by: by ?? '' } : { by: by ?? '', layer };
    }),
    suppressed: typeof report['suppressed'] === 'number' ? report['suppressed'] : 0,
  };
}

function vulnerability(one: Answer): Vulnerability {
  const { name, version, purl } = objectOf(one['package']);
  const texts: { [key in 'severitySource' | 'layer']?: string } = {};
  for (const key of ['severitySource', 'layer'] as const) {
    const text = textOf(one[key]);
    if (text !== undefined) texts[key] = text;
  }
  const link = linkOf(one['link']);
  const [from, exploited, epss] = [one['from'], one['exploited'], one['epss']];
  return {
    id: textOf(one['id']) ?? '',
    aliases: textsOf(one['aliases']),
    severity: levelOf(one['severity']),
    ...texts,
    package: {
      name: textOf(name) ?? '',
      version: textOf(version) ?? '',
      ...(typeof purl === 'string' ? { purl } : {}),
    },
    fixed: textsOf(one['fixed']),
    title: textOf(one['title']) ?? '',
    ...(link === undefined ? {} : { link }),
    ...(from === 'base' || from === 'own' ? { from } : {}),
    ...(typeof exploited === 'boolean' ? { exploited } : {}),
    ...(typeof epss === 'number' ? { epss } : {}),
  };
}

/** Days after which a database without an answer is no sign of harmlessness. */
const oldDatabase = 14;

const day = 24 * 60 * 60 * 1000;

/** Milliseconds between two times, of which the host knows how to ask. */
export type Between = (from: string, to: string) => number;

/** One line: what is known, by whom and of when. @param now of ISO 8601. */
export function summaryOf({ title, database, scannedAt, report }: ScanResult, now: string, between: Between): string {
  const { bySeverity, fixable, exploited } = countsOf(report.vulnerabilities);
  const counts = levels.flatMap((level) => (bySeverity[level] === 0 ? [] : `${bySeverity[level]} ${level}`));
  const days = database === undefined ? 0 : Math.floor(between(database, now) / day);
  const date = database?.slice(0, 10);
  const said = [
    ...(counts.length > 0 ? [`Known vulnerabilities: ${counts.join(', ')}`] : []),
    ...(counts.length === 0
      ? [days > oldDatabase ? `Nothing was known as of ${date}` : 'No known vulnerabilities']
      : []),
    ...(fixable > 0 ? [`${fixable} with a fix`] : []),
    ...(exploited > 0 ? [`${exploited} exploited`] : []),
    ...(report.suppressed > 0 ? [`${report.suppressed} left out by ${title}`] : []),
    ...(report.accepted === undefined ? [] : [`${report.accepted.length} accepted`]),
    ...(report.os?.isEnded === true ? [`${report.os.name} gets no updates any more`] : []),
  ];
  const age = days > 2 ? `, ${days} days old` : '';
  const source = date === undefined ? `${title}, ${scannedAt.slice(0, 10)}` : `${title}, database of ${date}${age}`;
  return `${said.join('; ')} (${source})`;
}

/** Whether there is something to say: a result without findings by a fresh database is none. @param now of ISO 8601. */
export function isWorthSaying({ database, report }: ScanResult, now: string, between: Between): boolean {
  if (report.vulnerabilities.length > 0 || report.os?.isEnded === true) return true;
  return database !== undefined && between(database, now) > oldDatabase * day;
}

/** Whether a result is too old to count. @param maxAge in milliseconds. */
export function isStale({ scannedAt }: ScanResult, now: string, maxAge: number, between: Between): boolean {
  const age = between(scannedAt, now);
  // A result of the future comes from a clock that was wrong.
  return !(age >= -day && age <= maxAge);
}
