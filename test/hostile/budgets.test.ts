/** Where what a hostile author repeats cannot be worked out in proportion to its length, a budget ends it and says so. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { families } from '../bench/families/index.ts';

describe('budgets', () => {
  const findings = (path: string, text: string): ReturnType<Workspace['findings']> => {
    const workspace = new Workspace(rules);
    workspace.update({ path, text }, { ...defaultSettings, profile: 'all' });
    return workspace.findings(path);
  };
  const cuts = (path: string, text: string): readonly string[] =>
    findings(path, text).flatMap(({ rule, message }) => (rule === 'unchecked-part' ? [message] : []));
  const textOf = (name: string, length: number): string =>
    families.find((one) => one.name === name)?.make(length)[0]?.text ?? '';

  it('of aliases is named once where it ends', () => {
    const text = textOf('aliases of a container', 256 * 1024);
    assert.deepEqual(cuts('a.yaml', text), [
      'The aliases of this file stand for more than 20,000 nodes: from here on, what they stand for is not checked.',
    ]);
    assert.ok(
      findings('a.yaml', text).some(({ rule }) => rule === 'image-without-tag'),
      'what is written is checked',
    );
  });

  it('of aliases holds for all documents of a file', () => {
    const one = textOf('aliases of a container', 16 * 1024);
    assert.deepEqual(cuts('a.yaml', one), []);
    assert.equal(cuts('a.yaml', Array.from({ length: 4 }, () => `---\n${one}`).join('')).length, 2);
  });

  it('of aliases is not met by a file that people write', () => {
    const services = Array.from({ length: 100 }, (_, i) => `  s${i}:\n    <<: *base\n    command: [run, "${i}"]\n`);
    const base = 'x-base: &base\n  image: nginx:1.27\n  environment: {A: b, C: d}\n  volumes: [a:/a, b:/b]\n';
    assert.deepEqual(cuts('compose.yaml', `${base}services:\n${services.join('')}`), []);
  });

  it('of stages is named, and what is below it is judged by itself', () => {
    const text = textOf('chained stages with ENV', 64 * 1024);
    assert.deepEqual(cuts('Dockerfile', text), [
      'The stages of this file take over more than 20,000 instructions of others: from here on, what they are built on is not looked at.',
    ]);
    assert.ok(findings('Dockerfile', `${text}RUN sudo ls\n`).some(({ rule }) => rule === 'sudo-in-run'));
  });
});
