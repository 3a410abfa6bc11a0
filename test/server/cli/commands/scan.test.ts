import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Folder } from '../program.ts';

const privileged = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n    - name: web\n      image: registry.example.com/web:1\n      securityContext:\n        privileged: true\n`;
const harmless = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n';

describe('seaworthy scan', () => {
  let folder: Folder;
  before(() => {
    folder = new Folder();
    folder.write('deploy/web.yaml', privileged('web'));
    folder.write('deploy/settings.yaml', harmless);
    folder.write('deploy/values.yaml', 'replicas: 1\n');
    folder.write('app/Dockerfile', 'FROM debian:13-slim\nUSER root\n');
    folder.write('chart/Chart.yaml', 'name: shop\n');
    folder.write('chart/templates/pod.yaml', privileged('chart'));
    folder.write('node_modules/x/pod.yaml', privileged('foreign'));
    folder.write('.gitignore', 'generated/\n');
    folder.write('generated/pod.yaml', privileged('generated'));
  });
  after(() => folder.remove());

  it('prints the contract as JSON', () => {
    const { tool, summary, findings, skipped } = folder.run('scan', '--format', 'json').json();
    assert.deepEqual([tool.name, summary.files, summary.resources, summary.otherYaml], ['seaworthy', 3, 2, 2]);
    const found = findings.find(({ rule }) => rule === 'privileged-container');
    assert.deepEqual(
      [found?.file, found?.severity, found?.fix, found?.container, found?.resource?.name],
      ['deploy/web.yaml', 'high', 'review', 'web', 'web'],
    );
    assert.deepEqual(found?.range.start, { line: 9, character: 20 });
    assert.match(found?.fingerprint ?? '', /^[0-9a-f]{16}$/);
    assert.deepEqual(
      skipped.map(({ file }) => file),
      ['chart/templates/pod.yaml'],
    );
    assert.equal(summary.findings['high'], findings.filter(({ severity }) => severity === 'high').length);
  });

  it('says by its status how bad it is', () => {
    assert.equal(folder.run('scan').status, 1);
    assert.equal(folder.run('scan', 'deploy/settings.yaml').status, 0);
    assert.equal(folder.run('scan', '--fail-on', 'never').status, 0);
    assert.equal(folder.run('scan', 'app', '--fail-on', 'critical').status, 0);
    assert.equal(folder.run('scan', 'app', '--fail-on', 'info').status, 1);
  });

  it('leaves out of tests what is no danger by itself, unless somebody asks for their folder', () => {
    const own = new Folder();
    own.write('.git/HEAD', 'ref: refs/heads/main\n');
    own.write('test/web.yaml', privileged('web'));
    const rulesOf = (...args: readonly string[]): readonly string[] => [
      ...new Set(
        own
          .run('scan', ...args, '--format', 'json')
          .json()
          .findings.map(({ rule }) => rule),
      ),
    ];
    assert.deepEqual(rulesOf(), ['privileged-container']);
    assert.deepEqual(rulesOf('test/web.yaml'), ['privileged-container']);
    assert(rulesOf('test').includes('running-as-root'));
    own.remove();
  });

  it('writes lines for people, with places that editors open', () => {
    const { out } = folder.run('scan', 'deploy');
    assert.match(out, /^deploy\/web\.yaml$/m);
    assert.match(out, /^ {2}10:21 +high +Runs privileged.*: container web.*privileged-container, fix: review$/m);
    assert.match(out, /in 2 files with 2 resources/);
  });

  it('takes a path that is named, whatever ignores it', () => {
    const names = folder
      .run('scan', 'generated', 'node_modules/x/pod.yaml', '--format', 'json')
      .json()
      .findings.map(({ file }) => file);
    assert.deepEqual([...new Set(names)].sort(), ['generated/pod.yaml', 'node_modules/x/pod.yaml']);
  });

  it('keeps profiles apart', () => {
    const rules = (profile: string): string[] =>
      folder
        .run('scan', 'deploy', '--profile', profile, '--format', 'json')
        .json()
        .findings.map(({ rule }) => rule);
    assert.ok(!rules('essential').includes('running-as-root'));
    assert.ok(
      rules('recommended').includes('running-as-root') && !rules('recommended').includes('writable-root-filesystem'),
    );
    assert.ok(rules('strict').includes('writable-root-filesystem'));
  });

  it('reads paths from a list, or from standard input', () => {
    const { status, out } = folder.runWith('deploy/settings.yaml\n\n', 'scan', '--paths-from', '-', '--format', 'json');
    assert.deepEqual([status, JSON.parse(out).summary.files], [0, 1]);
    assert.match(folder.run('scan', '--paths-from', 'nowhere').error, /nowhere cannot be read/);
  });
});

describe('bad input', () => {
  let folder: Folder;
  before(() => {
    folder = new Folder();
    folder.write('web.yaml', privileged('web'));
  });
  after(() => folder.remove());

  it('a path that does not exist: one line, the rest is scanned, status 2', () => {
    const { status, error, json } = folder.run('scan', 'nowhere', 'web.yaml', '--format', 'json');
    assert.equal(status, 2);
    assert.equal(error, 'seaworthy: nowhere does not exist\n');
    assert.ok(json().findings.some(({ rule }) => rule === 'privileged-container'));
  });

  it('arguments that make no sense say what would', () => {
    for (const [args, message] of [
      [['scan', '--format', 'xml'], /--format is one of text, json/],
      [['scan', '--profile', 'hard'], /--profile is one of essential/],
      [['scan', '--nonsense'], /--nonsense/],
      [['sacn'], /there is no command sacn/],
      [['explain', 'privileged-contaner'], /did you mean privileged-container\?/],
      [['fix', '--rule', 'host-prot'], /did you mean host-port\?/],
      [['scan', '--config', 'nowhere.yaml'], /nowhere\.yaml cannot be read/],
    ] as const) {
      const { status, error } = folder.run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(error, message);
      assert.equal(error.trim().split('\n').length, 1, 'one line');
    }
  });

  it('a configuration that is wrong: its line, and status 2', () => {
    folder.write('conf/.seaworthy.yaml', 'profile: recommended\nrules:\n  host-prot: off\n');
    folder.write('conf/pod.yaml', privileged('web'));
    const { status, error, out } = folder.run('scan', 'conf');
    assert.equal(status, 2);
    assert.match(error, /conf\/\.seaworthy\.yaml:3: There is no rule host-prot; did you mean host-port\?/);
    assert.match(out, /privileged-container/);
  });

  it('files that cannot be analysed are skipped with their reason, and change nothing', () => {
    const odd = new Folder();
    odd.write('a/binary.yaml', new Uint8Array([0x6b, 0x69, 0x6e, 0x64, 0, 1, 2]));
    odd.write('a/huge.yaml', `apiVersion: v1\nkind: ConfigMap\n# ${'x'.repeat(2_200_000)}\n`);
    odd.write('a/good.yaml', harmless);
    if (process.platform !== 'win32') {
      odd.link('a/loop', '.');
      odd.link('a/gone.yaml', 'nowhere.yaml');
      odd.link('a/self.yaml', 'self.yaml');
    }
    const { status, json } = odd.run('scan', 'a', '--format', 'json');
    const reasons = new Map(json().skipped.map(({ file, reason }) => [file, reason]));
    assert.equal(status, 0);
    assert.match(reasons.get('a/binary.yaml') ?? '', /binary/);
    assert.match(reasons.get('a/huge.yaml') ?? '', /larger than 2 MB/);
    if (process.platform !== 'win32') {
      assert.match(reasons.get('a/loop') ?? '', /a folder it lies in/);
      assert.match(reasons.get('a/gone.yaml') ?? '', /link to nowhere/);
      assert.match(reasons.get('a/self.yaml') ?? '', /loop of symbolic links/);
    }
    assert.equal(json().summary.files, 1);
    odd.remove();
  });

  it('broken YAML: one line, and what can be read is checked', () => {
    const broken = new Folder();
    broken.write('x.yaml', `${privileged('web')}---\napiVersion: v1\nkind: Pod\nbroken: "\n`);
    const { status, error, json } = broken.run('scan', '--format', 'json');
    assert.equal(status, 1);
    assert.match(error, /^seaworthy: x\.yaml:\d+: .*What can be read was checked\.\n$/);
    assert.ok(json().findings.some(({ rule }) => rule === 'privileged-container'));
    broken.remove();
  });

  it('no secret is printed', () => {
    const secret = new Folder();
    secret.write('Dockerfile', 'FROM debian:13-slim\nENV API_TOKEN=ghp_16C7e42F292c6912E7710c838347Ae178B4a\n');
    const { out } = secret.run('scan', '--format', 'json');
    assert.match(out, /literal-secret/);
    assert.doesNotMatch(out, /16C7e42F/);
    secret.remove();
  });
});

describe('what belongs together', () => {
  it('facts come from the whole scope, findings from the named path alone', () => {
    const folder = new Folder();
    folder.write('.seaworthy.yaml', 'profile: strict\n');
    folder.write(
      'accounts/web.yaml',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\nautomountServiceAccountToken: false\n',
    );
    folder.write('deploy/web.yaml', privileged('web'));
    const rules = (...args: string[]): string[] =>
      folder
        .run('scan', ...args, '--format', 'json')
        .json()
        .findings.map(({ rule }) => rule);
    assert.ok(!rules('deploy').includes('automounted-token'));
    assert.ok(rules('deploy', '--each', '--profile', 'strict').includes('automounted-token'));
    folder.remove();
  });

  it('a file is judged as what it is deployed with makes it', () => {
    const folder = new Folder();
    folder.write('.seaworthy.yaml', '');
    folder.write('base/kustomization.yaml', 'resources: [web.yaml]\n');
    folder.write('base/web.yaml', privileged('web'));
    const patch =
      'kind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, securityContext: {privileged: false}}]}';
    const lines = patch.split('\n').map((line) => `      ${line}\n`);
    folder.write('dev/kustomization.yaml', `resources: [../base]\npatches:\n  - patch: |\n${lines.join('')}`);
    const finds = (path: string): boolean =>
      folder
        .run('scan', path, '--format', 'json')
        .json()
        .findings.some(({ rule }) => rule === 'privileged-container');
    assert.ok(!finds('.'));
    assert.ok(!finds('base/web.yaml'));
    assert.ok(finds('base'), 'a folder bounds what makes a finding');
    folder.remove();
  });

  it('a fingerprint stays when lines move and the folder is another', () => {
    const prints = [privileged('web'), `# moved\n\n${privileged('web')}`].map((text) => {
      const folder = new Folder();
      folder.write('.seaworthy.yaml', '');
      folder.write('a/web.yaml', text);
      const found = folder
        .run('scan', '--format', 'json')
        .json()
        .findings.map(({ fingerprint }) => fingerprint);
      folder.remove();
      return found;
    });
    assert.deepEqual(prints[0], prints[1]);
  });

  it('a kustomization tells which tag an image gets', () => {
    const folder = new Folder();
    folder.write(
      'base/pod.yaml',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: registry.example.com/web\n',
    );
    folder.write(
      'base/kustomization.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\n',
    );
    const rules = (): string[] =>
      folder
        .run('scan', '--format', 'json')
        .json()
        .findings.map(({ rule }) => rule);
    assert.ok(rules().includes('image-without-tag'));
    folder.write(
      'prod/kustomization.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\nimages:\n  - name: registry.example.com/web\n    newTag: "1.4"\n',
    );
    assert.ok(!rules().includes('image-without-tag'));
    folder.remove();
  });

  it('a kustomization tells which files are patches', () => {
    const folder = new Folder();
    folder.write(
      'kustomization.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n  - path: a-patch.yaml\n',
    );
    folder.write(
      'a-patch.yaml',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: registry.example.com/web:2\n',
    );
    assert.deepEqual(folder.run('scan', '--format', 'json').json().findings, []);
    folder.remove();
  });
});
