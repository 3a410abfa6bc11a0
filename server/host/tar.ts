/** Files of a packed chart: a gzip of a tar, as `helm package` writes it. Bounded; knows no chart. Source: POSIX.1 pax, ustar; GNU's long names. */
import { gunzipSync } from 'node:zlib';
import type { Packed } from './files.ts';

/** Bytes of an unpacked archive; Helm's own bound is 100 MiB. */
const largest = 100 * 1024 * 1024;

const block = 512;

/** @throws Error where it is no archive, or too large. */
export function unpacked(archive: Uint8Array): Packed[] {
  const tar = gunzipSync(archive, { maxOutputLength: largest });
  const files: Packed[] = [];
  let longName: string | undefined;
  for (let at = 0; at + block <= tar.length; ) {
    const header = tar.subarray(at, at + block);
    const name = textAt(header, 0, 100);
    if (name === '' && header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
    if (!Number.isInteger(size) || size < 0 || at + block + size > tar.length)
      throw new Error('the archive is damaged');
    const bytes = tar.subarray(at + block, at + block + size);
    const type = String.fromCharCode(header[156] ?? 0);
    const prefix = textAt(header, 257, 5) === 'ustar' ? textAt(header, 345, 155) : '';
    if (type === 'L') longName = textAt(bytes, 0, bytes.length);
    else if (type === 'x') longName = paxPath(bytes) ?? longName;
    else {
      const path = longName ?? (prefix === '' ? name : `${prefix}/${name}`);
      if (type === '0' || type === '\0') files.push({ path, bytes });
      longName = undefined;
    }
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return Buffer.from(end < 0 ? part : part.subarray(0, end)).toString('utf8');
}

/** The name in a pax header: records of `LENGTH path=NAME`. */
function paxPath(bytes: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(Buffer.from(bytes).toString('utf8'))?.[1];
}
