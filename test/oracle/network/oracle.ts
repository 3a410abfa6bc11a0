/** Cyclonus' matcher of network policies as a program, and what it said when it was asked last. */
import { readFileSync } from 'node:fs';
import { askGo } from '../go.ts';
import { networkQuestions } from './questions.ts';

export const fixturePath = new URL('answers.json', import.meta.url);
export const questions = networkQuestions(5000);

/** A character a question: bit 0 is set where ingress is allowed, bit 1 where egress is. */
export function recordedAnswers(): string {
  return (JSON.parse(readFileSync(fixturePath, 'utf8')) as { answers: string }).answers;
}

/** @throws when the program cannot be built. */
export function askOracle(): string {
  return askGo<readonly [ingress: boolean, egress: boolean]>(new URL('.', import.meta.url), questions)
    .map(([ingress, egress]) => Number(ingress) + 2 * Number(egress))
    .join('');
}
