/**
 * Serves the VS Code of `editor.ts` on 127.0.0.1 with a data folder of its own. Owns the processes and their end;
 * must not know who looks at the page.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { editor } from './editor.ts';
import { plain } from './plain-settings.ts';

const run = promisify(execFile);

export interface ServeOptions {
  /** Where the server keeps extensions, settings and state. */
  readonly home: string;
  /** User settings, over `plain`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a page ask for a suite to be run in the extension host. */
  readonly driver?: boolean;
  /** True starts in Restricted Mode; otherwise every folder is trusted. */
  readonly restricted?: boolean;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServedEditor {
  readonly port: number;
  /** The address that opens a folder, or a `.code-workspace` file. `payload` is for the workbench itself. */
  address(open: string, payload?: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

/** Installs a VSIX into the data folder; throws with the editor's words when it refuses the file. */
export async function installExtension(home: string, vsix: string): Promise<void> {
  const args = [
    await editor(),
    '--server-data-dir',
    home,
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
  ];
  await run(process.execPath, args);
}

/** Starts a server and returns when it listens. */
export async function serve(options: ServeOptions): Promise<ServedEditor> {
  const main = await editor();
  await mkdir(join(options.home, 'data', 'User'), { recursive: true });
  const settings = { ...plain, ...options.settings };
  await writeFile(join(options.home, 'data', 'User', 'settings.json'), JSON.stringify(settings));
  const port = await freePort();
  const args = [main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--server-data-dir', options.home, '--telemetry-level', 'off');
  if (options.driver === true) args.push('--enable-smoke-test-driver');
  if (options.restricted !== true) args.push('--disable-workspace-trust');
  // A group of its own, so that the extension hosts end with the server.
  const server = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const end = (): void => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', end);
  await listening(server);
  return {
    port,
    address(open, payload) {
      const url = new URL(`http://127.0.0.1:${port}/`);
      url.searchParams.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', open);
      if (payload !== undefined) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
    async stop() {
      process.off('exit', end);
      const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
      end();
      await ended;
    },
  };
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!output.includes('Extension host agent listening on')) return;
      // Read on without keeping it, or a full pipe stops the server.
      for (const stream of [server.stdout, server.stderr]) stream?.off('data', read).resume();
      resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The editor's server ended with status ${code}: ${output}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
