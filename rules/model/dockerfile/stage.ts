/**
 * A build stage: what it is built on, which variables and which user are in force. Inheritance follows earlier stages of the same file, as
 * BuildKit resolves names: case does not matter and only earlier stages count.
 */
import type { Span } from '../../text/source.ts';
import { type ImageReference, parseImageReference } from '../image/reference.ts';
import type { Dockerfile } from './file.ts';
import type { Instruction } from './instruction.ts';
import { countBefore, Variables } from './variables.ts';
import { expand, type Variable } from './words.ts';

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

/** What is asked of it is worked out once and kept. */
export class Stage {
  readonly file: Dockerfile;
  /** Position among the stages; -1 for instructions before the first FROM, whose base nobody knows. */
  readonly index: number;
  /** Without the FROM. */
  readonly instructions: Instruction[] = [];
  #from: Instruction | undefined;
  #name: string | undefined;
  #baseText: string | undefined;
  #base: Stage | undefined;
  #image: ImageReference | undefined;
  #inForce: readonly Instruction[] | undefined;
  #variables: Variables | undefined;
  #ordinals: ReadonlyMap<Instruction, number> | undefined;
  #shells: readonly Instruction[] | undefined;
  #previous: ReadonlyMap<Instruction, Instruction> | undefined;
  readonly #byKeyword = new Map<string, readonly Instruction[]>();
  /** Instructions of the stages it is built on, and these stages themselves. */
  #inherited = 0;

  constructor(file: Dockerfile, index: number) {
    this.file = file;
    this.index = index;
  }

  /** Called once, right after the stage was made: its FROM names it as its stage. All stages above it are open by then. */
  open(from: Instruction): void {
    this.#from = from;
    const { words } = from;
    this.#name = words[1]?.text.toLowerCase() === 'as' ? words[2]?.text.toLowerCase() : undefined;
    const [base] = words;
    if (base === undefined) return;
    this.#baseText = expand(base.text, this.file.escape, (name) => this.file.globalVariable(name, from.index));
    const named = this.#baseText === undefined ? undefined : this.file.stageNamed(this.#baseText);
    if (named === undefined) return;
    const inherited = named.#inherited + named.instructions.length + 1;
    // Past the budget nobody knows what it is built on.
    if (!this.file.mayInherit(inherited, base.span)) this.#baseText = undefined;
    else {
      this.#inherited = inherited;
      this.#base = named;
    }
  }

  get from(): Instruction | undefined {
    return this.#from;
  }

  /** A fragment without FROM: nothing is known of its base. */
  get isFragment(): boolean {
    return this.index < 0;
  }

  /** It becomes an image by itself. */
  get isFinal(): boolean {
    return this.file.finalStages.has(this);
  }

  /** `AS name`, in lower case. */
  get name(): string | undefined {
    return this.#name;
  }

  /** What FROM names, variables resolved; undefined when unknown. */
  get baseText(): string | undefined {
    return this.#baseText;
  }

  /** The earlier stage of this file that it is built on. */
  get base(): Stage | undefined {
    return this.#base;
  }

  /** This stage and those it is built on, nearest first. Only earlier stages can be named, so that the chain ends. */
  get chain(): readonly Stage[] {
    const chain: Stage[] = [];
    for (let at: Stage | undefined = this; at !== undefined; at = at.base) chain.push(at);
    return chain;
  }

  /** The stage at the end of the chain, whose FROM names an image. */
  get root(): Stage {
    let at: Stage = this;
    while (at.base !== undefined) at = at.base;
    return at;
  }

  /** The image at the end of the chain; undefined when unknown, `scratch` or a fragment. */
  get image(): ImageReference | undefined {
    const { root } = this;
    if (root !== this) return root.image;
    const text = this.#baseText;
    if (text === undefined || text === '' || text === 'scratch') return undefined;
    this.#image ??= parseImageReference(text);
    return this.#image;
  }

  get isScratch(): boolean {
    return this.root.baseText === 'scratch';
  }

  /** Own and inherited instructions in the order they take effect; triggers of ONBUILD left out. */
  get inForce(): readonly Instruction[] {
    this.#inForce ??= [...this.chain]
      .reverse()
      .flatMap(({ instructions }) => instructions.filter(({ onbuild }) => !onbuild));
    return this.#inForce;
  }

  /** Those of a keyword among them. */
  inForceOf(keyword: string): readonly Instruction[] {
    let found = this.#byKeyword.get(keyword);
    if (found === undefined) {
      found = this.inForce.filter((instruction) => instruction.keyword === keyword);
      this.#byKeyword.set(keyword, found);
    }
    return found;
  }

  /** The last of a keyword in force above an instruction with this index. */
  lastInForce(keyword: string, index: number): Instruction | undefined {
    const all = this.inForceOf(keyword);
    return all[countBefore(all, index) - 1];
  }

  /** The instruction that stands before another one in this stage. */
  before(instruction: Instruction): Instruction | undefined {
    this.#previous ??= new Map(
      this.instructions.slice(1).map((each, i) => [each, this.instructions[i] as Instruction]),
    );
    return this.#previous.get(instruction);
  }

  /** Who runs what comes after the instruction with this index; by default, after the last one. */
  userAt(index = Number.POSITIVE_INFINITY): EffectiveUser {
    const instruction = this.lastInForce('USER', index + 1);
    if (instruction === undefined) return { kind: 'inherited' };
    const value = instruction.resolve(instruction.argument.text.trim());
    if (value === undefined) return { kind: 'unknown', instruction };
    return { kind: 'set', instruction, value, user: value.split(':')[0] ?? '' };
  }

  /** A variable as the instruction with this index sees it. An ENV beats an ARG of the same name wherever both stand. */
  variable(name: string, index: number): Variable {
    for (let at: Stage | undefined = this; at !== undefined; at = at.base) {
      at.#variables ??= new Variables(at);
      const found = at.#variables.get(name, index);
      if (found !== undefined) return found;
    }
    // The environment of the base image is not in this file.
    return this.isScratch ? undefined : 'unknown';
  }

  /** A SHELL that is no POSIX shell is in force: PowerShell, cmd, Python. */
  shellIsForeign(index: number): boolean {
    for (let at: Stage | undefined = this; at !== undefined; at = at.base) {
      at.#shells ??= at.instructions.filter(({ keyword, onbuild }) => keyword === 'SHELL' && !onbuild);
      const shell = at.#shells[countBefore(at.#shells, index) - 1];
      if (shell === undefined) continue;
      const { json } = shell;
      const program = json === undefined || json === 'malformed' ? '' : (json.items[0] ?? '');
      return foreignShell.test(program);
    }
    return this.isWindows;
  }

  /** Another stage is built on it, or it is the image itself: its layers are shipped. */
  get isShipped(): boolean {
    return this.isFragment || this.isFinal || this.file.isBuiltOn(this);
  }

  /** The place of an instruction among those of its keyword in this stage. */
  ordinalOf(instruction: Instruction): number {
    if (this.#ordinals === undefined) {
      const ordinals = new Map<Instruction, number>();
      const counts = new Map<string, number>();
      for (const each of this.instructions) {
        const count = counts.get(each.keyword) ?? 0;
        ordinals.set(each, count);
        counts.set(each.keyword, count + 1);
      }
      this.#ordinals = ordinals;
    }
    return this.#ordinals.get(instruction) ?? 0;
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

  get isWhole(): true {
    return true;
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

/** Programs that read text of their own; `conda run` and its like start a shell. */
const foreignShell =
  /(?:^|[\\/])(?:powershell|pwsh|cmd|python[\d.]*|perl|ruby|node|php|fish|nu|xonsh|t?csh|elvish)(?:\.exe)?$/i;

/** Whether a resolved USER is root: `root` or 0 in any spelling of the number, whatever the group; on Windows the administrator. */
export function isRootUser(user: string): boolean {
  return user === 'root' || /^0+$/.test(user) || user.toLowerCase() === 'containeradministrator';
}
