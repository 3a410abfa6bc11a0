/** Templates against Helm's own engine, which is text/template, sprig and sigs.k8s.io/yaml. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holdsUnknown } from '../../rules/model/template/value/text.ts';
import { renderedText } from '../harness/render.ts';
import { questions, recordedAnswers } from './template/oracle.ts';
import { values } from './template/questions.ts';

describe("Helm's engine", () => {
  const recorded = recordedAnswers();

  it('makes the same texts, and fails for the same templates', () => {
    const given = JSON.stringify(values);
    const wrong: unknown[] = [];
    let unknown = 0;
    for (const [at, question] of questions.entries()) {
      const made = renderedText(question, given);
      if (made !== undefined && holdsUnknown(made)) unknown++;
      else if (made !== (recorded[at] ?? undefined)) wrong.push({ question, made, helm: recorded[at] });
    }
    assert.deepEqual(wrong, []);
    assert.equal(recorded.length, questions.length, 'run: node test/oracle/template/record.ts');
    assert.ok(unknown < questions.length / 100, `${unknown} answers are unknown`);
    assert.ok(recorded.filter((answer) => answer === null).length < questions.length * 0.6);
  });
});
