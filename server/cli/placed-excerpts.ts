/** Gives the findings of a file the lines that they are about. Owns the question which lines hold secrets by what rules say. */
import { rules } from '../../rules/catalog/index.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { LineTable } from '../../rules/text/source.ts';
import type { ReadResult } from '../host/files.ts';
import { excerptsOf, type Marked } from './excerpt.ts';
import type { PlacedFinding } from './placed-finding.ts';

const marking: ReadonlySet<string> = new Set(rules.filter((rule) => rule.marksSecrets === true).map(({ id }) => id));

/** What a file has to say of itself for that. */
interface FileFindings {
  readonly path: string;
  readonly workspace: Workspace;
  readonly findings: readonly PlacedFinding[];
  readonly ignored: readonly PlacedFinding[];
  readonly told: readonly Finding[];
}

/**
 * @param file with all of its findings, those that a baseline knows among them. @param read what it holds now.
 * @returns the file; without excerpts where it is not any more what was checked.
 */
export function withExcerpts<F extends FileFindings>(file: F, read: ReadResult): F {
  const { path, workspace, findings, ignored, told } = file;
  const lines = workspace.lines(path);
  if (findings.length === 0 || lines === undefined || 'unreadable' in read) return file;
  const { starts, length } = new LineTable(read.text);
  if (length !== lines.length || starts.some((start, i) => start !== lines.starts[i])) return file;
  const places = findings.map(({ finding }) => markedBy(finding));
  const others = [...ignored.map(({ finding }) => finding), ...told].map(markedBy);
  const excerpts = excerptsOf(read.text, places, others);
  return { ...file, findings: findings.map((placed, i) => ({ ...placed, excerpt: excerpts[i] })) };
}

const markedBy = ({ rule, span }: Finding): Marked => ({ ...span, isSecret: marking.has(rule) });
