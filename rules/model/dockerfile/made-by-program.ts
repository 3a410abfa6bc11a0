/** Folders that a program of the author's makes when it starts, as its main file says. Reads no language; knows what such a line looks like. */
import { joinPath } from '../../text/path.ts';
import { absolute, workdirAt } from './accounts.ts';
import type { BuildSurroundings } from './around.ts';
import { sourcesOf, startedWords, startsOf } from './root-start.ts';
import type { Stage } from './stage.ts';

/** What makes a folder, with the text or the name behind it. Sources: docs.python.org, os and pathlib; nodejs.org, "File system". */
const makes =
  /\b(?:os\.)?(?:makedirs|mkdir|mkdirSync|ensureDirSync?)\s*\(\s*(?:["'`]([^"'`\n]{1,200})["'`]|([A-Za-z_]\w{0,80}))|\bPath\(\s*["']([^"'\n]{1,200})["']\s*\)\.mkdir|\b(?!(?:os|fs|fsp|promises|fsPromises)\.)([A-Za-z_]\w{0,80})\.mkdir\s*\(/g;

/** @param text of a program. @returns folders as they are written, those behind a name that is set to a text among them. */
export function foldersMadeIn(text: string): readonly string[] {
  let names: ReadonlyMap<string, string> | undefined;
  const found = [...text.matchAll(makes)].flatMap(([, literal, name, path, object]) => {
    const written = literal ?? path;
    const variable = name ?? object;
    if (written !== undefined || variable === undefined) return written ?? [];
    names ??= textsOfNames(text);
    return names.get(variable) ?? [];
  });
  return [...new Set(found)].filter((one) => /^[./\w-]+$/.test(one) && one !== '.' && one !== '/');
}

/** The last text of the line that sets a name first: the default of what the environment may set. */
function textsOfNames(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] =
      /^[ \t]*(?:const |let |var )?([A-Za-z_]\w{0,80})\b[^=]{0,40}=(.{1,300})/.exec(line) ?? [];
    const [, last] = /["'`]([^"'`]{0,200})["'`][^"'`]*$/.exec(value) ?? [];
    if (last !== undefined && !found.has(name)) found.set(name, last);
  }
  return found;
}

/** @returns folders that the program of a stage makes, as paths in the image. */
export function foldersMadeByProgram(stage: Stage, around: BuildSurroundings): readonly string[] {
  const work = workdirAt(stage, Number.POSITIVE_INFINITY) ?? '/';
  return startsOf(stage).flatMap((start) =>
    start.commands.flatMap((command) =>
      startedWords(command).flatMap(({ text }) => {
        const file = mainFileOf(text);
        const path = file === undefined ? undefined : absolute(file, start);
        if (path === undefined) return [];
        const source = sourcesOf(stage, path).find((one) => around.file(one) !== undefined);
        const made = source === undefined ? [] : (around.file(source)?.makes ?? []);
        return made.map((folder) => (folder.startsWith('/') ? folder : joinPath(work, folder)));
      }),
    ),
  );
}

/** `app.py`, or the module of `main:app` as servers are handed it. */
function mainFileOf(word: string): string | undefined {
  if (/\.(?:py|[cm]?js)$/.test(word)) return word;
  const module = /^([a-z_]\w*(?:\.\w+)*):\w+(?:\(\))?$/i.exec(word)?.[1];
  return module === undefined ? undefined : `${module.replaceAll('.', '/')}.py`;
}
