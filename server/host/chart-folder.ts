/** The files of a chart's folder, packed subcharts unpacked, without what `.helmignore` leaves out. Must not know what the files say. */
import type { ChartFile } from '../../rules/model/template/chart/chart.ts';
import { ignoring } from '../../rules/model/template/chart/ignore.ts';
import { LimitError } from '../../rules/model/template/value/errors.ts';
import { type Files, isWithin, type Packed, within } from './files.ts';

/** Files of one chart with its subcharts, and folders within folders. */
const bounds = { files: 20_000, depth: 32 };

/** @returns in the order of their paths. What cannot be read is left out. @throws LimitError where there is too much, or an archive cannot be read. */
export async function chartFiles(disk: Files, folder: string): Promise<ChartFile[]> {
  const top = (await disk.real(folder)) ?? folder;
  const ignore = await disk.read(within(folder, '.helmignore'));
  const isIgnored = ignoring('text' in ignore ? ignore.text : '');
  const files: ChartFile[] = [];
  const add = (path: string, text: string, isPacked = false): void => {
    if (files.length >= bounds.files) throw new LimitError('the chart has too many files');
    files.push(isPacked ? { path, text, isPacked } : { path, text });
  };
  const walk = async (below: string, depth: number): Promise<void> => {
    if (depth > bounds.depth) throw new LimitError('the folders of the chart are nested too deeply');
    for (const { name, kind, target } of await disk.list(below === '' ? folder : within(folder, below))) {
      // A link may lead anywhere; what lies outside is no part of the chart.
      if (target !== undefined && !isWithin(top, target)) continue;
      const path = below === '' ? name : `${below}/${name}`;
      if (isIgnored(path, kind === 'folder')) continue;
      if (kind === 'folder') await walk(path, depth + 1);
      else if (/(?:^|\/)charts\/[^/]+\.tgz$/.test(path)) await unpack(path);
      else await read(path);
    }
  };
  const read = async (path: string): Promise<void> => {
    const bytes = await disk.bytes?.(within(folder, path));
    if (bytes instanceof Uint8Array) return add(path, decoded(bytes));
    const text = bytes === undefined ? await disk.read(within(folder, path)) : bytes;
    if ('text' in text) add(path, text.text);
  };
  const unpack = async (path: string): Promise<void> => {
    const bytes = await disk.bytes?.(within(folder, path));
    const addPacked = (inner: string, text: string): void => add(inner, text, true);
    if (bytes instanceof Uint8Array) unpackInto(disk, path.replace(/\.tgz$/, ''), bytes, 0, addPacked);
  };
  await walk('', 0);
  return files;
}

/** A packed chart holds one folder; charts in it may be packed, too. */
function unpackInto(
  disk: Files,
  folder: string,
  bytes: Uint8Array,
  depth: number,
  add: (path: string, text: string) => void,
): void {
  if (depth > bounds.depth) throw new LimitError('the chart has archives in archives');
  for (const { path, bytes: inner } of packedFiles(disk, folder, bytes)) {
    const below = path.replace(/^\.\//, '').replace(/^[^/]*\//, '');
    if (below === '' || below.split('/').includes('..')) continue;
    if (/(?:^|\/)charts\/[^/]+\.tgz$/.test(below))
      unpackInto(disk, `${folder}/${below.replace(/\.tgz$/, '')}`, inner, depth + 1, add);
    else add(`${folder}/${below}`, decoded(inner));
  }
}

function packedFiles(disk: Files, folder: string, bytes: Uint8Array): readonly Packed[] {
  try {
    return disk.unpack?.(bytes) ?? [];
  } catch (error) {
    throw new LimitError(`the archive ${folder}.tgz cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
