/** How rules speak: docs/contributing/style.md, as far as a test can hold it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import { notices } from '../../rules/engine/findings/notices.ts';
import { Scope } from '../harness/scope.ts';

/** What a reader who is new here would stumble over, and what to write. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\b(?:take|takes|taken|taking|leave|leaves)\b[^.;:]{0,40}\baway\b/i, 'remove'],
  [/\bgive(?:s|n)?\b[^.;:]{0,30}\baway\b/i, 'expose, drop'],
  [/\b(?:is|are) none\b/i, 'is not'],
  [/(?<!\bthere )\b(?:is|are) no (?!longer\b)[a-z]/i, 'is not a'],
  [/\bhand(?:s|ed)? out\b/i, 'grant'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bholes?\b/i, 'vulnerability'],
  [/\bfor ever\b/i, 'permanently'],
  [/\banew\b/i, 'again'],
  [/\bfalls? to\b/i, 'goes to, belongs to'],
  [/\b(?:calls home|in haste|shows its inside|the world|has the machine|owns the machine)\b/i, 'the plain fact'],
  [/\b(?:he|his|him|himself|she|her|herself)\b/i, 'they'],
  [/—|\.\.\.\s*$|!$/, 'a sentence of its own'],
];

/** Lists of what was found, or of what an attacker can do: as long as there is to say. */
const listing: ReadonlySet<string> = new Set(['rejected-by-admission', 'warned-by-admission', 'known-vulnerability']);

describe('the texts of a rule', () => {
  for (const rule of [...rules, ...notices]) {
    const { id, title, why, remedy } = rule;
    it(`${id} uses words of the field`, () => {
      for (const text of [title, why, remedy, 'ignoreWhen' in rule ? String(rule.ignoreWhen) : '']) assertPlain(text);
    });
  }
});

describe('a message', () => {
  for (const rule of rules) it(`of ${rule.id} says first what is wrong`, () => assertMessages(rule));
});

function assertMessages(rule: Rule): void {
  const given = rule.id === 'untrusted-registry' ? { registries: ['registry.example.com'] } : {};
  for (const example of rule.examples.bad) {
    const scope = new Scope([rule], example, given);
    for (const finding of scope.findings.filter((found) => found.rule === rule.id)) {
      const { message, resource, container } = finding;
      assert.match(message, /^[A-Z0-9-].*[.?]$/, 'a message is a sentence');
      assert.doesNotMatch(message, /\n/, 'a message is one line');
      if (!listing.has(rule.id)) assert.ok(message.length <= 100, `${message.length} characters: ${message}`);
      assert.doesNotMatch(
        message,
        /^(?:The|This|There|That|What|Who|Whoever|Everybody|It) /,
        'the predicate comes first',
      );
      for (const name of [`${resource?.kind} ${resource?.name}`, `Container ${container}`])
        assert.ok(!message.startsWith(name), `the name comes second: ${message}`);
      assert.doesNotMatch(message, ids, 'a message names no rule');
      assertPlain(message);
      for (const fix of scope.fixes(finding)) assertPlain('edits' in fix ? fix.title : fix.refused);
    }
  }
}

function assertPlain(text: string): void {
  for (const [words, instead] of forbidden) assert.doesNotMatch(text, words, `write "${instead}"`);
}

/** Ids of several words: one word may be a word of the field. */
const ids = new RegExp(
  `(?<![\\w/:-])(?:${rules
    .map(({ id }) => id)
    .filter((id) => id.includes('-'))
    .join('|')})(?![\\w-])`,
);
