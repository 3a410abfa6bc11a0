import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readByAnother } from '../../../harness/law.ts';
import { found } from '../../../harness/recommended.ts';
import { typed } from './typed.ts';

const path = 'shop/web.yaml';

interface Style {
  readonly step: number;
  /** Columns that a dash is set in from its key. */
  readonly dash: number;
  readonly eol: '\n' | '\r\n';
}

const styles: readonly Style[] = [2, 3, 4].flatMap((step) =>
  [0, step].flatMap((dash) => (['\n', '\r\n'] as const).map((eol) => ({ step, dash, eol }))),
);

/** A Deployment in a style. @param inside lines of its container; those of its pod are below `pod`. */
function deployment({ step, dash, eol }: Style, inside: readonly string[], pod: readonly string[] = []): string {
  const at = (depth: number, line: string): string => ' '.repeat(depth) + line;
  const spec = 3 * step;
  const item = spec + dash + 2;
  return [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    at(step, 'name: web'),
    at(step, 'namespace: shop'),
    'spec:',
    at(step, 'selector: {matchLabels: {app: web}}'),
    at(step, 'template:'),
    at(2 * step, 'metadata: {labels: {app: web}}'),
    at(2 * step, 'spec:'),
    ...pod.map((line) => at(spec, line)),
    at(spec, 'containers:'),
    at(spec + dash, '- name: web'),
    ...inside.map((line) =>
      at(
        item,
        line.replace(/^ +/, (blanks) => ' '.repeat((blanks.length / 2) * step)),
      ),
    ),
    '',
  ].join(eol);
}

interface Shape {
  readonly spec: { readonly template: { readonly spec: PodShape } };
}
interface PodShape {
  readonly securityContext?: object;
  readonly containers: readonly { readonly securityContext?: object; readonly image?: string }[];
}
const podOf = (text: string): PodShape => (readByAnother(text) as unknown as Shape).spec.template.spec;

const user = (runAsUser: number): object => ({ runAsNonRoot: true, runAsUser });
const hardened = (who: object): object => ({
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  ...who,
  seccompProfile: { type: 'RuntimeDefault' },
});
const image = 'image: registry.example.com/web@sha256:0d5f2d9ad4ea2b9b0fb9fd3b0a3a7a5b2c1b1a09f8e7d6c5b4a3928170615243';

describe('in a container', () => {
  for (const style of styles)
    it(`a whole context is offered and read as it is meant, in steps of ${style.step}, dashes at ${style.dash}, ${JSON.stringify(style.eol)}`, () => {
      for (const word of ['', 'sec', 'securityContext']) {
        const whole = typed(path, deployment(style, [image, `${word}|`, 'ports: [{containerPort: 8080}]']));
        const text = whole.take('securityContext (hardened)');
        assert.deepEqual(podOf(text).containers[0]?.securityContext, hardened(user(10001)));
        assert.equal(text.split('\r\n').length, style.eol === '\r\n' ? text.split('\n').length : 1);
        const first = typed(path, deployment(style, [`${word}|`, image]));
        assert.deepEqual(
          podOf(first.take('securityContext (hardened)')).containers[0]?.securityContext,
          hardened(user(10001)),
        );
      }
    });

  const style: Style = { step: 2, dash: 0, eol: '\n' };
  it('has no finding of the standard afterwards, and with read-only files none of the strict profile', () => {
    for (const [label, profile] of [
      ['securityContext (hardened)', 'recommended'],
      ['securityContext (hardened, read-only files)', 'strict'],
    ] as const) {
      const { text, take } = typed(path, deployment(style, [image, '|']));
      const [before, after] = [found(path, text, profile), found(path, take(label), profile)];
      assert.ok(before.includes('running-as-root'));
      assert.deepEqual(
        after.filter((rule) => !before.includes(rule)),
        [],
      );
      const contexts = ['running-as-root', 'undropped-capabilities', 'seccomp-unset', 'privilege-escalation'];
      assert.deepEqual(
        after.filter((rule) => contexts.includes(rule)),
        [],
      );
    }
  });

  it('is for the image: its own user needs no number, a shipped one has its own', () => {
    const contextOf = (name: string): object | undefined =>
      podOf(typed(path, deployment(style, [`image: ${name}`, '|'])).take('securityContext (hardened)')).containers[0]
        ?.securityContext;
    assert.deepEqual(contextOf('gcr.io/distroless/static-debian12:nonroot'), hardened({ runAsNonRoot: true }));
    assert.deepEqual(contextOf('node:24'), hardened(user(1000)));
    assert.deepEqual(contextOf('postgres:17'), hardened(user(999)));
  });

  it('says what has to be true', () => {
    const { offers } = typed(path, deployment(style, ['image: nginx:1.29', '|']));
    assert.match(offers[0]?.detail ?? '', /if nginx may write/);
  });

  it('is not offered twice, in values, in comments, in block text and between brackets', () => {
    for (const inside of [
      ['securityContext: {}', '|'],
      ['image: sec|'],
      ['# sec|'],
      ['args:', '- |', image],
      ['args: [a, |]'],
      ['env: {sec|}'],
    ])
      assert.deepEqual(typed(path, deployment(style, inside)).labels, [], inside.join());
    assert.deepEqual(
      typed(
        path,
        deployment(
          style,
          ['command:', '- sh', '- >-', '    sec|'].map((l) => l),
        ),
      ).labels,
      [],
    );
    assert.deepEqual(typed(path, '{"apiVersion": "v1", "kind": "Pod",\n  sec|\n}').labels, []);
  });

  it('is offered at the first key of an item, too', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - sec|\n';
    const taken = readByAnother(typed(path, text).take('securityContext (hardened)')) as unknown as { spec: PodShape };
    assert.deepEqual(taken.spec.containers, [{ securityContext: hardened(user(10001)) }]);
  });
});

describe('in a security context', () => {
  for (const style of styles.filter(({ eol }) => eol === '\n'))
    it(`each key that is not there is offered, in steps of ${style.step} with dashes at ${style.dash}`, () => {
      const inside = [image, 'securityContext:', '  runAsNonRoot: true', '  |'];
      const place = typed(path, deployment(style, inside));
      assert.deepEqual(place.labels, [
        'allowPrivilegeEscalation',
        'capabilities',
        'readOnlyRootFilesystem',
        'runAsUser',
        'seccompProfile',
      ]);
      assert.deepEqual(podOf(place.take('capabilities')).containers[0]?.securityContext, {
        runAsNonRoot: true,
        capabilities: { drop: ['ALL'] },
      });
      const drop = typed(path, deployment(style, [image, 'securityContext:', '  capabilities:', '    |']));
      assert.deepEqual(podOf(drop.take('drop')).containers[0]?.securityContext, { capabilities: { drop: ['ALL'] } });
      const type = typed(path, deployment(style, [image, 'securityContext:', '  seccompProfile:', '    t|']));
      assert.deepEqual(podOf(type.take('type')).containers[0]?.securityContext, {
        seccompProfile: { type: 'RuntimeDefault' },
      });
    });
});

describe('in a pod', () => {
  const style: Style = { step: 2, dash: 2, eol: '\n' };
  it('the context is one that all containers can run with', () => {
    const whole = typed(path, deployment(style, ['image: node:24'], ['s|']));
    assert.deepEqual(podOf(whole.take('securityContext (hardened)')).securityContext, {
      ...user(1000),
      seccompProfile: { type: 'RuntimeDefault' },
    });
    assert.deepEqual(whole.labels, ['securityContext (hardened)', 'automountServiceAccountToken']);
    const keys = typed(path, deployment(style, ['image: node:24'], ['securityContext:', '  |']));
    assert.deepEqual(keys.labels, ['runAsNonRoot', 'runAsUser', 'seccompProfile']);
  });

  it('of Windows nothing is offered', () => {
    assert.deepEqual(typed(path, deployment(style, [image, '|'], ['os: {name: windows}'])).labels, []);
  });
});

describe('in what governs others', () => {
  const role = (rest: string): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a, namespace: shop}\nrules:\n- apiGroups: [""]\n${rest}`;

  it('verbs are those of the resource', () => {
    assert.deepEqual(typed(path, role('  resources: [pods]\n  verbs: [get, |]\n')).labels, [
      'list',
      'watch',
      'create',
      'update',
      'patch',
      'delete',
      'deletecollection',
    ]);
    assert.deepEqual(typed(path, role('  resources: [pods/exec]\n  verbs: [|')).labels, ['get', 'create']);
    assert.deepEqual(typed(path, role('  resources: [pods/log]\n  verbs:\n  - g|\n')).labels, ['get']);
    assert.deepEqual(typed(path, role('  verbs:\n    - get\n    - |\n  resources: [pods/exec]\n')).labels, ['create']);
    assert.deepEqual(typed(path, role('  resources: ["*"]\n  verbs: [|]\n')).labels, []);
    const text = typed(path, role('  resources: [pods]\n  verbs: [get, l|]\n')).take('list');
    assert.deepEqual((readByAnother(text) as unknown as { rules: readonly { verbs: unknown }[] }).rules[0]?.verbs, [
      'get',
      'list',
    ]);
  });

  it('reading is offered, and never of all secrets', () => {
    const text = typed(path, role('  resources: [configmaps]\n  |\n')).take('verbs (read)');
    assert.deepEqual((readByAnother(text) as unknown as { rules: readonly { verbs: unknown }[] }).rules[0]?.verbs, [
      'get',
      'list',
      'watch',
    ]);
    assert.deepEqual(typed(path, role('  resources: [secrets]\n  |\n')).labels, []);
  });

  it('namespaces get their standard', () => {
    const bare = typed(path, 'apiVersion: v1\nkind: Namespace\nmetadata:\n    name: a\n    |\n');
    assert.deepEqual(readByAnother(bare.take('labels (Pod Security Standard)')), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'a',
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' },
      },
    });
    const labelled = typed(
      path,
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  labels:\n    pod-security.kubernetes.io/enforce: baseline\n    pod|\n',
    );
    assert.deepEqual(labelled.labels, ['pod-security.kubernetes.io/warn', 'pod-security.kubernetes.io/audit']);
    assert.deepEqual(typed(path, 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    |\n').labels, []);
  });

  it('a policy isolates for egress only where it has rules for it', () => {
    const policy = (rest: string): string =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n${rest}  |\n`;
    assert.match(typed(path, policy('')).take('policyTypes'), /policyTypes:\n {4}- Ingress\n$/);
    assert.match(typed(path, policy('  egress: [{}]\n')).take('policyTypes'), /Ingress\n {4}- Egress\n/);
  });

  it('an empty document becomes a default deny, where a policy is meant', () => {
    const other = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
    for (const [before, after] of [
      ['net|', ''],
      [`${other}---\n# Nobody in.\n|\n`, ''],
      [`${other}---\r\n|`, `\r\n---\r\n${other}`],
    ] as const) {
      const text = typed(path, before + after).take('NetworkPolicy (default deny)');
      assert.match(text, /policyTypes:\r?\n {4}- Ingress\r?\n {4}- Egress/);
      assert.deepEqual(
        found(path, text, 'strict').filter((rule) => /network|egress|default-deny/.test(rule)),
        [],
      );
    }
    assert.deepEqual(typed(path, '|').labels, []);
    assert.deepEqual(typed('compose.yaml', 'net|').labels, []);
    assert.deepEqual(typed('kustomization.yaml', 'net|').labels, []);
  });
});
