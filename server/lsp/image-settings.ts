/** Settings on scans of images, checked at the border: what makes no sense counts as not set. */
import { DiagnosticSeverity } from 'vscode-languageserver';
import { isFilePath, slashed } from '../host/paths.ts';
import { objectOf } from '../scanners/answer.ts';
import { scanners } from '../scanners/index.ts';

export interface ImageSettings {
  /** A scanner's name, or `auto`. */
  readonly scanner: string;
  /** Absolute paths of programs, by the scanner's name. */
  readonly programs: ReadonlyMap<string, string>;
  /** Milliseconds after which an answer is old. */
  readonly maxAge: number;
  /** How the editor shows what is known of an image; undefined for not at all. */
  readonly level: DiagnosticSeverity | undefined;
}

const hour = 3_600_000;

export const defaultImageSettings: ImageSettings = {
  scanner: 'auto',
  programs: new Map(),
  maxAge: 24 * hour,
  level: DiagnosticSeverity.Information,
};

const levels = new Map<unknown, DiagnosticSeverity | undefined>([
  ['error', DiagnosticSeverity.Error],
  ['warning', DiagnosticSeverity.Warning],
  ['information', DiagnosticSeverity.Information],
  ['hint', DiagnosticSeverity.Hint],
  ['off', undefined],
]);

/** @param value of the setting `seaworthy.imageScan`. */
export function readImageSettings(value: unknown): ImageSettings {
  const given = objectOf(value);
  const { scanner, maxAgeHours: age, level } = given;
  const programs = Object.entries(objectOf(given['programs'])).flatMap(([name, path]): [string, string][] =>
    typeof path === 'string' && isFilePath(slashed(path)) ? [[name, slashed(path)]] : [],
  );
  return {
    scanner: scanners.find(({ name }) => name === scanner)?.name ?? 'auto',
    programs: new Map(programs),
    maxAge: typeof age === 'number' && age >= 0 && age <= 24 * 366 ? age * hour : defaultImageSettings.maxAge,
    level: levels.has(level) ? levels.get(level) : defaultImageSettings.level,
  };
}
