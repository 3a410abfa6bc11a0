import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { heldEverywhere, type Manifest, pod, yamlOf } from '../../../harness/attack.ts';
import { Folder } from '../program.ts';

const folder = new Folder();
after(() => folder.remove());

const service = (type: string): Manifest => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app' } },
  spec: { type, selector: { app: 'web' }, ports: [{ port: 80 }] },
});
folder.write('open/a.yaml', yamlOf([pod(), service('LoadBalancer'), ...heldEverywhere(':secrets:list')]));
folder.write('closed/a.yaml', yamlOf([pod(), service('ClusterIP'), ...heldEverywhere(':secrets:list')]));

interface Report {
  readonly paths: readonly {
    readonly fingerprint: string;
    readonly isNew?: boolean;
    readonly steps: readonly { readonly edge: string; readonly at?: { readonly file: string } }[];
  }[];
  readonly edits: readonly {
    readonly edit: string;
    readonly closes: readonly string[];
    readonly also?: readonly unknown[];
  }[];
}
const report = (...args: readonly string[]): Report =>
  JSON.parse(folder.run('paths', ...args, '--format', 'json').out) as Report;

describe('seaworthy paths', () => {
  it('says the edits first, then each way in numbered sentences with their lines', () => {
    const { status, out } = folder.run('paths', 'open');
    assert.equal(status, 1);
    assert.match(out, /^1 edit closes the only way to what must not fall:\n/);
    assert.match(out, /Remove the permission to list secrets from ClusterRole web {2}\(closes 1 of 1\)/);
    assert.match(
      out,
      / {2}3\. ServiceAccount web \(app\) reads secrets: every secret of the cluster\.\n {7}open\/a\.yaml:\d/,
    );
  });

  it('gives the same as JSON and as a flowchart', () => {
    const { paths, edits } = report('open');
    assert.deepEqual(
      paths.map(({ steps }) => steps.map(({ edge, at }) => `${edge} ${at?.file}`)),
      [['entry.service open/a.yaml', 'pod.token open/a.yaml', 'api.secret open/a.yaml']],
    );
    assert.equal(edits.length, 1);
    const { out } = folder.run('paths', 'open', '--format', 'mermaid');
    assert.match(out, /^flowchart LR\n/);
    assert.match(out, /v0 -->\|"entry\.service"\| v1/);
  });

  it('finds nothing where nobody comes in, unless somebody is taken to be inside', () => {
    const { status, out } = folder.run('paths', 'closed');
    assert.equal(status, 0);
    assert.match(out, /^No way leads to what must not fall/);
    const inside = folder.run('paths', 'closed', '--from', 'pod/web', '--to', 'secrets');
    assert.equal(inside.status, 1);
    assert.match(inside.out, /1\. Pod web \(app\) acts as its account/);
  });

  it('ends by what --fail-on asks for', () => {
    assert.equal(folder.run('paths', 'open', '--fail-on', 'never').status, 0);
    assert.equal(folder.run('paths', 'open', '--fail-on', 'new').status, 2);
    folder.write('baseline.json', folder.run('paths', 'open', '--format', 'json').out);
    folder.write('empty.json', folder.run('paths', 'closed', '--format', 'json').out);
    assert.equal(folder.run('paths', 'open', '--fail-on', 'new', '--baseline', 'baseline.json').status, 0);
    assert.equal(folder.run('paths', 'open', '--fail-on', 'new', '--baseline', 'empty.json').status, 1);
    assert.deepEqual(
      report('open', '--baseline', 'empty.json').paths.map(({ isNew }) => isNew),
      [true],
    );
    assert.equal(folder.run('paths', 'open', '--baseline', 'open/a.yaml').status, 2);
  });

  it('refuses what nobody is called, and what it does not know', () => {
    assert.match(folder.run('paths', 'open', '--from', 'pod/nobody').error, /nothing here is called pod\/nobody/);
    assert.equal(folder.run('paths', 'open', '--format', 'dot').status, 2);
  });

  it('gives a way the same fingerprint where lines moved', () => {
    const [before] = report('open').paths;
    folder.write(
      'open/a.yaml',
      `# one\n# two\n${yamlOf([pod(), service('LoadBalancer'), ...heldEverywhere(':secrets:list')])}`,
    );
    assert.equal(report('open').paths[0]?.fingerprint, before?.fingerprint);
  });

  it('tells variants of one application once, and what to edit in each', () => {
    const text = yamlOf([pod(), service('LoadBalancer'), ...heldEverywhere(':secrets:list')]);
    for (const name of ['overlays/one', 'overlays/two']) folder.write(`${name}/a.yaml`, text);
    const { paths, edits } = report('overlays');
    assert.deepEqual([paths.length, edits.length, edits[0]?.also?.length], [1, 1, 1]);
  });

  it('lists every step with --edges', () => {
    const { edges } = JSON.parse(folder.run('paths', 'open', '--edges', '--format', 'json').out) as {
      readonly edges: readonly { readonly edge: string; readonly from: string; readonly to: string }[];
    };
    assert.ok(edges.some(({ edge, from, to }) => `${edge} ${from} ${to}` === 'api.secret sa/app/web secrets/*'));
  });
});
