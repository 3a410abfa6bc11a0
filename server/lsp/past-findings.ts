/** What a commit has of a folder: its files are read from Git's objects and checked as those on disk are, with the configurations of today. */
import type { Rule } from '../../rules/contract/rule.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import { type BaselineEntry, entryOf } from '../host/baseline/entry.ts';
import type { Configurations } from '../host/configuration.ts';
import { nameOf, scan } from '../host/scan.ts';
import type { LspHost } from './host.ts';
import { TimeLimitedWorkspace, Watch } from './time-limit.ts';

/** Nobody waits longer for others while it works, in milliseconds. */
const blink = 10;

/**
 * @param root of the folder, which names of files are relative to. @param reference such as `origin/main`. @param engine settings of the editor.
 * @param signal ends it early.
 * @returns what was found then; undefined where there is no such commit, or no Git.
 */
export async function pastFindings(
  host: Pick<LspHost, 'past' | 'clock' | 'pause'>,
  rules: readonly Rule[],
  configurations: Configurations,
  { root, reference, engine }: { root: string; reference: string; engine: Partial<Settings> },
  signal: AbortSignal,
): Promise<readonly BaselineEntry[] | undefined> {
  const { clock } = host;
  const past = await host.past?.(root, reference);
  if (past === undefined) return undefined;
  const workspace = new TimeLimitedWorkspace(new Watch(rules, () => clock.now()));
  let sinceYield = clock.now();
  const rest = async (): Promise<void> => {
    if (clock.now() - sinceYield < blink) return;
    await host.pause();
    sinceYield = clock.now();
  };
  await scan(workspace, { files: past.files, configurations, host: engine }, [root], { root, signal, onFile: rest });
  workspace.complete = true;
  workspace.refresh();
  const entries: BaselineEntry[] = [];
  for (const path of [...workspace.paths()]) {
    await rest();
    const { placed, told } = workspace.assembled(path);
    for (const { rule, severity, identity } of [...placed.map(({ finding }) => finding), ...told])
      entries.push(entryOf({ rule, severity, identity: { ...identity, file: nameOf(path, root) } }));
  }
  return entries;
}
