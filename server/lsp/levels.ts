/** How the editor shows what is how severe; the client's settings may say otherwise. */
import { DiagnosticSeverity } from 'vscode-languageserver';
import { type Severity, severities } from '../../rules/contract/finding.ts';

export type Levels = { readonly [severity in Severity]: DiagnosticSeverity };

/** What nobody wants is an error, what a careful person changes a warning. */
export const defaultLevels: Levels = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Hint,
};

const words = new Map<unknown, DiagnosticSeverity>([
  ['error', DiagnosticSeverity.Error],
  ['warning', DiagnosticSeverity.Warning],
  ['information', DiagnosticSeverity.Information],
  ['hint', DiagnosticSeverity.Hint],
]);

/** @param value of the setting: a map from severities to words; what makes no sense counts as not set. */
export function readLevels(value: unknown): Levels {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const read = (severity: Severity): DiagnosticSeverity =>
    words.get(Object.hasOwn(given, severity) ? given[severity] : undefined) ?? defaultLevels[severity];
  return Object.fromEntries(severities.map((severity) => [severity, read(severity)])) as unknown as Levels;
}
