import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isTemplatePath, scenariosOf } from '../../../../../rules/engine/analyse/charts/scenarios.ts';

const named = (...paths: string[]): string[] => scenariosOf(paths).map(({ name }) => name);

it('values for trials and for environments are sets of their own, behind the default ones', () => {
  assert.deepEqual(named('values.yaml', 'values-prod.yaml', 'ci/a-values.yaml', 'values.dev.yml'), [
    'default values',
    'ci/a-values.yaml',
    'values-prod.yaml',
    'values.dev.yml',
  ]);
});

it('what only sounds like values is none', () => {
  assert.deepEqual(named('values.yaml', 'values.schema.json', 'docs/values-a.yaml', 'charts/db/values-x.yaml'), [
    'default values',
  ]);
});

it('their number is bounded', () => {
  assert.equal(named(...Array.from({ length: 40 }, (_, at) => `ci/${at}-values.yaml`)).length, 6);
});

it('templates are those of the chart and of the charts within it', () => {
  assert.ok(isTemplatePath('templates/a/b.yaml') && isTemplatePath('charts/db/charts/x/templates/a.yaml'));
  assert.ok(!isTemplatePath('values.yaml') && !isTemplatePath('files/templates/a.yaml'));
});
