import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setValues } from '../../../../../rules/model/template/chart/set-values.ts';
import { type Dict, kindOf } from '../../../../../rules/model/template/value/value.ts';
import { toYaml } from '../../../../../rules/model/template/yaml/write.ts';

// helm.sh/helm/v4, pkg/strvals.
const set = (line: string): Dict => {
  const made: Dict = new Map();
  setValues(line, made);
  return made;
};

it('--set writes maps, lists and typed values', () => {
  assert.equal(toYaml(set('a.b=1,c=x,d=true,e=null,f=007')), 'a:\n  b: 1\nc: x\nd: true\ne: null\nf: "007"');
  assert.equal(toYaml(set('a[1].b=x,l={1,y},e={}')), 'a:\n- null\n- b: x\ne:\n- ""\nl:\n- 1\n- "y"');
  assert.equal(toYaml(set('a\\.b=x\\,y')), 'a.b: x,y');
  assert.equal(kindOf(set('a=1').get('a')), 'int64');
});

it('--set refuses what it cannot read', () => {
  for (const line of ['a', 'a.b', 'a[x]=1', 'a={1', 'a,b=1', `${'a.'.repeat(40)}b=1`])
    assert.throws(() => set(line), line);
});
