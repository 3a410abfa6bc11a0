import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/reliability/mismatched-instance-label.ts';
import { showsItself, yaml } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

// The object's own labels count, so that the laws on other forms of a snippet do not apply.
it('mismatched-instance-label compares the label with the name', () => {
  const messages = (labels: string): string[] =>
    new Scope([rule], {
      ...yaml``,
      text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${labels}spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`,
    }).findings.map(({ message }) => message);
  assert.deepEqual(messages(''), ['Has no label app.kubernetes.io/instance: Pod web.']);
  assert.deepEqual(messages('  labels:\n    app.kubernetes.io/instance: api\n'), [
    'Differs from the name of the object, web: api.',
  ]);
  assert.deepEqual(messages('  labels:\n    app.kubernetes.io/instance: web\n'), []);
});

it('shows itself', () => showsItself(rule));
