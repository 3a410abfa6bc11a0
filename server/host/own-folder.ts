/**
 * Folders that are Seaworthy's own: answers that are kept for the user, and a place to work in for a program that is run. Writes nowhere else, and nothing
 * in it is ever needed: what is gone, corrupt or written by two at once is as if it had never been there.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes of a kept text. */
const keptLimit = 64 * 1024 * 1024;

/** The user's folder for what can be made again. Source: XDG Base Directory Specification; Apple's File System Programming Guide; Microsoft's Known Folders. */
export function cacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const own = environment['SEAWORTHY_CACHE_DIR'];
  if (own !== undefined && own !== '') return own;
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'seaworthy');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'seaworthy');
  const given = environment['XDG_CACHE_HOME'];
  return join(given?.startsWith('/') === true ? given : join(homedir(), '.cache'), 'seaworthy');
}

/** Texts by key, each a file, for the user alone. */
export class Kept {
  readonly #folder: string;

  /** @param name of the folder in that of the user. */
  constructor(name: string, folder = cacheFolder()) {
    this.#folder = join(folder, name);
  }

  /** @returns undefined where there is none. */
  read(key: string): string | undefined {
    try {
      const path = this.#path(key);
      return statSync(path).size > keptLimit ? undefined : readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  }

  /** Whole at every moment: beside it, then renamed over it. Where that fails, nothing is kept. */
  write(key: string, text: string): void {
    const path = this.#path(key);
    const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(beside, text, { mode: 0o600, flag: 'wx' });
      renameSync(beside, path);
    } catch {
      discard(beside);
    }
  }

  #path(key: string): string {
    return join(this.#folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is none.
  }
}

/** Works in an empty folder, which is gone afterwards with all that is in it. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-scan-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What tells a file from one that was put in its place; undefined where there is none. */
export function stampOf(path: string): string | undefined {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

/** A text for a program, in its scratch folder. */
export function writeScratch(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
}

/** The text that a program wrote into its scratch folder; undefined where it wrote none, or too much. */
export function scratchText(path: string): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= keptLimit ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
