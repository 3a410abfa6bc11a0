/** `seaworthy baseline write|prune|check`: records what is there, so that only what is new is told; forgets what was fixed; says whether it is current. */
import { isAtLeast, type Severity, severities } from '../../../rules/contract/finding.ts';
import { plural } from '../../../rules/text/plural.ts';
import { type BaselineEntry, baselineFileName, entryOf, writeBaseline } from '../../host/baseline/entry.ts';
import { pastOf } from '../../host/baseline/history.ts';
import { repositoryOf } from '../../host/baseline/place.ts';
import { isWithin, within } from '../../host/files.ts';
import { nodeFiles } from '../../host/node-files.ts';
import { addText, replaceText } from '../../host/write.ts';
import { againstBaseline, candidates, type FoundBaseline, readNamedBaseline } from '../news.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { inRealFolder, realCurrentFolder, toInner, toOuter } from '../paths.ts';
import { type Survey, survey } from '../scan-report.ts';
import { writeText } from '../writers/scan/text.ts';
import type { Command, Options } from './command.ts';

const options = {
  baseline: { type: 'string' },
  profile: { type: 'string' },
  config: { type: 'string' },
  'fail-on': { type: 'string', default: 'info' },
} as const satisfies Options;

export const baseline: Command = {
  name: 'baseline',
  usage: `seaworthy baseline write|prune|check [PATH...]
                             record what is known    --baseline FILE  --profile P  --config FILE  --fail-on LEVEL`,
  examples: ['seaworthy baseline write', 'seaworthy baseline check deploy/', 'seaworthy baseline prune'],
  options,
  run,
};

interface Wish {
  readonly paths: readonly string[];
  readonly file: string | undefined;
  readonly failOn: Severity;
  readonly profile: string | undefined;
  readonly config: string | undefined;
}

const actions = { write, prune, check };

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options,
  });
  const [name, ...paths] = positionals;
  if (name === undefined) throw new UsageError('baseline needs what to do: write, prune or check');
  const known = Object.keys(actions) as (keyof typeof actions)[];
  const action = known.find((one) => one === name);
  if (action === undefined) throw new UsageError(`baseline does write, prune or check, not ${name}`);
  const failOn = oneOf('fail-on', values['fail-on'], severities);
  const { profile, config, baseline: file } = values;
  return actions[action]({ paths, file, failOn, profile, config }, output);
}

async function write(wish: Wish, output: Output): Promise<number> {
  const current = realCurrentFolder();
  const old =
    wish.file === undefined || nodeFiles.kind(inRealFolder(wish.file)) !== undefined
      ? await readNamedBaseline(wish.file)
      : undefined;
  const folder =
    old?.folder ?? (wish.file === undefined ? ((await repositoryOf(nodeFiles, current)) ?? current) : current);
  const path = old?.path ?? (wish.file === undefined ? within(folder, baselineFileName) : inRealFolder(wish.file));
  const found = await look(wish, output);
  if (found.failed) {
    output.error('nothing is recorded, since not all was checked');
    return 2;
  }
  const own = candidates(found, folder);
  const all = found.files.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = own.filter(({ placed }) => placed !== undefined).length;
  if (shown < all)
    output.error(`${plural(all - shown, 'finding')} outside of ${toOuter(folder)} cannot be recorded in its baseline`);
  // What lies outside of the paths that were given was not looked at, and stays.
  const kept = (old?.findings ?? []).filter(({ file }) => !isAsked(wish, within(folder, file)));
  // What stays has the names of then.
  const commit = kept.length > 0 && old !== undefined ? old.commit : await headOf(folder);
  const text = writeBaseline({ commit, findings: [...kept, ...own.map(entryOf)] });
  const failed = save(path, old, text);
  if (failed !== undefined) throw new UsageError(`${toOuter(path)} is not written: ${failed}`);
  output.out(`${plural(shown, 'finding')} recorded in ${toOuter(path)}. From now on, only others are told.\n`);
  return shown < all ? 2 : 0;
}

async function headOf(folder: string): Promise<string | null> {
  return (await pastOf(nodeFiles, folder, 'HEAD'))?.commit ?? null;
}

async function prune(wish: Wish, output: Output): Promise<number> {
  const { old, news } = await compared(wish, output);
  const gone = new Set<BaselineEntry>(news.against.flatMap((against) => against.gone));
  if (gone.size === 0) output.out('Every entry of the baseline is still found.\n');
  else {
    const stays = old.findings.filter((entry) => !gone.has(entry));
    // What became visible by a fix would be new once its reason is forgotten.
    const all = new Map(
      [...stays, ...news.against.flatMap(({ entries }) => entries)].map((entry) => [entry.fingerprint, entry]),
    );
    const text = writeBaseline({ ...old, findings: [...all.values()] });
    const failed = save(old.path, old, text);
    if (failed !== undefined) throw new UsageError(`${toOuter(old.path)} is not written: ${failed}`);
    output.out(`${plural(gone.size, 'finding')} that nobody finds any more removed from ${toOuter(old.path)}.\n`);
  }
  return news.failed ? 2 : 0;
}

async function check(wish: Wish, output: Output): Promise<number> {
  const started = performance.now();
  const { news } = await compared(wish, output);
  output.out(writeText(news, performance.now() - started));
  const stale = news.against.flatMap(({ gone }) => gone);
  if (news.failed) return 2;
  const isWorse = news.files.some(({ findings }) =>
    findings.some(({ finding }) => isAtLeast(finding.severity, wish.failOn)),
  );
  return isWorse || stale.length > 0 ? 1 : 0;
}

async function compared(wish: Wish, output: Output): Promise<{ readonly old: FoundBaseline; readonly news: Survey }> {
  const old = await readNamedBaseline(wish.file);
  if (old === undefined)
    throw new UsageError(`there is no ${baselineFileName} here or above; seaworthy baseline write makes one`);
  return { old, news: await againstBaseline(await look(wish, output), old, wish.paths, output) };
}

const look = ({ paths, profile, config }: Wish, output: Output): Promise<Survey> =>
  survey({ paths, profile, config }, output);

const isAsked = ({ paths }: Wish, path: string): boolean =>
  (paths.length === 0 ? ['.'] : paths).some((given) => isWithin(toInner(given), path));

const save = (path: string, old: FoundBaseline | undefined, text: string): string | undefined =>
  old === undefined ? addText(path, text) : old.text === text ? undefined : replaceText(path, old.text, text);
