/** Kustomizations against Kustomize itself. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderKustomization } from '../../rules/model/kustomize/build/render.ts';
import { kept, recordedAnswers } from './kustomize/oracle.ts';
import { questions } from './kustomize/questions.ts';

describe('Kustomize', () => {
  const recorded = recordedAnswers();

  it('builds the same objects, and refuses the same kustomizations', () => {
    const wrong: unknown[] = [];
    for (const [at, { name, files, folder }] of questions.entries()) {
      const made = renderKustomization({ read: (path) => files[path] }, folder);
      const ours = kept('refused' in made ? null : made.objects, name);
      if (JSON.stringify(ours) !== JSON.stringify(recorded[at])) wrong.push({ name, ours, kustomize: recorded[at] });
    }
    assert.deepEqual(wrong, []);
    assert.equal(recorded.length, questions.length, 'run: node test/oracle/kustomize/record.ts');
    assert.ok(recorded.filter((answer) => answer === null).length < questions.length / 2);
  });
});
