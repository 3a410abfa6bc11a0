/**
 * Puts a text in the place of another one on disk, so that the file is whole at every moment: the old one or the new one. Owns everything that
 * forbids it; must not know why a text is written.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { directoryOf } from '../../rules/text/path.ts';
import { within } from './files.ts';
import { nodeFiles, readBytes } from './node-files.ts';
import { renameOver } from './rename.ts';

/**
 * Why a file must not be replaced, or undefined. Changes nothing.
 * @param path without symbolic links. @param before the text that was read from it, by which the new one was made.
 */
export function writeObstacle(path: string, before: string): string | undefined {
  const folder = directoryOf(path) || '/';
  const real = nodeFiles.real(path);
  if (real === undefined) return 'it is gone';
  if (real !== path) return 'a link leads somewhere else now';
  const stat = lstatSync(path);
  if (stat.nlink > 1) return `it has ${stat.nlink} names (hard links), and the others would keep the old text`;
  if (!mayWrite(path)) return 'no permission to write it';
  if (!mayWrite(folder))
    return 'no permission to write to its folder, where the new text is put before it takes the place of the old one';
  if (!keepsOwner(stat)) return 'it belongs to somebody else, and its owner could not be kept';
  return textObstacle(path, before);
}

/**
 * Replaces the text of a file: a new file beside it, flushed, with its mode and its owner, is renamed over it.
 * @param path and @param before as above. @returns why it was not done; the file is as it was then, and nothing is left beside it.
 */
export function replaceText(path: string, before: string, after: string): string | undefined {
  let beside: string | undefined;
  try {
    const obstacle = writeObstacle(path, before);
    if (obstacle !== undefined) return obstacle;
    const stat = lstatSync(path);
    const name = nameBeside(path);
    const file = openSync(name, 'wx', 0o600);
    beside = name;
    try {
      writeFileSync(file, after);
      takeAfter(file, stat);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // As late as can be: who saved meanwhile keeps what he saved.
    const changed = renameOver({
      platform: process.platform,
      rename: () => renameSync(name, path),
      obstacle: () => writeObstacle(path, before),
      wait,
    });
    if (changed !== undefined) return changed;
    beside = undefined;
    flushFolder(directoryOf(path) || '/');
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    if (beside !== undefined) discard(beside);
  }
}

const taken = 'there is something of that name';

/** Why a file must not be added, or undefined. Changes nothing. @param path without symbolic links. */
export function additionObstacle(path: string): string | undefined {
  const folder = directoryOf(path) || '/';
  if (nodeFiles.real(folder) !== folder) return 'its folder is gone, or a link leads somewhere else';
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return taken;
  return mayWrite(folder) ? undefined : 'no permission to write to its folder';
}

/**
 * Adds a file where there is none: a new file beside it, flushed, gets the name, which fails where somebody was first.
 * @param path as above. @returns why it was not done; nothing is left then.
 */
export function addText(path: string, text: string): string | undefined {
  let beside: string | undefined;
  try {
    const obstacle = additionObstacle(path);
    if (obstacle !== undefined) return obstacle;
    const name = nameBeside(path);
    const file = openSync(name, 'wx');
    beside = name;
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(name, path);
    flushFolder(directoryOf(path) || '/');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken : reasonOf(error);
  } finally {
    if (beside !== undefined) discard(beside);
  }
}

const nameBeside = (path: string): string =>
  within(directoryOf(path), `.seaworthy-${randomBytes(12).toString('hex')}.tmp`);

/** Whether what is on disk is no longer what was read, byte for byte. */
function textObstacle(path: string, before: string): string | undefined {
  const bytes = readBytes(path);
  if (!(bytes instanceof Uint8Array)) return bytes.unreadable;
  return Buffer.from(before).equals(bytes) ? undefined : 'it has changed since it was read';
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only the administrator gives files away; a group of one's own can be kept, which shows when it is tried. */
function keepsOwner({ uid }: Stats): boolean {
  const self = process.geteuid?.();
  return self === undefined || self === 0 || self === uid;
}

/** Owner first: to change it takes special bits of the mode away. */
function takeAfter(file: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(file);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      throw new Error('its owner or group cannot be kept');
    }
  }
  fchmodSync(file, mode & 0o7777);
}

/** So that the new name outlives a permission cut; not every system can, and the file is whole all the same. */
function flushFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // As above.
  }
}

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already.
  }
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space left on the disk';
    case 'EFBIG':
      return 'larger than files may become here';
    case 'EROFS':
      return 'its disk can only be read';
    case 'EIO':
      return 'the disk reports an error';
    case 'ENOENT':
      return 'it is gone';
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return 'the system does not let it be replaced';
    default:
      return error instanceof Error ? error.message : 'it cannot be written';
  }
}
