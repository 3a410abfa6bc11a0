/** The images a Dockerfile names: what it is built on, and what it copies or mounts from. Stages of the file are no images. */
import type { Span } from '../../text/source.ts';
import { parseImageReference } from '../image/reference.ts';
import type { ImageUse } from '../image/use.ts';
import type { Dockerfile } from './file.ts';
import type { Instruction } from './instruction.ts';
import type { Stage } from './stage.ts';

/** @returns them in the order of the text, variables put in. */
export function imagesOf(file: Dockerfile): readonly ImageUse[] {
  const froms = file.stages.flatMap((stage) => fromImage(stage));
  const others = file.instructions.flatMap((instruction) => [
    ...copied(file, instruction),
    ...mounted(file, instruction),
  ]);
  return [...froms, ...others].sort((a, b) => a.anchor.start - b.anchor.start);
}

function fromImage(stage: Stage): ImageUse[] {
  const { from, base, baseText } = stage;
  const word = from?.words[0];
  if (from === undefined || word === undefined || base !== undefined || baseText === '' || baseText === 'scratch')
    return [];
  const text =
    baseText === undefined || parseImageReference(baseText).problem !== undefined ? tagged(word.text) : baseText;
  const known = text ?? (lacksPart(word.text, baseText) ? undefined : baseText);
  return known === undefined ? [] : [imageUse('from', known, word.text, word.span, from, stage, `${stage.path}.FROM`)];
}

/** A variable that nothing defines, or that only the build gives a value, left a gap: `gcr.io//web`. What stands there is not known. */
const lacksPart = (written: string, text: string | undefined): boolean =>
  written.includes('$') && text !== undefined && /^[/:@]|\/[/:@]|:@|[/:@]$/.test(text);

/** Whatever its variables hold, `$REGISTRY/web:latest` has that tag. @returns the word, without quotes; undefined where a variable may hold it. */
function tagged(written: string): string | undefined {
  const text = written.replaceAll(/^["']|["']$/g, '');
  return text.includes('$') && text.endsWith(':latest') && !/["'@]/.test(text) ? text : undefined;
}

function copied(file: Dockerfile, instruction: Instruction): ImageUse[] {
  if (instruction.keyword !== 'COPY') return [];
  const flag = instruction.flag('from');
  return flag?.valueSpan === undefined || flag.value === undefined
    ? []
    : named(file, 'copy-from', flag.value, flag.valueSpan, instruction);
}

/** `RUN --mount=type=bind,from=image,...` */
function mounted(file: Dockerfile, instruction: Instruction): ImageUse[] {
  if (instruction.keyword !== 'RUN') return [];
  return instruction.flags.flatMap(({ name, value, valueSpan }) => {
    const match = name === 'mount' && value !== undefined ? /(?:^|,)from=([^,]+)/.exec(value) : null;
    if (match === null || valueSpan === undefined) return [];
    const text = match[1] ?? '';
    const start = valueSpan.start + match.index + match[0].length - text.length;
    return named(file, 'mount-from', text, { start, end: start + text.length }, instruction);
  });
}

function named(
  file: Dockerfile,
  where: 'copy-from' | 'mount-from',
  written: string,
  span: Span,
  instruction: Instruction,
): ImageUse[] {
  const text = instruction.resolve(written);
  if (text === undefined || text === '' || text === 'scratch' || /^\d+$/.test(text)) return [];
  if (file.stageNamed(text) !== undefined) return [];
  return [imageUse(where, text, written, span, instruction, instruction.stage, `${instruction.path}.from`)];
}

function imageUse(
  where: ImageUse['where'],
  text: string,
  written: string,
  anchor: Span,
  instruction: Instruction,
  stage: Stage,
  path: string,
): ImageUse {
  return {
    reference: parseImageReference(text),
    text,
    where,
    instruction,
    stage,
    anchor,
    path,
    // What comes from a variable is written elsewhere.
    replacement: (to) =>
      text === written ? { edits: [{ start: anchor.start, end: anchor.end, text: to }] } : undefined,
  };
}
