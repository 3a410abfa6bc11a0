import assert from 'node:assert/strict';
import { it } from 'node:test';
import { modsOf } from '../../../../rules/model/program/installs.ts';

it('mods are images, behind one variable, with bars between them', () => {
  assert.deepEqual(modsOf('DOCKER_MODS', 'linuxserver/mods:a|ghcr.io/b/c:d'), ['linuxserver/mods:a', 'ghcr.io/b/c:d']);
  assert.deepEqual(modsOf('DOCKER_MODS', '${MODS}'), []);
  assert.deepEqual(modsOf('MODS', 'linuxserver/mods:a'), []);
});
