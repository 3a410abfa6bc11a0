/** Reads the list of files of a ZIP archive. Enough for a VSIX; must not know what is in it. */

/**
 * The paths in `archive`, in its order. Follows the central directory (APPNOTE.TXT 4.3.12 and 4.3.16), without ZIP64.
 * Throws when the bytes are no ZIP archive.
 */
export function zipEntries(archive: Buffer): string[] {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('Not a ZIP archive');
  const count = archive.readUInt16LE(end + 10);
  let offset = archive.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let index = 0; index < count; index++) {
    const nameLength = archive.readUInt16LE(offset + 28);
    const extraLength = archive.readUInt16LE(offset + 30);
    const commentLength = archive.readUInt16LE(offset + 32);
    names.push(archive.toString('utf8', offset + 46, offset + 46 + nameLength));
    offset += 46 + nameLength + extraLength + commentLength;
  }
  return names;
}
