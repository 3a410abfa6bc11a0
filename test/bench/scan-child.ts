/**
 * Scans a folder, or only parses its files, in a process of its own, so that memory and caches are nobody else's. Prints milliseconds and the peak of
 * resident memory in megabytes; with `edit` also what edits of one of its files cost once all are known. With `rules`, what all rules and our own reader cost
 * against the bare parse, all equally warm.
 */
import { readFileSync } from 'node:fs';
import { rules } from '../../rules/catalog/index.ts';
import { manifestAnalysis } from '../../rules/engine/analyse/document-analysis.ts';
import { ruleSetFor } from '../../rules/engine/settings/rule-set.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { noFileContext } from '../../rules/facts/questions/file-context.ts';
import { readFully } from '../../rules/yaml/full-reader.ts';
import { parseDocument } from '../../rules/yaml/parse.ts';
import { slices } from '../../rules/yaml/stream.ts';
import { Configurations } from '../../server/host/configuration.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { scan } from '../../server/host/scan.ts';
import { median, series } from './statistics.ts';
import { application, workload } from './texts.ts';

const [mode = '', folder = ''] = process.argv.slice(2);
const started = performance.now();
let more = {};
if (mode === 'rules') {
  more = warmShares();
} else if (mode === 'parse') {
  for await (const { path } of discover(nodeFiles, folder))
    for (const { slice } of slices(readFileSync(path, 'utf8'))) readFully(slice, undefined);
} else {
  const workspace = new Workspace(rules);
  await scan(
    workspace,
    { files: nodeFiles, configurations: new Configurations(nodeFiles, rules), host: defaultSettings },
    [folder],
    { root: folder },
  );
  workspace.complete = true;
  workspace.refresh();
  for (const path of workspace.paths()) workspace.findings(path);
  if (mode === 'edit') more = editsOf(workspace);
}
/** Milliseconds until everything that an edit changes is known: the file's findings, and those of the files it speaks to. */
function edits(workspace: Workspace, path: string, text: (i: number) => string): number {
  const times = series(15, (i) => {
    workspace.update({ path, text: text(i) }, defaultSettings, { retain: true });
    for (const changed of workspace.refresh()) workspace.findings(changed);
    workspace.findings(path);
  });
  return median(times);
}

function editsOf(workspace: Workspace): { readonly alone: number; readonly comment: number; readonly label: number } {
  const path = [...workspace.paths()].find((file) => file.endsWith('app-500.yaml')) ?? '';
  const alone = new Workspace(rules);
  alone.complete = true;
  const comment = (i: number): string => application(500).replace('replicas: 2', `replicas: 2 # ${i}`);
  return {
    alone: edits(alone, path, comment),
    comment: edits(workspace, path, comment),
    label: edits(workspace, path, (i) => application(500, `label-${i}`)),
  };
}

function warmShares(): { readonly share: number; readonly reading: number } {
  const texts = Array.from({ length: 1000 }, (_, i) => workload(i, 60));
  const everyRule = ruleSetFor(rules, { ...defaultSettings, profile: 'all' });
  const shares = Array.from({ length: 15 }, () => {
    const start = performance.now();
    for (const text of texts) readFully(text, undefined);
    const bare = performance.now();
    const trees = texts.map((text) => parseDocument(text));
    const read = performance.now();
    for (const tree of trees) manifestAnalysis(tree, everyRule, noFileContext, true);
    const end = performance.now();
    return { share: ((end - read) / (bare - start)) * 100, reading: (read - bare) / (bare - start) };
  });
  return { share: median(shares.map(({ share }) => share)), reading: median(shares.map(({ reading }) => reading)) };
}

console.log(JSON.stringify({ ...more, ms: performance.now() - started, mb: process.resourceUsage().maxRSS / 1024 }));
