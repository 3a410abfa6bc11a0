/** Kubernetes' own selectors and rules as a program, and what it said when it was asked last. */
import { readFileSync } from 'node:fs';
import { askGo } from '../go.ts';
import { type RuleQuestion, ruleQuestions, type SelectorQuestion, selectorQuestions } from './questions.ts';

export const fixturePath = new URL('answers.json', import.meta.url);

/** Each answer is a character: `1` yes, `0` no, `-` refused. */
export interface Answers {
  readonly selectors: string;
  readonly rules: string;
}

export const questions: { readonly selectors: readonly SelectorQuestion[]; readonly rules: readonly RuleQuestion[] } = {
  selectors: selectorQuestions(4000),
  rules: ruleQuestions(4000),
};

export function recordedAnswers(): Answers {
  return JSON.parse(readFileSync(fixturePath, 'utf8')) as Answers;
}

/** @throws when the program cannot be built. */
export function askOracle(): Answers {
  const { selectors, rules } = questions;
  const said = askGo<boolean | null>(new URL('.', import.meta.url), [...selectors, ...rules]);
  const letters = said.map((answer) => (answer === null ? '-' : answer ? '1' : '0')).join('');
  return { selectors: letters.slice(0, selectors.length), rules: letters.slice(selectors.length) };
}
