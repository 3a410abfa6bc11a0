/**
 * `npm run bench`: what a user waits for, as figures and as ratios to other work of the same run. Noisy machines make figures jump; ratios stay. The bare
 * parse is what the `yaml` package takes to make our tree of the same texts: something that stays as it is while our own reader changes. Needs
 * `npm run build` for the start of the server.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { rules } from '../../rules/catalog/index.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { differences } from '../../rules/text/difference.ts';
import { LineTable } from '../../rules/text/source.ts';
import { readFully } from '../../rules/yaml/full-reader.ts';
import { type Located, toDiagnostics } from '../../server/lsp/convert.ts';
import { defaultLevels } from '../../server/lsp/levels.ts';
import { present } from '../../server/lsp/presentation.ts';
import { defaultPace } from '../../server/lsp/typing/pace.ts';
import { TypedDocument } from '../../server/lsp/typing/typed-document.ts';
import { root } from '../../tools/root.ts';
import { attackFigures } from './attack-paths.ts';
import { bundled } from './bundle.ts';
import { chartEdits, coldRenders, writeCharts } from './charts.ts';
import { coldStart } from './cold-start.ts';
import { exponentLimit, growth, growthOf } from './growth.ts';
import { peers } from './peers.ts';
import type { Phase } from './phases-child.ts';
import { scale } from './scale.ts';
import { median, percentile, series } from './statistics.ts';
import { printSteps } from './steps.ts';
import { application, dockerfileOf, settingsOf, stream, workload } from './texts.ts';
import { writeTree } from './trees.ts';

// As the server has it (server/lsp/node.ts).
setFlagsFromString('--no-allocation-site-pretenuring');

interface Line {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly within: boolean;
}

/** Milliseconds and megabytes; of edits only with `edit`. */
interface ChildFigures {
  readonly ms: number;
  readonly mb: number;
  readonly alone: number;
  readonly comment: number;
  readonly label: number;
  /** Per cent, with `rules`. */
  readonly share: number;
  /** Our own reader against the package, with `rules`. */
  readonly reading: number;
}

const lines: Line[] = [];
const add = (what: string, value: number, unit: string, most: number, note = ''): void => {
  lines.push({
    what,
    measured: `${value.toFixed(value < 10 ? 2 : 0)} ${unit}${note}`,
    target: `at most ${most} ${unit}`,
    within: value <= most,
  });
};

/** What the server computes for one keystroke: analysis, facts, findings, which of them are shown, diagnostics. */
function edit(text: (i: number) => string, count: number, path = 'bench.yaml'): number[] {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  const document = new TypedDocument();
  // Those of the warm-up, too.
  const changes = Array.from({ length: count + 10 }, (_, i) => (i === 0 ? [] : differences(text(i - 1), text(i))));
  return series(count, (i) => {
    // A key in a tenth of a second.
    document.change(changes[i] ?? [], i * 100);
    workspace.update({ path, text: text(i) }, defaultSettings, { retain: true });
    workspace.refresh();
    const findings = workspace.findings(path);
    const shown = document.look({
      findings,
      text: workspace.typed(path),
      now: i * 100,
      pace: defaultPace,
      othersRest: true,
    });
    const table = workspace.lines(path) ?? new LineTable('');
    const locate = (): Located => ({ uri: 'file:///bench.yaml', lines: table });
    toDiagnostics(present(shown), {
      lines: table,
      locate,
      levels: defaultLevels,
      page: () => undefined,
    });
  });
}

// `npm run bench -- growth [PART OF A NAME]`: how work grows with its input, family by family.
if (process.argv[2] === 'growth') {
  const [, , , part = '', most] = process.argv;
  await growth(part, most === undefined ? undefined : Number(most));
  process.exit(0);
}
// `npm run bench -- steps [PART OF A NAME]`: the same in steps, which no busy machine changes.
if (process.argv[2] === 'steps') {
  process.exit((await printSteps(process.argv[3] ?? '')) ? 0 : 1);
}

// `npm run bench -- scale`: 1,000 and 10,000 files. `npm run bench -- peers`: beside other tools.
if (process.argv[2] === 'scale') {
  await scale();
  process.exit(0);
}
if (process.argv[2] === 'peers') {
  peers();
  process.exit(0);
}

if (existsSync(join(root, 'dist/server.cjs'))) {
  const starts: number[] = [];
  for (let i = 0; i < 7; i++) starts.push(await coldStart());
  add('cold start to the first diagnostics (median of 7)', median(starts), 'ms', 250);
} else console.log('The server is not built: npm run build');

const manifest = workload(1, 300);
const typed = edit((i) => manifest.replace('1.1.0', `1.1.${i}`), 200);
const parsed = series(200, (i) => readFully(manifest.replace('1.1.0', `1.1.${i}`), undefined));
add(
  'edit of a 300-line manifest (p95)',
  percentile(typed, 95),
  'ms',
  10,
  `, ${(median(typed) / median(parsed)).toFixed(2)} times its bare parse`,
);

const documents = stream(1700);
const big = edit((i) => documents.replace('value-845\n', `value-845-${i}\n`), 60);
add(`edit of one of 1,700 documents, ${(documents.length / 1e6).toFixed(1)} MB (p95)`, percentile(big, 95), 'ms', 25);

const settings = settingsOf(20_000);
const wideMap = edit((i) => settings.replace('value-845\n', `value-845-${i}\n`), 20);
const wideParse = series(20, (i) => readFully(settings.replace('value-845\n', `value-845-${i}\n`), undefined));
add(
  'edit of a ConfigMap of 20,000 keys, against its bare parse (median)',
  median(wideMap) / median(wideParse),
  'times',
  2,
  `, ${median(wideMap).toFixed(0)} ms`,
);

const longFile = dockerfileOf(2000);
const dockerfiles = edit((i) => longFile.replace('step-100 ', `step-100-${i} `), 60, 'Dockerfile');
add('edit of a 2,000-line Dockerfile (p95)', percentile(dockerfiles, 95), 'ms', 20);

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'));
const program = await bundled('test/bench/scan-child.ts', folder);
const manifests = join(folder, 'manifests');
mkdirSync(manifests);
for (let i = 0; i < 1000; i++) writeFileSync(join(manifests, `manifest-${i}.yaml`), workload(i, 60));
const child = (mode: string, of = manifests): ChildFigures => {
  const done = spawnSync(process.execPath, [program, mode, of], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as ChildFigures;
};
const pairs = Array.from({ length: 5 }, () => ({ parse: child('parse'), scan: child('scan') }));
const scans = pairs.map(({ scan }) => scan.ms);
add(
  'scan of 1,000 manifests, against their bare parse (median of 5)',
  median(pairs.map(({ parse, scan }) => scan.ms / parse.ms)),
  'times',
  1.4,
  `, ${median(scans).toFixed(0)} ms`,
);
add('peak memory of that scan (median of 5)', median(pairs.map(({ scan }) => scan.mb)), 'MB', 150);

add('edit of a 400-line template in a chart of 60 files (p95)', percentile(chartEdits(60, 200), 95), 'ms', 15);
add('rendering that chart anew (median of 10)', median(coldRenders(60, 10)), 'ms', 150);
const charts = join(folder, 'charts');
const written = writeCharts(charts, 10);
const alike = join(folder, 'alike');
mkdirSync(alike);
for (let i = 0, size = 0; size < written; i++) {
  const text = workload(i, 60);
  size += text.length;
  writeFileSync(join(alike, `manifest-${i}.yaml`), text);
}
const chartPairs = Array.from({ length: 3 }, () => ({ charts: child('scan', charts), plain: child('scan', alike) }));
add(
  'scan of 10 charts of 60 files, against manifests of the same size (median of 3)',
  median(chartPairs.map(({ charts: { ms }, plain }) => ms / plain.ms)),
  'times',
  3,
  `, ${median(chartPairs.map(({ charts: { ms } }) => ms)).toFixed(0)} ms`,
);

const cluster = join(folder, 'cluster');
mkdirSync(cluster);
for (let i = 0; i < 1000; i++) writeFileSync(join(cluster, `app-${i}.yaml`), application(i));
const wide = Array.from({ length: 3 }, () => ({ parse: child('parse', cluster), scan: child('scan', cluster) }));
add(
  'scan of 10,000 resources, against their bare parse (median of 3)',
  median(wide.map(({ parse, scan }) => scan.ms / parse.ms)),
  'times',
  1.5,
  `, ${median(wide.map(({ scan }) => scan.ms)).toFixed(0)} ms`,
);
const edited = child('edit', cluster);
add(
  'edit among 10,000 resources that changes no fact, against the same in an empty workspace',
  edited.comment / edited.alone,
  'times',
  1.2,
  `, ${edited.comment.toFixed(1)} ms`,
);
add('edit among 10,000 resources that changes a label (median of 15)', edited.label, 'ms', 100);
add('peak memory of that', edited.mb, 'MB', 300);
const attack = attackFigures(10_000);
const against = (ms: number): number => ms / attack.sorting;
const asMs = (ms: number): string => `, ${ms.toFixed(0)} ms of the processor`;
add(
  'attack paths of 10,000 workloads: steps and graph, against sorting as many numbers as there are arrows',
  against(attack.rebuild),
  'times',
  15,
  `${asMs(attack.rebuild)}, ${attack.size}`,
);
add('one search through that graph', attack.reach, 'ms', 10);
add('the ways and the fewest edits of that', against(attack.answer), 'times', 15, asMs(attack.answer));
add('a keystroke there that changes no fact', attack.comment, 'ms', 20);
add('a keystroke there that changes one', against(attack.change), 'times', 20, asMs(attack.change));
add('memory of that graph', attack.memory, 'MB', 30);
// What users run: a tree as repositories are, by the command line as it ships, with everything it loads.
const cli = join(root, 'dist/cli.cjs');
if (existsSync(cli)) {
  const tree = join(folder, 'tree');
  const count = writeTree(tree, 80);
  const eight = join(folder, 'eight');
  for (let i = 0; i < 8; i++) writeTree(join(eight, `copy-${i}`), 80);
  const took = (of: string): number => {
    const started = performance.now();
    spawnSync(process.execPath, [cli, 'scan', of, '--format', 'json'], { stdio: 'ignore' });
    return performance.now() - started;
  };
  const runs = Array.from({ length: 3 }, () => ({ one: took(tree), many: took(eight), bare: child('parse', tree).ms }));
  const times = median(runs.map(({ one, bare }) => one / bare));
  add(`scan of a tree of ${count} files by the command line, against its bare parse`, times, 'times', 4);
  add('scan of eight such trees, against one', median(runs.map(({ one, many }) => many / one)), 'times', 8.5);
  const phases = await bundled('test/bench/phases-child.ts', folder);
  const shares = JSON.parse(spawnSync(process.execPath, [phases, tree], { encoding: 'utf8' }).stdout) as Partial<
    Record<Phase, number>
  >;
  const whole = Object.values(shares).reduce((sum, ms) => sum + ms, 0);
  for (const [name, ms] of Object.entries(shares)) add(`of that: ${name}`, (100 * ms) / whole, '%', 100);
} else console.log('The command line is not built: npm run build');

const warm = child('rules');
add('all rules on 1,000 manifests, against their bare parse (median of 15)', warm.share, '%', 40);
add('reading 1,000 manifests with our own reader, against their bare parse (median of 15)', warm.reading, 'times', 0.2);
rmSync(folder, { recursive: true });

// Those that once were the worst of their kind, and those that are the worst now.
const worst = new Set([
  'volumes, and containers that mount them',
  'pod sysctls and containers',
  'policies and pods of one label',
  'Istio policies and pods',
  'many kustomizations',
  'stages, and copies from them',
  'one RUN of apt-get',
  'aliases of a container',
  'overrides for namespaces',
  'fixes made: containers',
  'fixes offered: containers',
]);
for await (const { name, times, exponent, finished, short } of growthOf((family) => worst.has(family), 252 * 1024)) {
  const took = `, ${(times.at(-1) ?? Number.NaN).toFixed(0)} ms for 252 KB`;
  add(
    `growth of ${name}`,
    !finished ? Number.POSITIVE_INFINITY : short ? 1 : exponent,
    'as exponent',
    exponentLimit,
    took,
  );
}

for (const { what, measured, target, within } of lines)
  console.log(`${within ? ' ok ' : 'MISS'}  ${what}: ${measured} (${target})`);
