/** What a survey has that a baseline or a commit has not: what is known is set apart, before anything is written. */
import { rules } from '../../rules/catalog/index.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { type BaselineEntry, type Candidate, entryOf, readBaseline } from '../host/baseline/entry.ts';
import { historyOf, type Past, pastOf } from '../host/baseline/history.ts';
import { compare } from '../host/baseline/known.ts';
import { baselineOf, repositoryOf } from '../host/baseline/place.ts';
import { isWithin } from '../host/files.ts';
import { nodeFiles } from '../host/node-files.ts';
import { nameOf } from '../host/scan.ts';
import type { Against } from './against.ts';
import { type Output, UsageError } from './output.ts';
import { inRealFolder, realCurrentFolder, toInner, toOuter } from './paths.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { type Survey, type SurveyOptions, survey } from './scan-report.ts';

/** A finding as a baseline may know it; `placed` only where it is shown. */
export type Known = Candidate & { readonly placed?: PlacedFinding };

/** @returns findings below the folder, their files named from it: those that are shown, and those that one of them tells. */
export function candidates({ files }: Survey, folder: string): readonly Known[] {
  return files.flatMap(({ path, findings, told }) => {
    if (!isWithin(folder, path)) return [];
    const known = ({ rule, severity, identity }: Finding): Known => ({
      rule,
      severity,
      identity: { ...identity, file: nameOf(path, folder) },
    });
    return [...findings.map((placed) => ({ ...known(placed.finding), placed })), ...told.map(known)];
  });
}

/** A baseline that was read. */
export interface FoundBaseline {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly commit: string | null;
  readonly findings: readonly BaselineEntry[];
}

/**
 * @param named by the user; left out: the one that is in force for the current folder.
 * @returns undefined where there is none. @throws UsageError when it cannot be read.
 */
export async function readNamedBaseline(named: string | undefined): Promise<FoundBaseline | undefined> {
  const path = named === undefined ? await baselineOf(nodeFiles, realCurrentFolder()) : inRealFolder(named);
  if (path === undefined) return undefined;
  const read = nodeFiles.read(path);
  if ('unreadable' in read) throw new UsageError(`the baseline ${toOuter(path)} cannot be read: ${read.unreadable}`);
  const said = readBaseline(read.text);
  if (typeof said === 'string') throw new UsageError(`the baseline ${toOuter(path)} cannot be read: ${said}`);
  return { path, folder: directoryOf(path) || '/', text: read.text, ...said };
}

/** What a baseline has of a survey. @param paths that were asked for. */
export async function againstBaseline(
  found: Survey,
  baseline: FoundBaseline,
  paths: readonly string[],
  output: Output,
): Promise<Survey> {
  const { path, folder, commit, findings } = baseline;
  const past = commit === null ? undefined : await pastOf(nodeFiles, folder, commit);
  const news = await apart(found, folder, findings, past, { name: toOuter(path), kind: 'baseline' }, paths);
  if (commit !== null && past === undefined && news.against.some(({ gone }) => gone.length > 0))
    output.error(
      `the commit of the baseline, ${commit.slice(0, 12)}, is not in this copy of the repository: names that changed since are not followed`,
    );
  return news;
}

/** What a commit has of a survey. @throws UsageError where there is no such commit. */
export async function againstCommit(found: Survey, reference: string, options: SurveyOptions): Promise<Survey> {
  const folder = await repositoryOf(nodeFiles, realCurrentFolder());
  if (folder === undefined) throw new UsageError('--since needs a Git repository around the current folder');
  const past = await pastOf(nodeFiles, folder, reference);
  if (past === undefined)
    throw new UsageError(
      `there is no commit ${reference} in this copy of the repository; a shallow clone has to be made deeper`,
    );
  // What is wrong with its files was said of those of now, or is mended.
  const silent: Output = { out: () => undefined, error: () => undefined, flushed: async () => undefined };
  const before = await survey(
    { ...options, remedies: false, edits: false, retain: false, files: past.files, progress: undefined },
    silent,
  );
  const entries = candidates(before, folder).map(entryOf);
  return apart(found, folder, entries, past, { name: reference, kind: 'commit' }, options.paths);
}

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
const uncovers = (rule: string): readonly string[] => byId.get(rule)?.uncovers ?? [];

async function apart(
  found: Survey,
  folder: string,
  entries: readonly BaselineEntry[],
  past: Past | undefined,
  name: Pick<Against, 'name' | 'kind'>,
  paths: readonly string[],
): Promise<Survey> {
  const history = past === undefined ? undefined : historyOf(nodeFiles, past.files, folder);
  const { known, gone } = await compare(candidates(found, folder), entries, history, uncovers);
  const hidden = new Set([...known.keys()].flatMap(({ placed }) => placed ?? []));
  const asked = (paths.length === 0 ? ['.'] : paths).map(toInner);
  return {
    ...found,
    files: found.files.map((file) => ({ ...file, findings: file.findings.filter((one) => !hidden.has(one)) })),
    against: [
      ...found.against,
      {
        ...name,
        known: hidden.size,
        entries: [...known.values()],
        gone: gone.filter(({ file }) =>
          asked.some((path) => isWithin(path, folder === '/' ? `/${file}` : `${folder}/${file}`)),
        ),
      },
    ],
  };
}
