/**
 * Scans a folder, or only parses its files, in a process of its own, so that memory and caches are nobody else's. Prints milliseconds and the peak of
 * resident memory in megabytes.
 */
import { readFileSync } from 'node:fs';
import { defaultSettings } from '../../rules/engine/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { rules } from '../../rules/index.ts';
import { readStream } from '../../rules/yaml/stream.ts';
import { Configurations } from '../../server/host/configuration.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { scan } from '../../server/host/scan.ts';

const [mode = '', folder = ''] = process.argv.slice(2);
const started = performance.now();
if (mode === 'parse') {
  for await (const { path } of discover(nodeFiles, folder)) readStream(readFileSync(path, 'utf8'));
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
}
console.log(JSON.stringify({ ms: performance.now() - started, mb: process.resourceUsage().maxRSS / 1024 }));
