/** What a COPY or ADD takes, and where in the image it may be afterwards. Source: Dockerfile reference, COPY. */
import { baseName, joinPath } from '../../text/path.ts';
import type { Span } from '../../text/source.ts';
import { destinationOf } from './accounts.ts';
import type { Instruction } from './instruction.ts';

/** One source or destination of a COPY or ADD. */
export interface Copied {
  /** As written, variables and all. */
  readonly written: string;
  /** With variables replaced and quotes taken off; undefined when a part is unknown. */
  readonly path: string | undefined;
  readonly span: Span;
}

interface Copies {
  readonly sources: readonly Copied[];
  readonly target: Copied | undefined;
}

/** Read once: rules ask of each source again what the whole instruction is. */
const known = new WeakMap<Instruction, Copies>();

/** What it takes, heredocs left out; in the JSON form too. Empty for other instructions. */
export function copiedBy(instruction: Instruction): readonly Copied[] {
  return copiesOf(instruction).sources;
}

/** The last word of it: where it puts what it takes. */
export function targetOf(instruction: Instruction): Copied | undefined {
  return copiesOf(instruction).target;
}

function copiesOf(instruction: Instruction): Copies {
  let copies = known.get(instruction);
  if (copies === undefined) {
    const operands = operandsOf(instruction);
    const sources = operands.slice(0, -1).filter(({ written }) => !written.startsWith('<<'));
    copies = { sources, target: operands.at(-1) };
    known.set(instruction, copies);
  }
  return copies;
}

function operandsOf(instruction: Instruction): readonly Copied[] {
  const { keyword, json, words, argument } = instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  const written =
    json === undefined || json === 'malformed'
      ? words
      : [...argument.text.matchAll(/"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)/g)].map(({ 0: quoted, index }) => {
          const start = argument.span.start + index;
          return { text: quoted.slice(1, -1), span: { start, end: start + quoted.length } };
        });
  return written.map(({ text, span }) => ({ written: text, path: instruction.resolve(text), span }));
}

/**
 * Absolute paths that a source may have in the image: a target without a slash at its end is a folder where one is there already, and the
 * file's name otherwise. Empty where a variable or the base image decides.
 */
export function pathsInImage(instruction: Instruction, { path }: Copied): readonly string[] {
  const target = destinationOf(instruction);
  if (target === undefined) return [];
  const inFolder = path === undefined ? [] : [joinPath('', `${target}/${baseName(path)}`)];
  const isFolder = /(?:^|\/)\.{0,2}$/.test(targetOf(instruction)?.path ?? '') || copiedBy(instruction).length > 1;
  return isFolder ? inFolder : [joinPath('', target), ...inFolder];
}
