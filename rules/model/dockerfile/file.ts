/** A Dockerfile as a whole: its stages, instructions and the images it names. Owns the guards on its text; reads no disk. */
import type { Span } from '../../text/source.ts';
import type { ImageUse } from '../image/use.ts';
import { imagesOf } from './images.ts';
import { Instruction } from './instruction.ts';
import { readLines } from './lines.ts';
import { type ParsedKeyword, readKeywords } from './parse.ts';
import { Stage } from './stage.ts';
import { isPredefined, lastBefore } from './variables.ts';
import { expand, type Variable } from './words.ts';

/** Characters: reading is not quite linear beyond it, and no Dockerfile is that long. */
const sizeLimit = 512 * 1024;

/** Instructions that all stages of a file may take over from others; a real one has some hundreds. */
const inheritedBudget = 20_000;

/** @returns why a text is not read; undefined when it is. */
export function dockerfileRefusal(text: string): string | undefined {
  if (text.length > sizeLimit) return 'a Dockerfile larger than 512 KB';
  return text.includes('\0') ? 'binary file' : undefined;
}

/** What is read of it is kept; a change of text is another one. */
export class Dockerfile {
  readonly text: string;
  readonly escape: '\\' | '`';
  /** Offset behind the directives at the top; a comment above it would switch them off. */
  readonly directivesEnd: number;
  readonly stages: readonly Stage[];
  /** All of them in order, triggers of ONBUILD as the instructions they hold. */
  readonly instructions: readonly Instruction[];
  /** What stands before the first FROM and is no ARG: a fragment, or a file being typed. */
  readonly fragment: Stage;
  readonly #globals = new Map<string, { index: number; variable: Exclude<Variable, undefined> }[]>();
  readonly #byName = new Map<string, Stage>();
  #inherited = 0;
  #cut: (Span & { readonly message: string }) | undefined;
  #firstByName: ReadonlyMap<string | undefined, Stage> | undefined;
  #builtOn: ReadonlySet<Stage> | undefined;
  #images: readonly ImageUse[] | undefined;
  #finals: ReadonlySet<Stage> | undefined;
  readonly #targets: ReadonlySet<string>;

  /** @param targets stages that files name to be built, in small letters; an empty text for the last one. */
  constructor(text: string, targets: ReadonlySet<string> = new Set()) {
    this.text = text;
    this.#targets = targets;
    const raw = readLines(text);
    this.escape = raw.escape;
    this.directivesEnd = raw.directivesEnd;
    const keywords = readKeywords(raw);
    const stages: Stage[] = [];
    const instructions: Instruction[] = [];
    this.fragment = new Stage(this, -1);
    let stage = this.fragment;
    raw.instructions.forEach(({ span, head, heredocs }, index) => {
      const parsed = keywords.get(head.start);
      if (parsed === undefined) return;
      const build = (of: ParsedKeyword, onbuild: boolean, into: Stage): Instruction =>
        new Instruction({
          keyword: of.keyword,
          keywordSpan: of.span,
          span,
          flags: of.flags,
          heredocs,
          onbuild,
          argument: argumentOf(raw.logical, of.argumentsStart, head),
          stage: into,
          index,
          text,
        });
      if (parsed.keyword === 'FROM') {
        stage = new Stage(this, stages.length);
        const from = build(parsed, false, stage);
        stage.open(from);
        if (stage.name !== undefined) this.#byName.set(stage.name, stage);
        stages.push(stage);
        instructions.push(from);
        return;
      }
      const instruction =
        parsed.trigger === undefined ? build(parsed, false, stage) : build(parsed.trigger, true, stage);
      stage.instructions.push(instruction);
      instructions.push(instruction);
      if (instruction.keyword === 'ARG' && stage === this.fragment) this.#defineGlobal(instruction);
    });
    this.stages = stages;
    this.instructions = instructions;
  }

  #defineGlobal(instruction: Instruction): void {
    for (const { name, value } of instruction.pairs) {
      const held =
        value === undefined
          ? undefined
          : expand(value, this.escape, (other) => this.globalVariable(other, instruction.index));
      const variable = value === undefined ? 'unset' : held === undefined ? 'unknown' : { value: held };
      const known = this.#globals.get(name);
      if (known === undefined) this.#globals.set(name, [{ index: instruction.index, variable }]);
      else known.push({ index: instruction.index, variable });
    }
  }

  /** Whether a stage may take over so many instructions more. @param at where it names the one it is built on. */
  mayInherit(count: number, at: Span): boolean {
    if (this.#inherited + count <= inheritedBudget) {
      this.#inherited += count;
      return true;
    }
    this.#cut ??= {
      ...at,
      message: `The stages of this file take over more than ${inheritedBudget.toLocaleString('en')} instructions of others: from here on, what they are built on is not looked at.`,
    };
    return false;
  }

  /** Where a budget ended, and what was therefore not looked at. */
  get cut(): (Span & { readonly message: string }) | undefined {
    return this.#cut;
  }

  /** A variable as FROM sees it: an ARG above the first FROM, by its default. What no ARG names is empty there. */
  globalVariable(name: string, index: number): Variable {
    if (isPredefined(name)) return 'unknown';
    const known = this.#globals.get(name);
    return known === undefined ? undefined : lastBefore(known, index);
  }

  /** The last stage of that name so far, whatever its case. While the file is read these are the stages above. */
  stageNamed(name: string): Stage | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** The first stage of a name. */
  firstNamed(name: string): Stage | undefined {
    this.#firstByName ??= new Map([...this.stages].reverse().map((stage) => [stage.name, stage]));
    return this.#firstByName.get(name);
  }

  /** Whether another stage is built on this one. */
  isBuiltOn(stage: Stage): boolean {
    this.#builtOn ??= new Set(this.stages.flatMap(({ base }) => base ?? []));
    return this.#builtOn.has(stage);
  }

  /** Every image it names: FROM, COPY --from, RUN --mount=from. */
  get images(): readonly ImageUse[] {
    this.#images ??= imagesOf(this);
    return this.#images;
  }

  /** A heredoc lacks its last line, so that everything below it is its text; BuildKit refuses such a file. */
  get isOpenEnded(): boolean {
    return this.instructions.some(({ heredocs }) => heredocs.some(({ unterminated }) => unterminated));
  }

  /** The same file where files name the stages to be built. */
  withTargets(targets: ReadonlySet<string>): Dockerfile {
    return targets.size === 0 ? this : new Dockerfile(this.text, targets);
  }

  /** The last of the stages that become images. */
  get finalStage(): Stage | undefined {
    return [...this.finalStages].at(-1);
  }

  /** The stages that become images: the last one, or those that files name. */
  get finalStages(): ReadonlySet<Stage> {
    this.#finals ??= new Set(builtStages(this.stages, this.#targets));
    return this.#finals;
  }

  get isWhole(): true {
    return true;
  }

  get anchor(): Span {
    return this.finalStage?.anchor ?? this.fragment.anchor;
  }

  get path(): string {
    return '';
  }
}

function argumentOf(logical: string, start: number, head: Span): { text: string; span: Span } {
  const from = Math.min(start, head.end);
  const text = logical.slice(from, head.end);
  const blank = /^\s*/.exec(text)?.[0].length ?? 0;
  const trimmed = text.slice(blank).trimEnd();
  return { text: trimmed, span: { start: from + blank, end: from + blank + trimmed.length } };
}

/** What is run where programs are written and tested, and shipped nowhere. */
const ofDevelopment =
  /(?:^|[-_.])(?:dev|devel|development|develop|debug|test|tests|testing|check|checks|lint|ci|e2e|coverage|docs|local|watch)(?:$|[-_.\d])/;
const ofProduction = /(?:^|[-_.])(?:prod|production|release|final|runtime|run|deploy|dist)(?:$|[-_.\d])/;

/**
 * A stage that files build is an image, unless its name says that it is for development. The last one is an image too, which others may build, unless it
 * only goes on from one that files build, such as with tests.
 */
function builtStages(stages: readonly Stage[], targets: ReadonlySet<string>): readonly Stage[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  const isNamed = ({ name }: Stage): boolean => name !== undefined && targets.has(name);
  const named = stages.filter((stage) => isNamed(stage) && !ofDevelopment.test(stage.name ?? ''));
  const goesOn = last.chain.slice(1).some((stage) => named.includes(stage)) && !ofProduction.test(last.name ?? '');
  const isLeft =
    !targets.has('') && !isNamed(last) && named.length > 0 && (goesOn || ofDevelopment.test(last.name ?? ''));
  return isLeft || named.includes(last) ? named : [...named, last];
}

/** @param text of any kind: whatever is wrong with it, it is read. */
export function parseDockerfile(text: string): Dockerfile {
  return new Dockerfile(text);
}
