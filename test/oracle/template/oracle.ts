/** Helm's own engine as a program, and what it said when it was asked last. */
import { readFileSync } from 'node:fs';
import { askGo } from '../go.ts';
import { templateQuestions, values } from './questions.ts';

export const fixturePath = new URL('answers.json', import.meta.url);
export const questions = templateQuestions();

/** What Helm makes of each question; null where it fails. */
export function recordedAnswers(): readonly (string | null)[] {
  return JSON.parse(readFileSync(fixturePath, 'utf8')) as readonly (string | null)[];
}

/** @throws when the program cannot be built, which takes minutes. */
export function askOracle(): readonly (string | null)[] {
  return askGo<string | null>(
    new URL('.', import.meta.url),
    questions.map((template) => ({ template, values })),
  );
}
