/** What is shown of one file: its findings as diagnostics, and why its check was cut short. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { unusedIgnore } from '../../rules/engine/findings/notices.ts';
import { type DiagnosticStyle, type Located, stoppedDiagnostic, toDiagnostics } from './convert.ts';
import { present } from './presentation.ts';
import { sentenceOf, type TimeLimitedWorkspace } from './time-limit.ts';

/**
 * @param shown which of its findings.
 * @param uri of the file, as the client knows it.
 * @param uriOf the same for other files; left out when the client shows no places of them.
 * @param style how the client shows diagnostics of the folder.
 */
export function diagnosticsOf(
  workspace: TimeLimitedWorkspace,
  path: string,
  shown: readonly Finding[],
  uri: string,
  uriOf: ((path: string) => string) | undefined,
  style: DiagnosticStyle,
): Diagnostic[] {
  const lines = workspace.lines(path);
  if (lines === undefined) return [];
  const locate = (other: string): Located | undefined => {
    if (other === path) return { uri, lines };
    const known = workspace.lines(other);
    return known === undefined || uriOf === undefined ? undefined : { uri: uriOf(other), lines: known };
  };
  const options = { ...style, lines, locate: uriOf === undefined ? undefined : locate };
  const overrun = workspace.stopped(path);
  if (overrun === undefined) return toDiagnostics(present(shown), options);
  // What was not looked for cannot be said to be missing.
  const found = shown.filter(({ rule }) => rule !== unusedIgnore.id);
  return [stoppedDiagnostic(sentenceOf(overrun)), ...toDiagnostics(present(found), options)];
}
