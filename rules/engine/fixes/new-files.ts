/** The files that fixes of rules add, for a host that writes them. Must not know disks. */
import type { NewFile } from '../../contract/finding.ts';
import { baseName } from '../../text/path.ts';
import type { Finding, ResolvedEdit, ResolvedFix } from '../findings/finding.ts';
import type { Workspace } from '../workspace.ts';
import { freePath } from './own-file.ts';

/** A file that is to be added, and what it mends. */
export interface Addition extends NewFile {
  readonly findings: readonly Finding[];
}

/**
 * @param paths of files that were retained. @param only ids of the rules that were named: no file is added unasked.
 * @param ownFiles whether what could be written into a file that is there goes into one of its own.
 * @returns one addition for each file, with the text of the first fix that adds it.
 */
export function newFiles(
  workspace: Workspace,
  paths: readonly string[],
  level: 'safe' | 'review',
  only: ReadonlySet<string>,
  ownFiles = false,
): readonly Addition[] {
  const found = new Map<string, Addition>();
  const takes = (fix: ResolvedFix): fix is ResolvedEdit =>
    'edits' in fix &&
    !fix.assumes &&
    (fix.level === 'safe' || fix.level === level) &&
    (!ownFiles || fix.creates !== undefined);
  for (const finding of paths.flatMap((path) => workspace.findings(path)).filter(({ rule }) => only.has(rule)))
    for (const file of workspace.fixes(finding).find(takes)?.creates ?? []) {
      // Files of one name and another text are those of namesakes.
      const same = (path: string): boolean => found.get(path)?.text === file.text;
      const path = freePath(
        file.path,
        (one) => !same(one) && (found.has(one) || (one !== file.path && workspace.has(one))),
      );
      const known = found.get(path);
      found.set(path, { ...renamed(file, path), findings: [...(known?.findings ?? []), finding] });
    }
  return [...found.values()];
}

function renamed({ path: before, text, listIn }: NewFile, path: string): NewFile {
  if (listIn === undefined) return { path, text };
  const entry = `${listIn.entry.slice(0, listIn.entry.length - baseName(before).length)}${baseName(path)}`;
  return { path, text, listIn: { ...listIn, entry } };
}
