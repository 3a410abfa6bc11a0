/** The evaluation of network policies against the matcher that conformance tests of network plugins are generated with. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkPolicyOf, trafficRules } from '../../rules/model/kubernetes/network.ts';
import { resourcesOf } from '../../rules/model/kubernetes/resource.ts';
import { judge, type TrafficPolicy } from '../../rules/model/kubernetes/traffic.ts';
import { parseDocument } from '../../rules/yaml/parse.ts';
import { oracleMissing } from './go.ts';
import { askOracle, questions, recordedAnswers } from './network/oracle.ts';
import type { PolicyManifest } from './network/questions.ts';

describe('the matcher of Cyclonus', () => {
  const recorded = recordedAnswers();

  it('lets the same connections through', () => {
    questions.forEach(({ policies, source, destination, port }, i) => {
      const said = (['ingress', 'egress'] as const).map((direction) => {
        const [own, peer] = direction === 'ingress' ? [destination, source] : [source, destination];
        const near = policies.filter(({ metadata }) => metadata.namespace === own.pod?.namespace).map(read);
        return judge(near, () => own.pod?.namespace, direction, own, peer, port).allowed;
      });
      assert.deepEqual(
        said,
        [1, 2].map((bit) => (Number(recorded[i]) & bit) !== 0),
        JSON.stringify(questions[i]),
      );
    });
    assert.deepEqual([...new Set(recorded)].sort(), ['0', '1', '2', '3']);
  });

  it('still says what was recorded', { skip: oracleMissing() ?? false }, (test) => {
    let said: string;
    try {
      said = askOracle();
    } catch (error) {
      test.skip(error instanceof Error ? error.message : String(error));
      return;
    }
    assert.equal(said, recorded, 'run: node test/oracle/network/record.ts');
  });
});

/** As it would stand in a manifest. */
function read(manifest: PolicyManifest): TrafficPolicy {
  const [resource] = resourcesOf(parseDocument(JSON.stringify(manifest)), false);
  const policy = resource === undefined ? undefined : networkPolicyOf(resource);
  assert.ok(policy !== undefined);
  const { podSelector, isolates, rules } = policy;
  return { podSelector, isolates, rules: { ingress: trafficRules(rules.ingress), egress: trafficRules(rules.egress) } };
}
