/** A command of the command line, as the files beside this one describe it: one command each, which `index.ts` lists. */
import type { ParseArgsConfig } from 'node:util';
import type { Output } from '../output.ts';

/** Options by their long names, as `parseArgs` of Node takes them. */
export type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  readonly name: string;
  /** Its lines of the usage text, where the first begins at no indent and the last ends without a line feed. */
  readonly usage: string;
  /** All that it takes; the usage names each, and shells complete them. */
  readonly options: Options;
  /** Whole command lines that a person may copy. */
  readonly examples: readonly string[];
  /**
   * @param args what follows the command. @returns the exit status: 0, 1 for problems found, 2 for what could not be done, 3 where the command says so.
   * @throws UsageError when the arguments are wrong.
   */
  run(args: readonly string[], output: Output): Promise<number> | number;
}
