import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newestKubernetesMinor } from '../../../../rules/data/kubernetes.ts';
import { podSecurityRequirements, podSecurityVersion } from '../../../../rules/model/kubernetes/pod-security.ts';

const label = 'pod-security.kubernetes.io/';

it('versions are `latest` or a minor one', () => {
  const versions = ['latest', 'v1.25', 'v1.0', '1.25', 'v1.25.3', 'v1.025', 'Latest', 'v2.1', ''];
  assert.deepEqual(versions.map(podSecurityVersion), ['latest', 25, 0, ...Array(6).fill(undefined)]);
});

it('a namespace requirements by mode, strongest first', () => {
  assert.deepEqual(
    podSecurityRequirements({
      [`${label}audit`]: 'restricted',
      [`${label}enforce`]: 'baseline',
      [`${label}enforce-version`]: 'v1.30',
      [`${label}warn`]: 'privileged',
    }),
    [
      { mode: 'enforce', level: 'baseline', minor: 30 },
      { mode: 'audit', level: 'restricted', minor: undefined },
    ],
  );
});

it('versions beyond those that are known count as the nearest', () => {
  const minor = (version: string): number | undefined =>
    podSecurityRequirements({ [`${label}enforce`]: 'baseline', [`${label}enforce-version`]: version })[0]?.minor;
  assert.deepEqual([minor('v1.99'), minor('v1.20'), minor('latest')], [newestKubernetesMinor, 24, undefined]);
});

it('what admission does not take requirements nothing', () => {
  assert.deepEqual(podSecurityRequirements({ [`${label}enforce`]: 'strict' }), []);
  assert.deepEqual(
    podSecurityRequirements({ [`${label}enforce`]: 'baseline', [`${label}enforce-version`]: '1.30' }),
    [],
  );
});
