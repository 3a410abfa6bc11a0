/** The files that fixes of rules add, for a host that writes them. Must not know disks. */
import type { NewFile } from '../../contract/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { Workspace } from '../workspace.ts';

/** A file that is to be added, and what it mends. */
export interface Addition extends NewFile {
  readonly findings: readonly Finding[];
}

/**
 * @param paths of files that were retained. @param only ids of the rules that were named: no file is added unasked.
 * @returns one addition for each file, with the text of the first fix that adds it.
 */
export function newFiles(
  workspace: Workspace,
  paths: readonly string[],
  level: 'safe' | 'review',
  only: ReadonlySet<string>,
): readonly Addition[] {
  const found = new Map<string, Addition>();
  for (const finding of paths.flatMap((path) => workspace.findings(path)).filter(({ rule }) => only.has(rule))) {
    const fix = workspace
      .fixes(finding)
      .find((one) => 'edits' in one && !one.assumes && (one.level === 'safe' || one.level === level));
    const creates = fix !== undefined && 'edits' in fix ? (fix.creates ?? []) : [];
    for (const { path, text } of creates) {
      const known = found.get(path);
      found.set(path, { path, text: known?.text ?? text, findings: [...(known?.findings ?? []), finding] });
    }
  }
  return [...found.values()];
}
