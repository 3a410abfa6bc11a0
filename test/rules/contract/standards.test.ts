import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { cis, cisDocker, nsa, pss } from '../../../rules/contract/rule.ts';
import { type StandardDocument, standardDocuments } from '../../../rules/contract/standards.ts';

const documents: readonly StandardDocument[] = Object.values(standardDocuments);

it('a standard is a control of one document, but for the guide that numbers none', () => {
  const { baseline, restricted, 'cis-kubernetes': kubernetes, 'cis-docker': docker } = standardDocuments;
  assert.equal(baseline.control(pss('baseline', 'hostPorts')), 'hostPorts');
  assert.equal(baseline.control(pss('restricted', 'runAsNonRoot')), undefined);
  assert.equal(restricted.control(pss('restricted', 'runAsNonRoot')), 'runAsNonRoot');
  assert.equal(kubernetes.control(cis('5.2.1')), '5.2.1');
  assert.equal(docker.control(cisDocker('4.1')), '4.1');
  assert.equal(kubernetes.control(cisDocker('4.1')), undefined);
  for (const standard of new Set(rules.flatMap(({ standards }) => standards))) {
    const controls = documents.flatMap((document) => document.control(standard) ?? []);
    assert.equal(controls.length, standard.standard === nsa().standard ? 0 : 1, JSON.stringify(standard));
  }
});
