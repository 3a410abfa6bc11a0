/**
 * Git, asked what a repository holds: the only place that starts it. It reads objects alone, so that nothing which a repository configures is run:
 * no hook, no filter, no monitor of its files, no transport. The program is the one of the machine, never one that lies in the folder.
 */
import { execFile, spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** What counts above all that a repository, or a hook that started this, says. Source: git-config(1), git(1). */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.untrackedCache=false',
  'protocol.allow=never',
  'credential.helper=',
].flatMap((setting) => ['-c', setting]);

/** In bytes: names of some hundred thousand files. */
const longestAnswer = 64 * 1024 * 1024;

/** In milliseconds: objects of a repository on a slow disk. */
const longestWait = 60_000;

/** A file of a commit. */
export interface TreeEntry {
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  readonly id: string;
  /** In bytes. */
  readonly size: number;
}

export class Git {
  readonly #top: string;

  /** @param top the folder that holds `.git`. */
  constructor(top: string) {
    this.#top = top;
  }

  /** @returns the full id of a commit; undefined where there is no such, or no repository that Git reads. */
  async commit(reference: string): Promise<string | undefined> {
    const name = `${reference}^{commit}`;
    const said = await this.#ask(['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
    const id = said?.toString('latin1').trim();
    return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  }

  /** @param commit a full id. @returns its files, without links and other repositories; undefined where it cannot be read. */
  async files(commit: string): Promise<readonly TreeEntry[] | undefined> {
    const said = await this.#ask(['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
    if (said === undefined) return undefined;
    return said
      .toString('utf8')
      .split('\0')
      .flatMap((line) => {
        const [, id = '', size = '', path = ''] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
        return path === '' ? [] : [{ path, id, size: Number(size) }];
      });
  }

  /** @param ids of files. @returns their bytes; those that are missing here are left out. */
  async blobs(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    return readBatch(await this.#batch(`${asked.join('\n')}\n`));
  }

  #arguments(args: readonly string[]): string[] {
    return ['--no-pager', '--no-replace-objects', ...settings, '-C', this.#top, ...args];
  }

  #ask(args: readonly string[]): Promise<Buffer | undefined> {
    const options = { ...surroundings(), encoding: 'buffer', maxBuffer: longestAnswer, timeout: longestWait } as const;
    return new Promise((resolve) => {
      execFile('git', this.#arguments(args), options, (error, out) => resolve(error === null ? out : undefined));
    });
  }

  #batch(input: string): Promise<Buffer> {
    return new Promise((resolve) => {
      const git = spawn('git', this.#arguments(['cat-file', '--batch']), {
        ...surroundings(),
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: longestWait,
      });
      const parts: Buffer[] = [];
      git.stdout.on('data', (part: Buffer) => parts.push(part));
      git.stdin.on('error', () => undefined);
      git.on('error', () => resolve(Buffer.alloc(0)));
      git.on('close', () => resolve(Buffer.concat(parts)));
      git.stdin.end(input);
    });
  }
}

/** No variable of Git's reaches it, and Windows looks for programs in no folder that a stranger filled. */
function surroundings(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly windowsHide: true } {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    cwd: dirname(process.execPath),
    env: {
      ...Object.fromEntries(own),
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
      NoDefaultCurrentDirectoryInExePath: '1',
    },
    windowsHide: true,
  };
}

/** As `git cat-file --batch` writes: a line `ID blob SIZE`, the bytes, a line feed; or a line that ends in `missing`. */
function readBatch(said: Buffer): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < said.length; ) {
    const end = said.indexOf(0x0a, at);
    if (end < 0) break;
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(said.toString('latin1', at, end)) ?? [];
    at = end + 1;
    if (id === undefined || size === undefined) continue;
    found.set(id, said.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
