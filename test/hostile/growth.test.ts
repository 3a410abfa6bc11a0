/**
 * What a hostile author repeats costs in proportion to its length. Counted are steps, which are the same on any machine however busy, for each kind of attack
 * that once was quadratic or worse; `npm run bench -- steps` counts those of all families, and `npm run bench -- growth` measures their time.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mostGrowth, stepsOf } from '../bench/steps.ts';

const attacks = [
  'a comment of blanks, Dockerfile',
  'ignore comments and instructions',
  'ignore comments of the file, and containers',
  'annotations of another tool, and containers',
  'pod values that containers inherit',
  'volumes, and containers that mount them',
  'one aliased pod of 200 containers in a list',
  'aliases of a container',
  'aliases within themselves',
  'a document of aliases of its own containers',
  'chained stages with ENV',
  'one RUN of curl | sh',
  'one RUN of yum',
  'WORKDIRs, then RUN cd',
  'VOLUMEs, then RUNs',
  'one ENV of many pairs',
  'stages, and copies from none',
  'kustomizations that take each other in',
  'many kustomizations',
  'many files of one namespace each',
  'registries of a configuration',
  'unknown rules of a configuration',
  'overrides for namespaces',
  'fixes offered: containers',
  'fixes made: containers',
  'fixes made: rules of a role',
];

describe('four times the text takes about four times the steps', () => {
  const counted = stepsOf(attacks);
  for (const name of attacks)
    it(name, async () => {
      const { growth = Number.NaN, steps = [], suspects } = (await counted).get(name) ?? {};
      assert.ok(growth <= mostGrowth, `${growth} times; ${suspects}`);
      assert.ok(Math.min(...steps) > 1000, `${steps} steps`);
    });
});
