/** What the ARG and ENV instructions of one stage define. Knows nothing of the stages it is built on; their variables are asked for there. */
import type { Stage } from './stage.ts';
import type { Variable } from './words.ts';

/** Arguments that BuildKit defines without being asked; their values depend on the build. */
const predefined = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
]);

/** @returns whether BuildKit knows the ARG without a default, such as `TARGETARCH` or `HTTP_PROXY`. */
export const isPredefined = (name: string): boolean => predefined.has(name);

interface Definition {
  readonly index: number;
  readonly variable: Exclude<Variable, undefined>;
}

/** Definitions of one name, each list in the order of the file. */
interface Definitions {
  readonly env: Definition[];
  readonly arg: Definition[];
}

/** The definitions of one stage, asked for by name and place. */
export class Variables {
  readonly #byName = new Map<string, Definitions>();
  #isReady = false;
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** @returns undefined when nothing above the instruction with this index defines it. */
  get(name: string, index: number): Variable {
    if (!this.#isReady) {
      // Set before it is filled: a value may name a variable defined above it, which is there by then.
      this.#isReady = true;
      this.#fill();
    }
    const known = this.#byName.get(name);
    return known === undefined ? undefined : (lastBefore(known.env, index) ?? lastBefore(known.arg, index));
  }

  #fill(): void {
    const { instructions, file, from } = this.#stage;
    for (const instruction of instructions) {
      if (instruction.onbuild || (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG')) continue;
      const kind = instruction.keyword === 'ENV' ? 'env' : 'arg';
      for (const { name, value } of instruction.pairs) {
        let variable: Exclude<Variable, undefined>;
        if (isPredefined(name)) variable = 'unknown';
        else if (value === undefined)
          // An ARG without a default takes that of the ARG above the first FROM.
          variable = kind === 'arg' ? (file.globalVariable(name, from?.index ?? 0) ?? 'unset') : 'unknown';
        else {
          const held = instruction.resolve(value);
          variable = held === undefined ? 'unknown' : { value: held };
        }
        const known = this.#byName.get(name) ?? { env: [], arg: [] };
        known[kind].push({ index: instruction.index, variable });
        this.#byName.set(name, known);
      }
    }
  }
}

/** The last one above an instruction; in logarithmic time, since files of many definitions ask for each. */
export function lastBefore(definitions: readonly Definition[], index: number): Variable {
  return definitions[countBefore(definitions, index) - 1]?.variable;
}

/** How many stand above an instruction. @param items in the order of the file. */
export function countBefore(items: readonly { readonly index: number }[], index: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { readonly index: number }).index < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
