/** The API server's own decisions on binding, widening roles and impersonation as a program, and what it said when it was asked last. */
import { readFileSync } from 'node:fs';
import { askGo } from '../go.ts';
import { type EdgeQuestion, edgeQuestions } from './questions.ts';

export const fixturePath = new URL('answers.json', import.meta.url);

export const questions: readonly EdgeQuestion[] = edgeQuestions(1000);

/** By question, a character for each ask: `1` yes, `0` no. */
export function recordedAnswers(): readonly string[] {
  return JSON.parse(readFileSync(fixturePath, 'utf8')) as readonly string[];
}

/** @throws when the program cannot be built. */
export const askOracle = (): readonly string[] => askGo<string>(new URL('.', import.meta.url), questions);
