/**
 * Which instruction of a Dockerfile made which layer of the image that was built from it, by the image's history. Source: OCI image specification, `history`; what
 * BuildKit (frontend/dockerfile/dockerfile2llb), the builder before it and Buildah write there. Says nothing unless every step of the end of the history is that of
 * an instruction: an image of another Dockerfile, or of an earlier text of it, has other steps.
 */
import { listOf, objectOf, textOf, textsOf } from './answer.ts';
import type { Step } from './report.ts';

/** An instruction as far as a history tells of it. */
export interface BuildStep {
  /** In capitals. */
  readonly keyword: string;
  /** Behind the keyword and its flags, as it is written. */
  readonly text: string;
}

/** Steps that are kept of an image: more have none that people build. */
const most = 500;

/** @param config of the OCI image. @returns none where its history does not fit its layers. */
export function stepsOf(config: unknown): readonly Step[] {
  const history = listOf(objectOf(config)['history']).map(objectOf);
  const diffs = textsOf(objectOf(objectOf(config)['rootfs'])['diff_ids']);
  if (history.length > most || history.filter((one) => one['empty_layer'] !== true).length !== diffs.length) return [];
  let at = 0;
  return history.map((one) => {
    const by = textOf(one['created_by']) ?? '';
    const layer = one['empty_layer'] === true ? undefined : diffs[at++];
    return layer === undefined ? { by } : { by, layer };
  });
}

/** @param instructions of the stage that was built, from its base on. @returns the place of the instruction that made each layer; undefined where they do not fit. */
export function madeBy(
  steps: readonly Step[],
  instructions: readonly BuildStep[],
): ReadonlyMap<string, number> | undefined {
  if (instructions.length === 0 || instructions.length > steps.length) return undefined;
  const end = steps.slice(-instructions.length);
  if (!end.every(({ by }, i) => isOf(by, instructions[i] as BuildStep))) return undefined;
  return new Map(end.flatMap(({ layer }, i) => (layer === undefined ? [] : [[layer, i] as const])));
}

function isOf(by: string, { keyword, text }: BuildStep): boolean {
  const [, nop] = /^\/bin\/sh -c #\(nop\)\s+([A-Z]+)\b/.exec(by) ?? [];
  if (nop !== undefined) return nop === keyword;
  const [, written] = /^([A-Z]+)\b/.exec(by) ?? [];
  if (keyword !== 'RUN') return written === keyword;
  if (written !== undefined && written !== 'RUN') return false;
  // Of a RUN, its command tells one text of a Dockerfile from another. What was cut off is compared as far as it goes.
  const ran = plain(by.replace(/ # buildkit$/, ''));
  const command = plain(text);
  const at = ran.indexOf(command.slice(0, 40));
  return at >= 0 && (ran.slice(at) === command || (by.length >= 500 && command.startsWith(ran.slice(at))));
}

/** Without the ends of its lines, and with single blanks. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`]?\r?\n/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
