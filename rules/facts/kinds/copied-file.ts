/** Scripts, and the configuration of servers, that a build may copy. */

import type { CopiedFile } from '../../model/dockerfile/around.ts';
import { foldersMadeIn } from '../../model/dockerfile/made-by-program.ts';
import {
  isProgramName,
  isProgramSettingsName,
  isScriptName,
  isServerConfigurationName,
} from '../../model/dockerfile/name.ts';
import { rootNeedInScript } from '../../model/dockerfile/root-start.ts';
import { isPlainScript } from '../../model/dockerfile/untried-start.ts';
import { type Fact, type FactSource, type Statement, startOfFile } from '../fact.ts';

/** A script or a configuration file that a build may copy. */
export interface CopiedFileFact extends Fact, CopiedFile {}

/** Characters; a longer script is a program, and not what starts one. */
const limit = 64 * 1024;

export const copiedFile: FactSource<CopiedFileFact> = {
  buildContext(path, text) {
    if (isProgramSettingsName(path)) return settingsOf(text);
    const isScript = isScriptName(path);
    const isProgram = isProgramName(path);
    if (!isScript && !isProgram && !isServerConfigurationName(path)) return undefined;
    if (text.length > limit) return [];
    if (isProgram) {
      // What makes no folder needs no fact.
      const makes = foldersMadeIn(text);
      return makes.length === 0 ? [] : [{ says: programOf(makes), places: { name: startOfFile } }];
    }
    return [{ says: isScript ? scriptOf(text) : configurationOf(text), places: { name: startOfFile } }];
  },
};

const scriptOf = (text: string): CopiedFile => ({
  needsRoot: rootNeedInScript(text),
  isPlain: isPlainScript(text),
  makes: [],
  listens: [],
  pidFile: undefined,
});

const programOf = (makes: readonly string[]): CopiedFile => ({
  needsRoot: undefined,
  isPlain: false,
  makes,
  listens: [],
  pidFile: undefined,
});

const configurationOf = (text: string): CopiedFile => ({
  needsRoot: undefined,
  isPlain: false,
  makes: [],
  listens: [...text.matchAll(/^[ \t]*[Ll]isten[ \t]+(?:[\w.*[\]:]{0,64}:)?(\d{1,5})\b/gm)].map(([, port]) =>
    Number(port),
  ),
  pidFile: /^[ \t]*pid[ \t]+([^\s;]+)/m.exec(text)?.[1],
});

/** Other files of these names are manifests and charts, and what tells of no port needs no fact. */
function settingsOf(text: string): readonly Statement<CopiedFileFact>[] | undefined {
  if (text.length > limit || /^(?:apiVersion|kind|services)[ \t]*:/m.test(text)) return undefined;
  const listens = portsOfSettings(text);
  return listens.length === 0
    ? undefined
    : [{ says: { ...configurationOf(''), listens }, places: { name: startOfFile } }];
}

/** `server.port=80`, or `port: 80` below `server:`; behind a variable what holds without it. */
function portsOfSettings(text: string): readonly number[] {
  const ports: number[] = [];
  let server: number | undefined;
  for (const line of text.split(/\r?\n/)) {
    const flat = /^\s*(?:[\w-]+\.){0,4}server\.port\s*[:=]\s*["']?(?:\$\{[\w.]{1,64}:)?(\d{1,5})\b/.exec(line)?.[1];
    if (flat !== undefined) ports.push(Number(flat));
    const [entry = '', blanks = '', key] = /^( *)([\w.-]+):/.exec(line) ?? [];
    if (key === undefined) continue;
    const value = line.slice(entry.length).trimStart();
    if (server !== undefined && blanks.length <= server) server = undefined;
    const port = /^["']?(?:\$\{[\w.]{1,64}:)?(\d{1,5})\b/.exec(value)?.[1];
    if (server !== undefined && key === 'port' && port !== undefined) ports.push(Number(port));
    if (key === 'server' || key.endsWith('.server')) server = blanks.length;
  }
  return ports;
}
