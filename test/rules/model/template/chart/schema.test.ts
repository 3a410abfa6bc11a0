import assert from 'node:assert/strict';
import { it } from 'node:test';
import { schemaProblem } from '../../../../../rules/model/template/chart/schema.ts';
import type { Dict } from '../../../../../rules/model/template/value/value.ts';
import { readYaml } from '../../../../../rules/model/template/yaml/read.ts';

const schema = JSON.stringify({
  required: ['a'],
  additionalProperties: false,
  definitions: { size: { type: 'integer', minimum: 1 } },
  properties: {
    a: { $ref: '#/definitions/size' },
    b: { enum: ['x', 'y'] },
    c: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } },
    d: { anyOf: [{ type: 'null' }, { type: 'object', minProperties: 1 }] },
    e: { $ref: 'https://example.com/schema.json' },
  },
});
const problem = (values: string): string | undefined => schemaProblem(schema, readYaml(values) as Dict);

it('a schema refuses what Helm refuses by it, and what is not known here refuses nothing', () => {
  for (const values of ['{a: 1}', '{a: 2, b: x, c: [ab], d: null, e: 5}', '{a: 1, d: {k: 1}}'])
    assert.equal(problem(values), undefined, values);
  for (const values of [
    '{}',
    '{a: 0}',
    '{a: 1.5}',
    '{a: x}',
    '{a: 1, b: z}',
    '{a: 1, c: [AB]}',
    '{a: 1, c: [1]}',
    '{a: 1, d: {}}',
    '{a: 1, zz: 1}',
  ])
    assert.notEqual(problem(values), undefined, values);
});
