import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../../rules/contract/rule.ts';
import { ruleText, subjects, testText, usualSubject } from '../../../tools/new-rule/template.ts';
import { root } from '../../../tools/root.ts';
import { Scope } from '../../harness/scope.ts';

/** A tree in which a rule finds what it imports, apart from the repository. */
const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-new-rule-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
mkdirSync(join(scratch, 'rules/catalog/control-plane'), { recursive: true });
for (const name of readdirSync(join(root, 'rules')).filter((folder) => !/\.|^catalog$/.test(folder)))
  symlinkSync(join(root, 'rules', name), join(scratch, 'rules', name), 'junction');

describe('a new rule', () => {
  for (const subject of subjects)
    it(`on ${subject} runs, and speaks of its own example`, async () => {
      const path = join(scratch, `rules/catalog/control-plane/new-${subject}.ts`);
      writeFileSync(path, ruleText(`new-${subject}`, subject));
      const { default: rule } = (await import(pathToFileURL(path).href)) as { default: Rule };
      assert.equal(rule.subject, subject);
      assert.equal(rule.stage, 'preview');
      for (const example of rule.examples.bad) {
        const found = new Scope([rule], example).findings.filter(({ rule: id }) => id === rule.id);
        assert.ok(found.length > 0, example.text);
      }
    });

  it('has a test that imports it from the mirror', () => {
    assert.match(
      testText('control-plane', 'open-door', 'component'),
      /^import rule from '\.\.\/\.\.\/\.\.\/\.\.\/rules\/catalog\/control-plane\/open-door\.ts';\nimport \{ testRule, yaml \} from '\.\.\/\.\.\/\.\.\/harness\/index\.ts';/,
    );
  });
});

describe('the usual subject of a folder', () => {
  it('is that of most rules', () =>
    assert.equal(usualSubject(["subject: 'pod'", "subject: 'volume'", "subject: 'pod'", 'nothing']), 'pod'));
  it('is unknown where there are none', () => assert.equal(usualSubject([]), undefined));
});
