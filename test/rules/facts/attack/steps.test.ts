import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapes } from '../../../../rules/facts/attack/escapes.ts';
import { makingSteps, stepsOf, table } from '../../../../rules/facts/attack/steps.ts';
import { arrows, factsOf, held, type Manifest, pod, stepsIn } from '../../../harness/attack.ts';
import { apiCases } from './api-cases.ts';
import { podCases } from './pod-cases.ts';

const cases = { ...podCases, ...apiCases };

describe('the table of steps', () => {
  it('has cases of both sides for every row', () => {
    const elsewhere = new Set([...escapes.map(({ id }) => id), 'node.pod', 'node.token', 'net.reach']);
    const rows = new Set(table.map(({ id }) => id).filter((id) => !elsewhere.has(id)));
    assert.deepEqual(Object.keys(cases).sort(), [...rows].sort());
    for (const [id, { must, not }] of Object.entries(cases)) assert.ok(must.length > 0 && not.length > 0, id);
  });

  for (const [id, { must, not }] of Object.entries(cases))
    it(`has ${id} where the objects give it, and nowhere else`, () => {
      for (const [objects, arrow] of must)
        assert.ok(arrows(stepsIn(objects), id).includes(arrow), JSON.stringify(objects));
      for (const [objects, arrow] of not)
        assert.ok(!arrows(stepsIn(objects), id).includes(arrow), JSON.stringify(objects));
    });

  it('says of every row what is done, and where it is written that it works', () => {
    for (const { id, does, techniques, source } of table) {
      assert.match(id, /^(?:entry|pod|net|escape|read|node|ns|api)\.[a-z-]+$/);
      assert.match(techniques, /^(?:(?:T\d{4}(?:\.\d{3})?|MS-TA\d{4})(?:, )?)+$/, id);
      assert.doesNotMatch(does, /[.]$/, id);
      assert.notEqual(source, '', id);
    }
  });
});

describe('the steps of a role that no file shows', () => {
  it('are told once, since its binding is all that is edited, and those of written rules once each', () => {
    const rbac = 'rbac.authorization.k8s.io';
    const edit = {
      ...{ apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata: { name: 'web', namespace: 'app' } },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'edit' },
      subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'app' }],
    };
    const toAccounts = (objects: readonly Manifest[]): readonly string[] =>
      stepsIn(objects).all.flatMap(({ edge, to, cuts }) =>
        edge === 'api.create-pod' && to === 'sa/app/*' ? [cuts.map(({ edit: says }) => says).join('; ')] : [],
      );
    assert.deepEqual(toAccounts([edit]), ['Remove ServiceAccount web from RoleBinding web']);
    assert.equal(new Set(toAccounts(held(':pods:create', 'apps:deployments:create'))).size, 1);
    assert.equal(toAccounts(held(':pods:create', 'apps:deployments:create')).length, 2);
  });
});

describe('the steps of many objects', () => {
  const many = Array.from({ length: 450 }, (_, i) =>
    pod({ hostPID: true }, { securityContext: { privileged: true } }, { name: `web-${i}`, labels: {} }),
  );

  it('are found in slices, between which the work can end and begin anew', () => {
    const facts = factsOf(many);
    makingSteps(facts).next();
    const work = makingSteps(facts);
    let slices = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) slices++;
    assert.ok(slices > 4, `${slices}`);
    assert.equal(stepsOf(facts), step.value);
    assert.deepEqual(step.value.all, stepsOf({ ...facts }).all);
    assert.equal(makingSteps(facts).next().value, step.value);
  });
});
