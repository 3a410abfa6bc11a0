import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Folder } from '../program.ts';
import { lacksGit, Repository } from '../repository.ts';

const deployment = (name: string, security = 'privileged: true'): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
        - name: main
          image: registry.example.com/${name}:1
          securityContext:
            ${security}
`;

interface Told {
  readonly findings: readonly { readonly rule: string; readonly file: string }[];
  readonly against?: readonly {
    readonly known: number;
    readonly gone: readonly { readonly rule: string; readonly file: string; readonly name?: string }[];
  }[];
}

const told = (folder: Folder, ...args: readonly string[]): Told & { readonly status: number | null } => {
  const { out, status, error } = folder.run('scan', '--format', 'json', ...args);
  assert.equal(error, '');
  return { ...(JSON.parse(out) as Told), status };
};
const dangers = ({ findings }: Told): readonly string[] =>
  findings.filter(({ rule }) => rule === 'privileged-container').map(({ file }) => file);

describe('a baseline', { skip: lacksGit }, () => {
  let folder: Repository;
  before(() => {
    folder = new Repository();
    // Thirty commits: a service each for twenty, then what happens to services.
    for (let i = 0; i < 20; i++) {
      folder.write(`services/s${i}/deployment.yaml`, deployment(`s${i}`));
      folder.commit(`Add service ${i}`);
    }
  });
  after(() => folder.remove());

  it('is written sorted, with its commit, and the same each time', () => {
    const all = told(folder);
    assert.equal(all.status, 1);
    const { out, status } = folder.run('baseline', 'write');
    assert.deepEqual([status, out.match(/^\d+/)?.[0]], [0, String(all.findings.length)]);
    const text = folder.read('.seaworthy-baseline.json');
    const { commit, findings } = JSON.parse(text);
    assert.equal(commit, folder.git('rev-parse', 'HEAD').trim());
    const files = findings.map(({ file }: { readonly file: string }) => file);
    assert.deepEqual(files, [...files].sort());
    assert.equal(folder.run('baseline', 'write').status, 0);
    assert.equal(folder.read('.seaworthy-baseline.json'), text);
    folder.commit('Record what is known');
  });

  it('hides what it knows, from a folder below, too', () => {
    for (const place of [folder, folder.in('services/s3')]) {
      const { findings, status, against } = told(place);
      assert.deepEqual([findings, status], [[], 0]);
      assert.ok((against?.[0]?.known ?? 0) > 0);
    }
    assert.deepEqual(told(folder, '--no-baseline').status, 1);
    assert.match(
      folder.run('scan').out,
      /^Nothing new found .*\d+ findings of \.seaworthy-baseline\.json are not shown/m,
    );
  });

  it('follows lines, files and objects, and tells exactly what is new and what was fixed', () => {
    folder.write('services/s0/deployment.yaml', `# moved\n\n${deployment('s0')}`);
    folder.commit('Move lines');
    folder.write('services/s9/more.yaml', deployment('s9-more', 'privileged: false'));
    folder.commit('Add what is fine');
    folder.git('mv', 'services/s1/deployment.yaml', 'services/s1/web.yaml');
    folder.commit('Rename a file');
    folder.write('services/s2/deployment.yaml', deployment('s2').replaceAll('s2', 'shop-s2'));
    folder.commit('Rename an object');
    folder.git('mv', 'services/s4', 'services/fourth');
    folder.write('services/fourth/deployment.yaml', `${deployment('s4').replace('name: s4', 'name: fourth')}`);
    folder.commit('Rename a file and its object');
    folder.write('services/new.yaml', deployment('new'));
    folder.commit('Add a file');
    folder.write('services/s5/deployment.yaml', deployment('s5', 'privileged: false'));
    folder.commit('Fix one');
    folder.write('services/s6/deployment.yaml', `${deployment('s6')}---\n${deployment('s6-twin')}`);
    folder.commit('Break one');
    // Not committed yet.
    renameSync(join(folder.path, 'services/s7'), join(folder.path, 'services/seventh'));
    assert.equal(Number(folder.git('rev-list', '--count', 'HEAD').trim()) + 1, 30);

    const now = told(folder);
    assert.deepEqual(dangers(now), ['services/new.yaml', 'services/s6/deployment.yaml']);
    assert.deepEqual([...new Set(now.findings.map(({ file }) => file))].sort(), [
      'services/new.yaml',
      'services/s6/deployment.yaml',
      'services/s9/more.yaml',
    ]);
    assert.deepEqual(
      now.against?.[0]?.gone.map(({ rule, file }) => [rule, file]),
      [['privileged-container', 'services/s5/deployment.yaml']],
    );
    assert.equal(told(folder, '--fail-on', 'new:high').status, 1);
    assert.equal(told(folder, 'services/s0', '--fail-on', 'new:info').status, 0);
  });

  it('calls no object renamed while the old one is still there', () => {
    folder.write(
      'services/s8/deployment.yaml',
      `${deployment('s8', 'privileged: false')}---\n${deployment('s8-copy')}`,
    );
    assert.ok(dangers(told(folder)).includes('services/s8/deployment.yaml'));
    folder.write('services/s8/deployment.yaml', deployment('s8'));
  });

  it('says whether it is current, and forgets what was fixed', () => {
    const check = folder.run('baseline', 'check');
    assert.equal(check.status, 1);
    assert.match(check.out, /not found any more:\n {2}services\/s5\/deployment\.yaml {2}privileged-container/);
    assert.match(folder.run('baseline', 'prune').out, /^1 finding .* removed/);
    assert.deepEqual(told(folder).against?.[0]?.gone, []);
    assert.equal(folder.run('baseline', 'check').status, 1, 'something is new');
    assert.equal(folder.run('baseline', 'check', 'services/s0').status, 0);
    const before = JSON.parse(folder.read('.seaworthy-baseline.json')).findings.length;
    rmSync(join(folder.path, 'services/s19'), { recursive: true });
    assert.equal(folder.run('baseline', 'prune', 'services/s0').status, 0);
    assert.equal(JSON.parse(folder.read('.seaworthy-baseline.json')).findings.length, before, 'not asked about');
    folder.git('checkout', '--quiet', 'services/s19');
  });

  it('holds against a commit what a branch brings, and what it fixed', () => {
    rmSync(join(folder.path, 'services/seventh'), { recursive: true });
    folder.git('checkout', '--quiet', '--', 'services');
    const { findings, against, status } = told(folder, '--no-baseline', '--since', 'main~7', '--fail-on', 'new:high');
    assert.equal(status, 1);
    assert.deepEqual(dangers({ findings }), ['services/new.yaml', 'services/s6/deployment.yaml']);
    assert.deepEqual(
      against?.[0]?.gone.filter(({ rule }) => rule === 'privileged-container').map(({ name }) => name),
      ['s5'],
    );
    assert.deepEqual(told(folder, '--no-baseline', '--since', 'HEAD').findings, []);
    assert.match(
      folder.run('scan', '--no-baseline', '--since', 'main~7').out,
      /^Fixed since main~7:\n {2}services\/s5/m,
    );
  });

  it('is written again for a part, and keeps the rest', () => {
    folder.write('services/s10/deployment.yaml', `${deployment('s10')}---\n${deployment('s10-new')}`);
    assert.equal(folder.run('baseline', 'write', 'services/s10').status, 0);
    assert.deepEqual(told(folder, 'services/s10', 'services/s11').findings, []);
    assert.deepEqual(dangers(told(folder)), ['services/new.yaml', 'services/s6/deployment.yaml']);
  });
});

describe('a baseline that cannot be used', () => {
  const wrong = (text: string, message: RegExp): void => {
    const folder = new Folder();
    folder.write('.seaworthy-baseline.json', text);
    folder.write('pod.yaml', deployment('web'));
    const { status, error, out } = folder.run('scan');
    assert.deepEqual([status, out], [2, '']);
    assert.match(error, message);
    folder.remove();
  };
  it('says why, and gives no verdict', () => {
    wrong('{', /\.seaworthy-baseline\.json cannot be read: it is not valid JSON/);
    wrong('{"version": 9}', /another version/);
    wrong('{"version": 1, "commit": null, "findings": [{}]}', /entry 1 of `findings` lacks/);
    wrong('{"version": 1, "commit": "--output=x", "findings": []}', /`commit` is neither/);
  });

  it('is asked for only where there is one', () => {
    const folder = new Folder();
    folder.write('pod.yaml', deployment('web'));
    for (const [args, message] of [
      [['scan', '--fail-on', 'new:high'], /--fail-on new: needs a baseline/],
      [['scan', '--since', 'main'], /--since needs a Git repository/],
      [['scan', '--baseline', 'nowhere.json'], /nowhere\.json cannot be read: not found/],
      [['baseline', 'check'], /there is no \.seaworthy-baseline\.json here or above/],
      [['baseline', 'forget'], /baseline does write, prune or check, not forget/],
    ] as const) {
      const { status, error } = folder.run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(error, message);
    }
    folder.remove();
  });
});
