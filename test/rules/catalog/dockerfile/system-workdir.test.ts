import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/system-workdir.ts';
import { debian, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean }) => {
  check('below the folder')(debian`
    WORKDIR "/sys/fs"
    #       ^^^^^^^^^ system-workdir
  `);

  clean('similar names')(debian`
    WORKDIR /devel
    WORKDIR $HOME
  `);
});

it('of programs is told to those who are strict', () => {
  const told = (path: string, profile: 'recommended' | 'strict' = 'recommended'): boolean =>
    found('Dockerfile', `FROM debian:13\nWORKDIR ${path}\n`, profile).includes('system-workdir');
  assert.equal(told('/bin'), false);
  assert.equal(told('/bin', 'strict'), true);
  assert.equal(told('/lib/x'), true);
});
