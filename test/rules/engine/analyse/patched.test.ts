import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const all = { ...defaultSettings, profile: 'all' } as const;

/** Files are given in this order, and again where others made something else of them. @param retain as an editor does. */
function given(files: Readonly<Record<string, string>>, retain = true): Workspace {
  const workspace = new Workspace(rules);
  const give = (path: string): void => {
    workspace.update({ path, text: files[path] ?? '' }, all, { retain });
  };
  for (const path of Object.keys(files)) give(path);
  for (let round = 0; round < 3; round++) for (const path of workspace.stale()) give(path);
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

const rulesOf = (workspace: Workspace, path: string): ReadonlySet<string> =>
  new Set(workspace.findings(path).map(({ rule }) => rule));

const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1
`;
const patch = (spec: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: ${spec}\n`;
const hardened = patch('{replicas: 3, template: {spec: {securityContext: {runAsNonRoot: true}}}}');
const kustomization = (...lines: readonly string[]): string => `kind: Kustomization\n${lines.join('\n')}\n`;

describe('what all overlays patch', () => {
  for (const [what, files] of Object.entries({
    'in a file': {
      'kustomization.yaml': kustomization('resources: [web.yaml]', 'patches: [{path: p.yaml}]'),
      'p.yaml': hardened,
    },
    'in the kustomization': {
      'kustomization.yaml': kustomization(
        'resources: [web.yaml]',
        'patches:',
        '  - patch: |',
        ...hardened.split('\n').map((line) => `      ${line}`),
      ),
    },
    'by operations': {
      'kustomization.yaml': kustomization(
        'resources: [web.yaml]',
        'patches:',
        '  - target: {kind: Deployment}',
        '    patch: |',
        '      - {op: replace, path: /spec/replicas, value: 3}',
        '      - {op: add, path: /spec/template/spec/securityContext, value: {runAsNonRoot: true}}',
      ),
    },
    'by operations in a file': {
      'kustomization.yaml': kustomization('resources: [web.yaml]', 'patches: [{path: p.json, target: {name: web}}]'),
      'p.json':
        '[{"op":"replace","path":"/spec/replicas","value":3},{"op":"add","path":"/spec/template/spec/securityContext","value":{"runAsNonRoot":true}}]',
    },
    'in the overlay of a base': {
      'kustomization.yaml': kustomization('resources: [web.yaml]'),
      'prod/kustomization.yaml': kustomization('resources: [..]', 'patchesStrategicMerge: [p.yaml]'),
      'prod/p.yaml': hardened,
    },
  }))
    for (const retain of [true, false])
      it(`${what} is judged as it is deployed${retain ? ', in an editor' : ''}`, () => {
        for (const order of [(all: string[]) => all, (all: string[]) => all.reverse()]) {
          const laid: Record<string, string> = { 'web.yaml': web, ...files };
          const workspace = given(
            Object.fromEntries(order(Object.keys(laid)).map((path) => [path, laid[path] ?? ''])),
            retain,
          );
          const found = rulesOf(workspace, 'web.yaml');
          assert.ok(!found.has('running-as-root'), 'a finding of the pod');
          assert.ok(!found.has('few-replicas'), 'a finding of several files');
          assert.ok(found.has('privilege-escalation'), 'what no patch changes');
        }
      });

  it('has the ports of a container that a patch adds', () => {
    const files = {
      'web.yaml': web,
      'service.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 443, targetPort: https}]}\n',
      'kustomization.yaml': kustomization('resources: [web.yaml, service.yaml]', 'patches: [{path: p.yaml}]'),
    };
    const adding = (port: string): string =>
      patch(
        `{template: {spec: {containers: [{name: proxy, image: "registry.example.com/proxy:1", ports: [{name: ${port}, containerPort: 8443}]}]}}}`,
      );
    const found = (port: string): ReadonlySet<string> =>
      rulesOf(given({ ...files, 'p.yaml': adding(port) }), 'service.yaml');
    assert.ok(!found('https').has('undeclared-target-port'));
    assert.ok(found('other').has('undeclared-target-port'));
  });

  it('is judged as it stands where one overlay leaves it', () => {
    const overlay = (...lines: readonly string[]): string => kustomization('resources: [../../base]', ...lines);
    const files = {
      'base/kustomization.yaml': kustomization('resources: [web.yaml]'),
      'base/web.yaml': web,
      'overlays/dev/kustomization.yaml': overlay(),
      'overlays/prod/kustomization.yaml': overlay('patches: [{path: p.yaml}]'),
      'overlays/prod/p.yaml': hardened,
    };
    assert.ok(rulesOf(given(files), 'base/web.yaml').has('running-as-root'));
  });

  it('is patched under the name that it has by then, by labels, and by no kustomization beside it', () => {
    const files = {
      'base/kustomization.yaml': kustomization(
        'resources: [web.yaml]',
        'namePrefix: dev-',
        'commonLabels: {tier: front}',
      ),
      'base/web.yaml': web,
      'kustomization.yaml': kustomization('resources: [base, beside]', 'patches: [{path: p.yaml}]'),
      'beside/kustomization.yaml': kustomization('resources: [a.yaml]'),
      'beside/a.yaml': web.replaceAll('web', 'api'),
    };
    const found = (path: string, more: Readonly<Record<string, string>>): boolean =>
      rulesOf(given({ ...files, ...more }), path).has('running-as-root');
    assert.ok(!found('base/web.yaml', { 'p.yaml': hardened.replace('name: web', 'name: dev-web') }));
    const selecting = (labels: string): Readonly<Record<string, string>> => ({
      'p.yaml': hardened,
      'kustomization.yaml': kustomization(
        'resources: [base, beside]',
        `patches: [{path: p.yaml, target: {kind: Deployment, labelSelector: "${labels}"}}]`,
      ),
    });
    assert.ok(!found('base/web.yaml', selecting('tier=front')));
    assert.ok(found('beside/a.yaml', selecting('tier=front')));
    assert.ok(found('base/web.yaml', selecting('tier!=front')));
    const beside = kustomization('resources: [a.yaml]', 'patches: [{path: ../p.yaml, target: {kind: Deployment}}]');
    assert.ok(found('base/web.yaml', { 'p.yaml': patch('{replicas: 3}'), 'beside/kustomization.yaml': beside }));
  });

  it('is found at the object, where a patch takes away what it has', () => {
    const secure = '{runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}';
    const files = {
      'web.yaml': web.replace('      containers:', `      securityContext: ${secure}\n      containers:`),
      'kustomization.yaml': kustomization('resources: [web.yaml]', 'patches: [{path: p.yaml}]'),
    };
    const found = (spec: string): readonly string[] =>
      given({ ...files, 'p.yaml': patch(`{template: {spec: {securityContext: ${spec}}}}`) })
        .findings('web.yaml')
        .flatMap(({ rule, message }) => (rule === 'running-as-root' ? [message] : []));
    assert.deepEqual(found('{fsGroup: 1}'), []);
    const [message = ''] = found('null');
    assert.match(message, /, as a patch leaves it\.$/);
    assert.deepEqual(found('{runAsNonRoot: null}').length, 1);
  });

  it('is judged anew when a patch is typed', () => {
    const files = {
      'web.yaml': web,
      'kustomization.yaml': kustomization('resources: [web.yaml]', 'patches: [{path: p.yaml}]'),
    };
    const workspace = given({ ...files, 'p.yaml': patch('{replicas: 3}') });
    assert.ok(rulesOf(workspace, 'web.yaml').has('running-as-root'));
    workspace.update({ path: 'p.yaml', text: hardened }, all, { retain: true });
    workspace.stale();
    workspace.refresh();
    assert.ok(!rulesOf(workspace, 'web.yaml').has('running-as-root'));
  });
});

describe('a patch', () => {
  it('is judged for what it says alone', () => {
    const files = {
      'web.yaml': web,
      'kustomization.yaml': kustomization('resources: [web.yaml]', 'patches: [{path: p.yaml}]'),
    };
    assert.deepEqual([...rulesOf(given({ ...files, 'p.yaml': patch('{replicas: 2}') }), 'p.yaml')], []);
    const opening = patch('{template: {spec: {hostNetwork: true}}}');
    assert.deepEqual([...rulesOf(given({ ...files, 'p.yaml': opening }), 'p.yaml')], ['host-network']);
  });

  it('in a kustomization is found where it is written, and no fix is offered', () => {
    const text = kustomization(
      'resources: [web.yaml]',
      'images: [{name: registry.example.com/web, newTag: latest}]',
      'patches:',
      '  - patch: |',
      ...patch('\n  template:\n    spec:\n      hostPID: true')
        .split('\n')
        .map((line) => `      ${line}`),
      '  - target: {kind: Deployment, name: web}',
      '    patch: |',
      '      - {op: add, path: /spec/template/spec/hostIPC, value: true}',
    );
    const workspace = given({ 'web.yaml': web, 'kustomization.yaml': text });
    const found = workspace.findings('kustomization.yaml').filter(({ severity }) => severity !== 'info');
    assert.deepEqual(
      found.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`),
      ['image-tag-latest: latest', 'host-pid: true', 'host-ipc: /spec/template/spec/hostIPC'],
    );
    for (const finding of found) assert.deepEqual(workspace.fixes(finding), []);
  });
});

it('a workload whose selector a kustomization adds is whole', () => {
  const bare = web.replace('  selector: {matchLabels: {app: web}}\n', '');
  const isRefused = (line: string): boolean =>
    rulesOf(
      given({ 'web.yaml': bare, 'kustomization.yaml': kustomization('resources: [web.yaml]', line) }),
      'web.yaml',
    ).has('missing-selector');
  assert.ok(!isRefused('commonLabels: {team: shop}'));
  assert.ok(!isRefused('labels: [{pairs: {team: shop}, includeSelectors: true}]'));
  assert.ok(isRefused('labels: [{pairs: {team: shop}}]'));
});

describe('what a patch in a file says', () => {
  const target = 'target: {kind: Deployment, name: web}';
  const container = '{name: web, env: [{name: SMTP_PASSWORD, value: f7Kq29xLw0}]}';
  for (const [what, text] of Object.entries({
    'without a version': `kind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [${container}]}}}\n`,
    'as operations': `- op: add\n  path: /spec/template/spec/containers/-\n  value: ${container}\n`,
  }))
    it(`${what} is judged`, () => {
      const files = {
        'p.yaml': text,
        'web.yaml': web,
        'kustomization.yaml': kustomization('resources: [web.yaml]', `patches: [{path: p.yaml, ${target}}]`),
      };
      assert.deepEqual([...rulesOf(given(files), 'p.yaml')], ['literal-secret-in-env']);
      assert.deepEqual([...rulesOf(given(files, false), 'p.yaml')], ['literal-secret-in-env']);
      assert.deepEqual([...rulesOf(given({ 'p.yaml': text }), 'p.yaml')], []);
    });
});

it('literals of generators are judged as what they make', () => {
  const literals = (generator: string, ...lines: readonly string[]): ReadonlySet<string> =>
    rulesOf(
      given({
        'kustomization.yaml': kustomization(
          `${generator}:`,
          '  - name: web',
          '    literals:',
          ...lines.map((line) => `      - ${line}`),
        ),
      }),
      'kustomization.yaml',
    );
  assert.deepEqual([...literals('secretGenerator', 'user=shop', '"password=f7Kq29xLw0"')], ['committed-secret']);
  assert.deepEqual([...literals('secretGenerator', 'user=shop', 'password=${PASSWORD}')], []);
  assert.deepEqual([...literals('configMapGenerator', 'DB_PASSWORD=f7Kq29xLw0')], ['secret-in-configmap']);
  assert.deepEqual([...literals('configMapGenerator', 'COLOR=blue')], []);
});

describe('a container that a patch adds', () => {
  const added = patch('{template: {spec: {containers: [{name: side, image: "registry.example.com/side:1"}]}}}');
  const files = {
    'web.yaml': web,
    'kustomization.yaml': kustomization('resources: [web.yaml]'),
    'dev/kustomization.yaml': kustomization('resources: [..]'),
    'prod/kustomization.yaml': kustomization('resources: [..]', 'patches: [{path: p.yaml}]'),
    'prod/p.yaml': added,
  };
  const messages = (workspace: Workspace): readonly string[] =>
    workspace.findings('web.yaml').flatMap(({ rule, message }) => (rule === 'privilege-escalation' ? message : []));

  it('is judged for what it lacks, at the object that it is added to', () => {
    const [own, of] = [...messages(given(files))].sort((a) => (a.includes('side') ? 1 : -1));
    assert.match(own ?? '', /container web/);
    assert.match(of ?? '', /container side.*, which a patch adds\.$/);
    const [finding] = given(files)
      .findings('web.yaml')
      .filter(({ message }) => message.includes('side'));
    assert.deepEqual(finding && given(files).fixes(finding), []);
  });

  it('is no finding where the patch says all of it', () => {
    const whole = added.replace('image:', 'securityContext: {allowPrivilegeEscalation: false}, image:');
    assert.equal(messages(given({ ...files, 'prod/p.yaml': whole })).length, 1);
  });
});
