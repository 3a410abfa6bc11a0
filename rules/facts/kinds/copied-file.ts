/** Scripts, and the configuration of servers, that a build may copy. */

import type { CopiedFile } from '../../model/dockerfile/around.ts';
import { foldersMadeIn } from '../../model/dockerfile/made-by-program.ts';
import { isProgramName, isScriptName, isServerConfigurationName } from '../../model/dockerfile/name.ts';
import { rootNeedInScript } from '../../model/dockerfile/root-start.ts';
import { isPlainScript } from '../../model/dockerfile/untried-start.ts';
import { type Fact, type FactSource, startOfFile } from '../fact.ts';

/** A script or a configuration file that a build may copy. */
export interface CopiedFileFact extends Fact, CopiedFile {}

/** Characters; a longer script is a program, and not what starts one. */
const limit = 64 * 1024;

export const copiedFile: FactSource<CopiedFileFact> = {
  buildContext(path, text) {
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
