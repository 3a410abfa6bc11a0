/**
 * A build stage: what it is built on, which variables and which user are in force. Inheritance follows earlier stages of the same file, as
 * BuildKit resolves names: case does not matter and only earlier stages count.
 */
import type { Span } from '../../text/source.ts';
import { type ImageReference, parseImageReference } from '../image/reference.ts';
import type { Dockerfile } from './file.ts';
import type { Instruction } from './instruction.ts';
import type { Variable } from './words.ts';
import { expand } from './words.ts';

/** Who runs the processes of a stage, as far as its instructions tell. */
export type EffectiveUser =
  | {
      readonly kind: 'set';
      readonly instruction: Instruction /** `user[:group]`, resolved. */;
      readonly value: string;
      readonly user: string;
    }
  /** A USER whose value only the build knows. */
  | { readonly kind: 'unknown'; readonly instruction: Instruction }
  /** No USER anywhere: that of the base image. */
  | { readonly kind: 'inherited' };

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

interface Definition {
  readonly index: number;
  readonly env: boolean;
  readonly value: string | undefined;
}

export class Stage {
  readonly file: Dockerfile;
  /** Position among the stages; -1 for instructions before the first FROM, whose base nobody knows. */
  readonly index: number;
  /** Set once, right after the stage was made: the FROM that opens it names it as its stage. */
  from: Instruction | undefined;
  /** Without the FROM. */
  readonly instructions: Instruction[] = [];
  #inForce: readonly Instruction[] | undefined;
  #definitions: Map<string, Definition[]> | undefined;

  constructor(file: Dockerfile, index: number, from: Instruction | undefined) {
    this.file = file;
    this.index = index;
    this.from = from;
  }

  /** A fragment without FROM: nothing is known of its base. */
  get isFragment(): boolean {
    return this.index < 0;
  }

  get isFinal(): boolean {
    return this.file.stages.at(-1) === this;
  }

  /** `AS name`, in lower case. */
  get name(): string | undefined {
    const words = this.from?.words ?? [];
    return words[1]?.text.toLowerCase() === 'as' ? words[2]?.text.toLowerCase() : undefined;
  }

  /** What FROM names, variables resolved; undefined when unknown. */
  get baseText(): string | undefined {
    const word = this.from?.words[0];
    return word === undefined
      ? undefined
      : expand(word.text, this.file.escape, (name) => this.file.globalVariable(name, this.from?.index ?? 0));
  }

  /** The earlier stage of this file that it is built on. */
  get base(): Stage | undefined {
    const name = this.baseText?.toLowerCase();
    return name === undefined
      ? undefined
      : this.file.stages.findLast((stage) => stage.index < this.index && stage.name === name);
  }

  /** This stage and those it is built on, nearest first. Only earlier stages can be named, so that the chain ends. */
  get chain(): readonly Stage[] {
    const chain: Stage[] = [];
    for (let at: Stage | undefined = this; at !== undefined; at = at.base) chain.push(at);
    return chain;
  }

  /** The image at the end of the chain; undefined when unknown, `scratch` or a fragment. */
  get image(): ImageReference | undefined {
    const text = this.chain.at(-1)?.baseText;
    return text === undefined || text === '' || this.isScratch ? undefined : parseImageReference(text);
  }

  get isScratch(): boolean {
    return this.chain.at(-1)?.baseText === 'scratch';
  }

  /** Own and inherited instructions in the order they take effect; triggers of ONBUILD left out. */
  get inForce(): readonly Instruction[] {
    this.#inForce ??= [...this.chain]
      .reverse()
      .flatMap(({ instructions }) => instructions.filter(({ onbuild }) => !onbuild));
    return this.#inForce;
  }

  /** Who runs what comes after the instruction with this index; by default, after the last one. */
  userAt(index = Number.POSITIVE_INFINITY): EffectiveUser {
    const instruction = this.inForce.findLast(({ keyword, index: at }) => keyword === 'USER' && at <= index);
    if (instruction === undefined) return { kind: 'inherited' };
    const value = instruction.resolve(instruction.argument.text.trim());
    if (value === undefined) return { kind: 'unknown', instruction };
    return { kind: 'set', instruction, value, user: value.split(':')[0] ?? '' };
  }

  /** A variable as the instruction with this index sees it. An ENV beats an ARG of the same name wherever both stand. */
  variable(name: string, index: number): Variable {
    const known =
      this.#define()
        .get(name)
        ?.filter((definition) => definition.index < index) ?? [];
    const definition = known.findLast(({ env }) => env) ?? known.at(-1);
    if (definition !== undefined) return definition.value === undefined ? 'unknown' : { value: definition.value };
    const { base } = this;
    if (base !== undefined) return base.variable(name, Number.POSITIVE_INFINITY);
    // The environment of the base image is not in this file.
    return this.isScratch ? undefined : 'unknown';
  }

  #define(): Map<string, Definition[]> {
    if (this.#definitions !== undefined) return this.#definitions;
    const definitions = new Map<string, Definition[]>();
    // Set before it is filled: a value may name a variable defined above it, which is there by then.
    this.#definitions = definitions;
    for (const instruction of this.instructions) {
      if (instruction.onbuild || (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG')) continue;
      const env = instruction.keyword === 'ENV';
      for (const { name, value } of instruction.pairs) {
        const list = definitions.get(name) ?? [];
        const global = value === undefined && !env ? this.file.globalVariable(name, this.from?.index ?? 0) : undefined;
        const held =
          value !== undefined ? instruction.resolve(value) : typeof global === 'object' ? global.value : undefined;
        definitions.set(name, [
          ...list,
          { index: instruction.index, env, value: predefined.has(name) ? undefined : held },
        ]);
      }
    }
    return definitions;
  }

  /** A SHELL that is no POSIX shell is in force: PowerShell, cmd. */
  shellIsForeign(index: number): boolean {
    const shell = this.inForce.findLast(({ keyword, index: at }) => keyword === 'SHELL' && at < index);
    if (shell !== undefined) {
      const { json } = shell;
      const program = json === undefined || json === 'malformed' ? '' : (json.items[0] ?? '');
      return /(?:powershell|pwsh|cmd)(?:\.exe)?$/i.test(program);
    }
    return this.isWindows;
  }

  /** Built on an image of Windows, by its name. */
  get isWindows(): boolean {
    const image = this.image;
    return (
      image !== undefined &&
      (/(?:^|\/)(?:windows|nanoserver|servercore)(?:\/|$)/.test(image.repository) ||
        /(?:nanoserver|windowsservercore|ltsc20\d\d)/.test(image.tag ?? ''))
    );
  }

  get anchor(): Span {
    return (
      this.from?.words[0]?.span ?? this.from?.keywordSpan ?? this.instructions[0]?.keywordSpan ?? { start: 0, end: 0 }
    );
  }

  get path(): string {
    return `stage[${this.name ?? this.index}]`;
  }
}

/** Whether a resolved USER is root: `root` or 0 in any spelling of the number, whatever the group; on Windows the administrator. */
export function isRootUser(user: string): boolean {
  return user === 'root' || /^0+$/.test(user) || user.toLowerCase() === 'containeradministrator';
}
