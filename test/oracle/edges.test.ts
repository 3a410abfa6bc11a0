/** Steps over the API server that lead to more permissions against what the API server itself decides. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edgesOf } from '../../rules/engine/attack-edges.ts';
import { factsOf } from '../harness/attack.ts';
import { askOracle, questions, recordedAnswers } from './edges/oracle.ts';
import { oracleMissing } from './go.ts';

describe("the API server's own decisions", () => {
  const recorded = recordedAnswers();

  it('are the steps of binding, escalation and impersonation, of 10,000 that are asked for', () => {
    const said = { bind: [0, 0], escalate: [0, 0], impersonate: [0, 0] };
    let asked = 0;
    for (const [i, question] of questions.entries()) {
      const { roles, clusterRoles, roleBindings, clusterRoleBindings, asks } = question;
      const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: question.account };
      const objects = [account, ...roles, ...clusterRoles, ...roleBindings, ...clusterRoleBindings];
      const edges = edgesOf(factsOf(objects)).filter(({ from }) => from === 'sa/app/x');
      for (const [n, { do: what, to }] of asks.entries()) {
        const isStep = edges.some((edge) => edge.edge === `api.${what}` && to.includes(edge.to));
        const isAllowed = recorded[i]?.[n] === '1';
        assert.equal(isStep, isAllowed, JSON.stringify({ what, to, question }, undefined, 1));
        const counts = said[what];
        counts[isAllowed ? 1 : 0] = (counts[isAllowed ? 1 : 0] ?? 0) + 1;
        asked++;
      }
    }
    assert.equal(asked, 10_000);
    for (const [no = 0, yes = 0] of Object.values(said)) assert.ok(no > 300 && yes > 90, JSON.stringify(said));
  });

  it('still are what was recorded', { skip: oracleMissing() ?? false }, (test) => {
    let said: readonly string[];
    try {
      said = askOracle();
    } catch (error) {
      test.skip(error instanceof Error ? error.message : String(error));
      return;
    }
    assert.deepEqual(said, recorded, 'run: node test/oracle/edges/record.ts');
  });
});
