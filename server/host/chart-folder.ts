/** The files of a chart's folder, packed subcharts unpacked, without what `.helmignore` leaves out. Must not know what the files say. */
import type { ChartFile } from '../../rules/model/template/chart/chart.ts';
import { ignoring } from '../../rules/model/template/chart/ignore.ts';
import { LimitError } from '../../rules/model/template/value/errors.ts';
import { isWithin, within } from './files.ts';
import { nodeFiles, readBytes } from './node-files.ts';
import { type Packed, unpacked } from './tar.ts';

/** Files of one chart with its subcharts, and folders within folders. */
const bounds = { files: 20_000, depth: 32 };

/** @returns in the order of their paths. What cannot be read is left out. @throws LimitError where there is too much, or an archive cannot be read. */
export function chartFiles(folder: string): ChartFile[] {
  const top = nodeFiles.real(folder) ?? folder;
  const ignore = nodeFiles.read(within(folder, '.helmignore'));
  const isIgnored = ignoring('text' in ignore ? ignore.text : '');
  const files: ChartFile[] = [];
  const add = (path: string, text: string): void => {
    if (files.length >= bounds.files) throw new LimitError('the chart has too many files');
    files.push({ path, text });
  };
  const walk = (below: string, depth: number): void => {
    if (depth > bounds.depth) throw new LimitError('the folders of the chart are nested too deeply');
    for (const { name, kind, target } of nodeFiles.list(below === '' ? folder : within(folder, below))) {
      // A link may lead anywhere; what lies outside is no part of the chart.
      if (target !== undefined && !isWithin(top, target)) continue;
      const path = below === '' ? name : `${below}/${name}`;
      if (isIgnored(path, kind === 'folder')) continue;
      if (kind === 'folder') walk(path, depth + 1);
      else if (/(?:^|\/)charts\/[^/]+\.tgz$/.test(path)) unpack(path);
      else read(path);
    }
  };
  const read = (path: string): void => {
    const bytes = readBytes(within(folder, path));
    if (bytes instanceof Uint8Array) add(path, decoded(bytes));
  };
  const unpack = (path: string): void => {
    const bytes = readBytes(within(folder, path));
    if (bytes instanceof Uint8Array) unpackInto(path.replace(/\.tgz$/, ''), bytes, 0, add);
  };
  walk('', 0);
  return files;
}

/** A packed chart holds one folder; charts in it may be packed, too. */
function unpackInto(folder: string, bytes: Uint8Array, depth: number, add: (path: string, text: string) => void): void {
  if (depth > bounds.depth) throw new LimitError('the chart has archives in archives');
  for (const { path, bytes: inner } of packedFiles(folder, bytes)) {
    const below = path.replace(/^\.\//, '').replace(/^[^/]*\//, '');
    if (below === '' || below.split('/').includes('..')) continue;
    if (/(?:^|\/)charts\/[^/]+\.tgz$/.test(below))
      unpackInto(`${folder}/${below.replace(/\.tgz$/, '')}`, inner, depth + 1, add);
    else add(`${folder}/${below}`, decoded(inner));
  }
}

function packedFiles(folder: string, bytes: Uint8Array): readonly Packed[] {
  try {
    return unpacked(bytes);
  } catch (error) {
    throw new LimitError(`the archive ${folder}.tgz cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
