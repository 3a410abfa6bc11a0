/** Kustomize itself as a program, and what it said when it was asked last. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Json } from '../../../rules/model/kustomize/build/node.ts';
import { askGo } from '../go.ts';
import { questions } from './questions.ts';

export const fixturePath = new URL('answers.json', import.meta.url);

/** The objects that are built, keys in order; null where Kustomize refuses. */
export type Answer = readonly Json[] | null;

/** As it is kept: of what is composed by chance, which is long, the checksum alone. */
export function kept(answer: Answer, name: string): Answer | string {
  const ordered = answer === null ? null : (inOrder(answer) as readonly Json[]);
  if (ordered === null || !name.startsWith('composition')) return ordered;
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex').slice(0, 16);
}

/** Keys in order; what is null is left out, as it says nothing. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const map = value as { readonly [key: string]: Json };
  const keys = Object.keys(map).filter((key) => map[key] !== null);
  return Object.fromEntries(keys.sort().map((key) => [key, inOrder(map[key] ?? null)]));
}

/** What Kustomize makes of each question, as it is kept. */
export function recordedAnswers(): readonly (Answer | string)[] {
  const answers = JSON.parse(readFileSync(fixturePath, 'utf8')) as readonly string[];
  return answers.map((answer) => JSON.parse(answer) as Answer | string);
}

/** @throws when the program cannot be built, which takes minutes. */
export function askOracle(): readonly Answer[] {
  const asked = questions.map(({ files, folder }) => ({ files, folder }));
  return askGo<{ readonly objects?: readonly Json[]; readonly error?: string }>(
    new URL('.', import.meta.url),
    asked,
  ).map(({ objects, error }) => (error === undefined ? (objects ?? []) : null));
}
