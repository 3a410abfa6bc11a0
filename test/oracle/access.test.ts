/** Label selectors and rules of roles against Kubernetes' own code. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matches, readSelector } from '../../rules/model/kubernetes/labels.ts';
import { grantsPermission } from '../../rules/model/kubernetes/permission.ts';
import { Field } from '../../rules/yaml/field.ts';
import { parseDocument } from '../../rules/yaml/parse.ts';
import { askOracle, questions, recordedAnswers } from './access/oracle.ts';
import { oracleMissing } from './go.ts';

describe("Kubernetes' own code", () => {
  const recorded = recordedAnswers();

  it('matches the same labels by a selector', () => {
    questions.selectors.forEach(({ selector, labels }, i) => {
      const answer = recorded.selectors[i];
      // Read as it would stand in a manifest.
      const read = readSelector(Field.root(parseDocument(JSON.stringify(selector)), true));
      assert.ok(read !== undefined);
      if (answer !== '-') assert.equal(matches(read, labels), answer === '1', JSON.stringify({ selector, labels }));
    });
  });

  it('lets a rule of a role cover the same requests', () => {
    questions.rules.forEach(({ rule, request: { group, resource, verb } }, i) => {
      const permission = { does: '', requests: [{ group, resources: [resource], verbs: [verb] }] };
      assert.equal(
        grantsPermission({ ...rule, resourceNames: [] }, permission),
        recorded.rules[i] === '1',
        JSON.stringify(questions.rules[i]),
      );
    });
    assert.ok(recorded.rules.includes('1') && recorded.rules.includes('0'));
  });

  it('still says what was recorded', { skip: oracleMissing() ?? false }, (test) => {
    let said: ReturnType<typeof askOracle>;
    try {
      said = askOracle();
    } catch (error) {
      test.skip(error instanceof Error ? error.message : String(error));
      return;
    }
    assert.deepEqual(said, recorded, 'run: node test/oracle/access/record.ts');
  });
});
