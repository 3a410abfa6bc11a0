/**
 * What a hostile author repeats costs in proportion to its length, and where it cannot, a budget ends it and says so. Counted is the processor's time of
 * this process, four times the text against the text, with a margin of two: what is quadratic takes sixteen times as long, on any machine.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { readConfiguration } from '../../rules/engine/settings/configuration.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { closest } from '../../rules/text/similar.ts';
import { SpanIndex } from '../../rules/text/span-index.ts';
import { matchesWildcard } from '../../rules/text/wildcard.ts';
import { runFamily } from '../bench/families/family.ts';
import { families } from '../bench/families/index.ts';

/** Milliseconds of the processor; the least of some runs. */
async function work(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage().user;
    await run();
    least = Math.min(least, (process.cpuUsage().user - start) / 1000);
  }
  return least;
}

/** A machine that is busy may spoil a measurement, but not each of several: what is not linear fails all of them. */
async function assertLinear(run: (times: number) => unknown): Promise<void> {
  const seen: string[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    const [small, large] = [await work(() => run(1)), await work(() => run(4))];
    if (large < nothing || large < small * 8) return;
    seen.push(`${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`);
  }
  assert.fail(seen.join('; '));
}

const size = 8 * 1024;
/** Milliseconds; what stays below it is nothing that grows. */
const nothing = 60;

/** One for each kind of attack that once was quadratic or worse. */
const attacks = [
  'a comment of blanks, Dockerfile',
  'ignore comments and instructions',
  'ignore comments of the file, and containers',
  'annotations of another tool, and containers',
  'pod values that containers inherit',
  'volumes, and containers that mount them',
  'one aliased pod of 200 containers in a list',
  'aliases of a container',
  'aliases within themselves',
  'a document of aliases of its own containers',
  'chained stages with ENV',
  'one RUN of curl | sh',
  'one RUN of yum',
  'WORKDIRs, then RUN cd',
  'VOLUMEs, then RUNs',
  'one ENV of many pairs',
  'stages, and copies from none',
  'kustomizations that take each other in',
  'many kustomizations',
  'many files of one namespace each',
  'registries of a configuration',
  'overrides for namespaces',
  'fixes offered: containers',
  'fixes made: containers',
  'fixes made: rules of a role',
];

describe('four times the text takes about four times as long', () => {
  for (const name of attacks)
    it(name, async () => {
      const family = families.find((one) => one.name === name);
      assert.ok(family !== undefined);
      await assertLinear((times) => runFamily(family, size * times));
    });

  it('unknown rules of a configuration', async () => {
    const text = (count: number): string =>
      `rules:\n${Array.from({ length: count }, (_, i) => `  privileged-containe${i}: off\n`).join('')}`;
    await assertLinear((times) => readConfiguration(text(200 * times), rules, '2026-12-01'));
  });
});

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

describe('a long name is not said in full of each thing that it names', () => {
  const long = 'x'.repeat(100_000);
  const containers = (first: string): string =>
    Array.from({ length: 60 }, (_, i) => `    - {name: ${i === 0 ? first : `c${i}`}, image: x}\n`).join('');
  const pod = (name: string, namespace: string, container: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n  containers:\n${containers(container)}`;
  for (const [what, path, text] of [
    ['object', 'pod.yaml', pod(long, 'n', 'c')],
    ['namespace', 'pod.yaml', pod('n', long, 'c')],
    ['container', 'pod.yaml', pod('n', 'n', long)],
    ['kind', 'pod.yaml', pod('n', 'n', 'c').replace('kind: Pod', `kind: Pod\n---\napiVersion: apps/v1\nkind: ${long}`)],
    ['service', 'compose.yaml', `services:\n  ${long}:\n    image: x\n    privileged: true\n`],
    ['stage', 'Dockerfile', `FROM x AS ${long}\n${'RUN sudo ls\n'.repeat(60)}`],
    ['image', 'Dockerfile', `FROM ${long}\nFROM ${long}\n`],
  ] as const)
    it(what, () => {
      const workspace = new Workspace(rules);
      workspace.update({ path, text }, { ...defaultSettings, profile: 'all' });
      workspace.complete = true;
      workspace.refresh();
      const said = workspace.findings(path);
      assert.notEqual(said.length, 0);
      for (const { message, resource, container } of said)
        assert.ok(JSON.stringify({ message, resource, container }).length < 10_000, what);
    });
});

describe('wildcards', () => {
  for (const [name, pattern, expected] of [
    ['kube-system', 'kube-*', true],
    ['kube-system', '*', true],
    ['kube-system', '*system', true],
    ['kube-system', 'k*b*s*m', true],
    ['kube-system', 'kube', false],
    ['kube-system', '*kube', false],
    ['kube', 'kube*', true],
    ['a.b', 'a?b', false],
    ['', '*', true],
    ['', '', true],
    ['aab', 'a*ab', true],
    ['ab', 'a*ab', false],
  ] as const)
    it(`${pattern} and ${name}`, () => assert.equal(matchesWildcard(name, pattern), expected));

  it('have a sign for one character where that is asked for', () => {
    assert.ok(matchesWildcard('a.b', 'a?b', '?'));
    assert.ok(!matchesWildcard('ab', 'a?b', '?'));
  });

  it('are linear', () => {
    const settings = { ...defaultSettings, byNamespace: [{ names: [`${'a*'.repeat(40)}b`], settings: {} }] };
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: ${'a'.repeat(1000)}}\nspec: {containers: [{name: a, image: b}]}\n`;
    const workspace = new Workspace(rules);
    workspace.update({ path: 'a.yaml', text }, settings);
    assert.notEqual(workspace.findings('a.yaml').length, 0);
  });
});

describe('a place among many spans', () => {
  it('has those that hold it, nested ones and twins', () => {
    const spans = [
      { start: 0, end: 100 },
      { start: 10, end: 20 },
      { start: 10, end: 20 },
      { start: 15, end: 40 },
      { start: 50, end: 60 },
    ];
    const index = new SpanIndex(spans.map((span, value) => ({ span, value })));
    for (let at = 0; at <= 101; at++)
      assert.deepEqual(
        [...index.at(at)].sort(),
        spans.flatMap(({ start, end }, i) => (start <= at && at <= end ? [i] : [])),
      );
    assert.deepEqual(new SpanIndex([]).at(3), []);
  });
});

describe('the closest word', () => {
  it('is what it was for people', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(closest('privilegd-container', ids), 'privileged-container');
    assert.equal(closest('Host-Netwrk', ids), 'host-network');
    assert.equal(closest('xyz', ids), undefined);
    assert.equal(closest('a'.repeat(1000), ids), undefined);
  });
});
