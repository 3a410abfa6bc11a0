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
  const found = [...text.matchAll(makes)].flatMap(([, literal, name, path, object]) => {
    const written = literal ?? path;
    const variable = name ?? object;
    if (written !== undefined || variable === undefined) return written ?? [];
    // The last text of the line is the default of what the environment may set.
    const set = new RegExp(`^[ \\t]*(?:const |let |var )?${variable}\\b[^=\\n]{0,40}=([^\\n]{1,300})`, 'm').exec(
      text,
    )?.[1];
    return /["'`]([^"'`]{0,200})["'`][^"'`]*$/.exec(set ?? '')?.[1] ?? [];
  });
  return [...new Set(found)].filter((one) => /^[./\w-]+$/.test(one) && one !== '.' && one !== '/');
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
