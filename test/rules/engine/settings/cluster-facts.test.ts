import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clusterFacts, settledBy } from '../../../../rules/engine/settings/cluster-facts.ts';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';
import { assumptions } from '../../../../rules/facts/attack/edge.ts';

const read = (text: string): ReturnType<typeof readConfiguration> => readConfiguration(text, [], '2026-11-28');

describe('what a configuration says of the cluster', () => {
  it('makes assumptions true or false', () => {
    const { settings, problems } = read('cluster:\n  podSecurity: baseline\n  cloud: google\n  appArmor: off\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.cluster, { podSecurity: 'baseline', cloud: 'google', appArmor: 'off' });
    assert.deepEqual(settledBy(settings.cluster ?? {}), {
      known: ['cloud', 'app-armor'],
      refuted: ['pod-security', 'eks'],
    });
  });

  it('speaks of assumptions that there are, and never of one in two ways', () => {
    for (const { words, says } of Object.values(clusterFacts)) {
      assert.match(says, /^[A-Z].*\.$/);
      for (const { true: yes = [], false: no = [] } of Object.values(words)) {
        for (const one of [...yes, ...no]) assert.ok(Object.hasOwn(assumptions, one));
        assert.ok(!yes.some((one) => no.includes(one)));
      }
    }
  });

  it('is told what is wrong, and leaves it out', () => {
    const { settings, problems } = read('cluster:\n  cloud: moon\n  nodes: on\n  planet: earth\n  appArmor: on\n');
    assert.deepEqual(settings.cluster, { appArmor: 'on' });
    assert.deepEqual(
      problems.map(({ message }) => message.replace(/ is one of .*/, '')),
      ['There is no setting planet.', 'cluster.cloud', 'cluster.nodes'],
    );
    assert.match(read('cluster: all\n').problems[0]?.message ?? '', /cluster is a map of facts/);
    assert.match(read('protect: all\n').problems[0]?.message ?? '', /protect is a list of names/);
  });
});
