import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { Folder } from '../program.ts';

const folder = new Folder();
after(() => folder.remove());

describe('seaworthy rules', () => {
  it('lists every rule for other programs, as the contract has it', () => {
    const list = JSON.parse(folder.run('rules', '--format', 'json').out) as {
      id: string;
      docs: string;
      standards: unknown[];
      aliases: unknown[];
    }[];
    assert.deepEqual(
      list.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    const found = list.find(({ id }) => id === 'privilege-escalation');
    assert.equal(found?.docs, 'docs/rules/privilege-escalation.md');
    assert.deepEqual(found?.standards[0], {
      standard: 'pss',
      level: 'restricted',
      control: 'allowPrivilegeEscalation',
    });
    assert.deepEqual(found?.aliases[0], { tool: 'checkov', id: 'CKV_K8S_20' });
  });

  it('lists them for people', () =>
    assert.match(folder.run('rules').out, /^privilege-escalation +medium +recommended /m));
});

describe('seaworthy explain', () => {
  it('says why and what to do', () => {
    const { status, out } = folder.run('explain', 'runtime-socket');
    assert.equal(status, 0);
    assert.match(out, /What to do:/);
    assert.match(out, /Found:\n\n {4}apiVersion/);
  });

  it("explains the engine's own findings too", () =>
    assert.match(folder.run('explain', 'unused-ignore').out, /Delete the comment/));
});

describe('help', () => {
  it('is an answer when it was asked for, and an error when nothing was', () => {
    assert.equal(folder.run('--help').status, 0);
    assert.equal(folder.run().status, 2);
    assert.match(folder.run('--version').out, /^\d+\.\d+\.\d+\n$/);
  });
});
