/**
 * `npm run bench -- scale`: trees of 1,000 and 10,000 files, on the command line and in the editor, against the bare read of the same files in the same run.
 * Nothing is kept between runs, so that a second run differs from the first by what the machine keeps. Needs `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/root.ts';
import { Client } from '../server/lsp/client.ts';
import { writeTree } from './trees.ts';

/** Applications of one part of a tree. */
const part = 77;

/** Prints the figures of each size. */
export async function scale(sizes: readonly number[] = [1000, 10_000]): Promise<void> {
  for (const size of sizes) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-scale-')));
    let count = 0;
    for (let i = 0; count < size; i++) count += writeTree(join(folder, `shop/part-${i}`), part);
    console.log(`${count} files`);
    const bare = timed(() => readAll(join(folder, 'shop'))).ms;
    const first = commandLine(folder, 'text');
    const again = timed(() => readAll(join(folder, 'shop'))).ms;
    print('bare read, first and again', `${bare.toFixed(0)} and ${again.toFixed(0)} ms`);
    print('command line, first', `${figure(first.ms, again)}, ${first.mb.toFixed(0)} MB`);
    for (const format of ['text', 'json']) {
      const { ms, mb } = commandLine(folder, format);
      print(`command line, again, ${format}`, `${figure(ms, again)}, ${mb.toFixed(0)} MB`);
    }
    await editor(folder, again);
    rmSync(folder, { recursive: true });
  }
}

const print = (what: string, measured: string): void => console.log(`  ${what}: ${measured}`);

const figure = (ms: number, bare: number): string =>
  `${ms.toFixed(0)} ms, ${(ms / bare).toFixed(1)} times the bare read`;

function timed(run: () => void): { readonly ms: number } {
  const started = performance.now();
  run();
  return { ms: performance.now() - started };
}

function readAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name), 'utf8');
}

/** One scan by the command line as it ships, in a process of its own that says what memory it took at most. */
function commandLine(folder: string, format: string): { readonly ms: number; readonly mb: number } {
  const hook = join(folder, 'memory.mjs');
  writeFileSync(
    hook,
    "process.on('exit', () => process.stderr.write(`\\nkB ${process.resourceUsage().maxRSS}\\n`));\n",
  );
  const args = ['--import', pathToFileURL(hook).href, join(root, 'dist/cli.cjs'), 'scan', 'shop', '--format', format];
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ms = performance.now() - started;
  return { ms, mb: Number(/kB (\d+)\n$/.exec(stderr)?.[1]) / 1024 };
}

const published = (client: Client): number =>
  client.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics').length;

/** A scan of the workspace as the editor asks for it: the first result, all of them, one file that changes, and a scan that is stopped. */
async function editor(folder: string, bare: number): Promise<void> {
  const scan = { command: 'seaworthy.server.scan' };
  const program = 'dist/server.cjs';
  const client = await Client.start({ directory: folder, program });
  const started = performance.now();
  const { answer } = client.send('workspace/executeCommand', scan);
  await client.until(() => published(client) > 0);
  print('editor, first result', `${(performance.now() - started).toFixed(0)} ms`);
  await answer;
  print('editor, all', figure(performance.now() - started, bare));
  const file = 'shop/part-0/apps/app-3/base/worker.yaml';
  const changed = readFileSync(join(folder, file), 'utf8').replace('replicas:', 'paused: false\n  replicas:');
  const uri = client.write(file, changed);
  const before = published(client);
  const saved = performance.now();
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  await client.until(() => published(client) > before);
  print('editor, one file changed', `${(performance.now() - saved).toFixed(0)} ms`);
  if (process.platform === 'linux') {
    const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${client.pid}/status`, 'utf8'))?.[1]);
    print('editor, memory at most', `${(kilobytes / 1024).toFixed(0)} MB`);
  }
  await client.stop();

  const other = await Client.start({ directory: folder, program });
  const stopped = other.send('workspace/executeCommand', scan);
  await other.until(() => published(other) > 0);
  const cancelled = performance.now();
  other.notify('$/cancelRequest', { id: stopped.id });
  await stopped.answer.catch(() => undefined);
  print('editor, from cancel to the answer', `${(performance.now() - cancelled).toFixed(0)} ms`);
  await other.stop();
}
