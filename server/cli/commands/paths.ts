/** `seaworthy paths`: from where an attacker gets in to what must not fall, by the files, and the fewest edits that close every way. */
import { edgesOf } from '../../../rules/engine/attack-edges.ts';
import { attackPaths, deployedIn } from '../../../rules/engine/attack-paths.ts';
import { settledBy } from '../../../rules/engine/settings/cluster-facts.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import { reachableNames } from '../../../rules/facts/attack/ways.ts';
import type { Facts } from '../../../rules/facts/index.ts';
import { visibleJson } from '../../../rules/text/visible.ts';
import type { FileEdit, FilePaths } from '../file-paths.ts';
import { fileOf } from '../file-radius.ts';
import { oneOf, parseOptions, readText } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { survey } from '../scan-report.ts';
import { writers } from '../writers/paths/index.ts';
import type { Command, Options } from './command.ts';

const formats = Object.keys(writers) as (keyof typeof writers)[];
const failures = ['any', 'new', 'never'] as const;

const options = {
  edges: { type: 'boolean' },
  from: { type: 'string', default: 'outside' },
  to: { type: 'string', multiple: true },
  assume: { type: 'string' },
  format: { type: 'string', default: 'text' },
  baseline: { type: 'string' },
  'fail-on': { type: 'string', default: 'any' },
} as const satisfies Options;

export const paths: Command = {
  name: 'paths',
  usage: `seaworthy paths [PATH...]    show attack paths     --from outside|KIND/NAME  --to TARGET  --assume none|one|any  --format text|json|mermaid|sarif|html
                                                    --baseline FILE  --fail-on any|new|never  --edges`,
  examples: [
    'seaworthy paths deploy/',
    'seaworthy paths deploy/ --from deployment/cart --format mermaid',
    'seaworthy paths --baseline paths.json --fail-on new',
  ],
  options,
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options,
  });
  const format = oneOf('format', values.format, formats);
  const failOn = oneOf('fail-on', values['fail-on'], failures);
  const assume = values.assume === undefined ? undefined : oneOf('assume', values.assume, ['none', 'one', 'any']);
  if (failOn === 'new' && values.baseline === undefined)
    throw new UsageError('--fail-on new takes a --baseline FILE, which is an earlier report of --format json');
  const known = values.baseline === undefined ? undefined : fingerprintsOf(values.baseline);
  const { files, failed } = await survey({ paths: positionals }, output);
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  if (values.edges === true) {
    const edges = workspaces.flatMap((workspace) => edgesOf(workspace.facts()));
    output.out(`${visibleJson(JSON.stringify({ edges }))}\n`);
    return failed ? 2 : 0;
  }
  const scopes = workspaces.flatMap((workspace) =>
    deployedIn(workspace).map(({ facts }): Scope => ({ workspace, facts })),
  );
  const from = entryOf(scopes, values.from);
  // Who asks about one workload asks for all that may follow.
  const most = { none: 0, one: 1, any: 'any' } as const;
  const reports = scopes.map(({ workspace, facts }): FilePaths => {
    const question = {
      from,
      to: (values.to ?? []).map((name) => targets.get(name) ?? name),
      protect: workspace.settings.protect,
      ...settledBy(workspace.settings.cluster),
      most: most[assume ?? (from === 'outside' ? 'one' : 'any')],
    } as const;
    return attackPaths(workspace, facts, question, fileOf);
  });
  const report = together(reports, known);
  output.out(writers[format](report));
  if (failed) return 2;
  const counted = failOn === 'never' ? [] : failOn === 'new' ? report.paths.filter(({ isNew }) => isNew) : report.paths;
  return counted.length > 0 ? 1 : 0;
}

/** What is deployed together, and whose texts it stands in. */
interface Scope {
  readonly workspace: Workspace;
  readonly facts: Facts;
}

/** Words for targets that people know. */
const targets: ReadonlyMap<string, string> = new Map([['secrets', 'secret/*']]);

/** The vertex that is meant by `outside`, `deployment/web`, `deployment/shop/web` or `serviceaccount/shop/web`. */
function entryOf(scopes: readonly Scope[], text: string): string {
  if (text === 'outside') return text;
  const asked = text.replace(/^serviceaccount\//i, 'sa/');
  const found = [...new Set(scopes.flatMap(({ facts }) => reachableNames(facts, asked)))];
  const [only, ...others] = found;
  if (only === undefined) throw new UsageError(`nothing here is called ${text}`);
  if (others.length > 0) throw new UsageError(`several are called ${text}: ${found.join(', ')}; add the namespace`);
  return only;
}

/** What a report of an earlier day found. */
function fingerprintsOf(path: string): ReadonlySet<string> {
  try {
    const { paths: earlier } = JSON.parse(readText(path)) as {
      readonly paths: readonly { readonly fingerprint: string }[];
    };
    return new Set(earlier.map(({ fingerprint }) => fingerprint));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`the baseline ${path} is no report of paths --format json`);
  }
}

/** What is deployed in several ways, such as a base in two overlays, is told once. */
function together(reports: readonly FilePaths[], known: ReadonlySet<string> | undefined): FilePaths {
  const sum = (of: (report: FilePaths) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const paths = new Map<string, FilePaths['paths'][number]>();
  for (const path of reports.flatMap((report) => report.paths))
    if (!paths.has(path.fingerprint))
      paths.set(path.fingerprint, known === undefined ? path : { ...path, isNew: !known.has(path.fingerprint) });
  return {
    paths: [...paths.values()],
    more: reports.some(({ more }) => more),
    edits: editsOf(reports),
    fewest: reports.every(({ fewest }) => fewest),
    uncloseable: sum(({ uncloseable }) => uncloseable),
    assumedOnly: sum(({ assumedOnly }) => assumedOnly),
  };
}

/** Equal edits of variants as one, those first that close most. */
function editsOf(reports: readonly FilePaths[]): readonly FileEdit[] {
  const byText = new Map<string, FileEdit>();
  for (const edit of reports.flatMap(({ edits }) => edits)) {
    const known = byText.get(edit.edit);
    if (known === undefined) byText.set(edit.edit, edit);
    else {
      const { also = [] } = known;
      const isKnown = [known.at, ...also].some((at) => JSON.stringify(at) === JSON.stringify(edit.at));
      const places = isKnown || edit.at === undefined ? also : [...also, edit.at];
      byText.set(edit.edit, {
        ...known,
        closes: [...new Set([...known.closes, ...edit.closes])],
        ...(places.length === 0 ? {} : { also: places }),
      });
    }
  }
  return [...byText.values()].sort((a, b) => b.closes.length - a.closes.length);
}
