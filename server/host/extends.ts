/** Configuration files with those that they extend below them, within what may be read for one of them. */
import { type Configuration, isWrong } from '../../rules/engine/settings/configuration.ts';
import { over, type Settings } from '../../rules/engine/settings/settings.ts';
import { directoryOf, joinPath } from '../../rules/text/path.ts';
import type { Bounds } from './bounds.ts';
import type { Files } from './files.ts';

/** A few files that each extend another one twice would be millions to read. */
const extendsLimit = 100;

/** As many as all files together have that a configuration is made of. */
const characterLimit = 256 * 1024;

/** Each file is compared with each of them. */
const globLimit = 2000;

/** A configuration with what it extends, and the text of its own file. */
export type WholeConfiguration = Configuration & { readonly text: string };

export class ExtendedConfigurations {
  readonly #files: Files;
  readonly #bounds: Bounds;
  /** Files that others extend, as far as they were read. */
  readonly #bases = new Set<string>();

  constructor(files: Files, bounds: Bounds) {
    this.#files = files;
    this.#bounds = bounds;
  }

  isBase(path: string): boolean {
    return this.#bases.has(path);
  }

  /**
   * @param root of all bases: a stranger's configuration must not make us read, and repeat, what lies elsewhere on the disk.
   * @param parse reads the text of one file.
   */
  async read(path: string, root: string, parse: (text: string) => Configuration): Promise<WholeConfiguration> {
    const budget = { left: extendsLimit, characters: characterLimit };
    return boundedGlobs(await this.#whole(path, [], budget, root, parse));
  }

  /**
   * @param inside the real paths of files that extend it, which it must not extend in turn. @param budget how many more files and characters may be read for it.
   * @param root of all bases: a stranger's configuration must not make us read, and repeat, what lies elsewhere on the disk.
   */
  async #whole(
    path: string,
    inside: readonly string[],
    budget: { left: number; characters: number },
    root: string,
    parse: (text: string) => Configuration,
  ): Promise<WholeConfiguration> {
    const read = await this.#files.read(path);
    if ('unreadable' in read) return unread(`It cannot be read: ${read.unreadable}.`);
    const { text } = read;
    budget.characters -= text.length;
    if (budget.characters < 0)
      return unread(`It is not read: a configuration has at most ${characterLimit / 1024} KB with all it extends.`);
    const own = parse(text);
    const open = [...inside, (await this.#files.real(path)) ?? path];
    const bases: Partial<Settings>[] = [];
    const overrides: Configuration['overrides'][number][] = [];
    const problems = [...own.problems];
    for (const base of own.bases) {
      const from = joinPath(directoryOf(path), base.path);
      const problem = (message: string): void => void problems.push({ span: base.span, message });
      if (!(await this.#bounds.isBelow(root, from))) {
        // The same words whether it exists or not.
        problem(`${base.path} is not read: it lies outside of the repository, or of the folder where there is none.`);
        continue;
      }
      this.#bases.add(from);
      if (open.includes((await this.#files.real(from)) ?? from)) {
        problem(`${base.path} extends this file in turn.`);
        continue;
      }
      if (budget.left-- <= 0) {
        problem(`${base.path} is not read: this configuration extends more than ${extendsLimit} files.`);
        break;
      }
      const below = await this.#whole(from, open, budget, root, parse);
      const first = below.problems.find(isWrong);
      if (first !== undefined) problem(`${base.path} has a problem: ${first.message}`);
      bases.push(below.settings);
      overrides.push(...below.overrides);
    }
    return {
      text,
      settings: over({}, ...bases, own.settings),
      bases: [],
      roots: own.roots,
      overrides: [...overrides, ...own.overrides],
      problems,
    };
  }
}

/** A configuration that says nothing but what is wrong with it. */
export function unread(message: string): WholeConfiguration {
  const problems = [{ span: { start: 0, end: 0 }, message }];
  return { text: '', settings: {}, bases: [], roots: [], overrides: [], problems };
}

/** What is said of paths, as far as it can be followed for each file. */
function boundedGlobs<C extends Configuration>(whole: C): C {
  const { settings, overrides, roots } = whole;
  let left = globLimit - (settings.ignorePaths?.length ?? 0) - roots.length;
  for (const { paths } of overrides) left -= paths.length;
  if (left >= 0) return whole;
  const message = `This configuration is not in force: with all it extends, it names more than ${globLimit} paths.`;
  const problems = [...whole.problems, { span: { start: 0, end: 0 }, message }];
  return { ...whole, settings: {}, overrides: [], roots: [], problems };
}
