import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stringify } from 'yaml';
import { rules } from '../../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../../rules/contract/rule.ts';
import { type MadeEdits, makeEdit, makingEdits } from '../../../rules/engine/attack-fixes.ts';
import { type Deployed, deployedIn } from '../../../rules/engine/attack-paths.ts';
import { defaultSettings, type Settings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { type Cut, type CutKind, cutKinds } from '../../../rules/facts/attack/edge.ts';
import { stepsOf } from '../../../rules/facts/attack/steps.ts';
import { type Answer, graphOfFacts, waysOf } from '../../../rules/facts/attack/ways.ts';
import { bound, enforcing, held, heldEverywhere, type Manifest, pod, podWith } from '../../harness/attack.ts';
import { randomOf } from '../../harness/attack-search.ts';

const path = 'app/manifest.yaml';
const byId = rulesByWrittenId(rules);
/** As people write them: what stands in JSON takes no further document. */
const written = (objects: readonly Manifest[]): string =>
  objects.map((one) => stringify(one, { aliasDuplicateObjects: false })).join('---\n');
const service: Manifest = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app' } },
  spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
};

function given(text: string, settings: Settings = defaultSettings): { workspace: Workspace; deployed: Deployed } {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  workspace.update({ path, text }, settings, { retain: true });
  workspace.refresh();
  const [deployed] = deployedIn(workspace);
  assert.ok(deployed !== undefined);
  return { workspace, deployed };
}

const answerOf = ({ facts }: Deployed): Answer =>
  waysOf(graphOfFacts(facts), { from: 'outside', to: [], protect: [], most: 1 });

/** Every edit of a kind that some step has. */
const cutsIn = ({ facts }: Deployed, kind: CutKind): readonly Cut[] => [
  ...new Map(
    stepsOf(facts)
      .all.flatMap(({ cuts }) => cuts)
      .filter((cut) => cut.kind === kind)
      .map((cut) => [cut.id, cut]),
  ).values(),
];

/** The rules whose fixes make the edits of a kind, or why none does. */
function madeBy(kind: CutKind, objects: readonly Manifest[], settings?: Settings): readonly string[] {
  const { workspace, deployed } = given(written(objects), settings);
  return cutsIn(deployed, kind).map((cut) => {
    const made = makeEdit(workspace, deployed, cut, byId);
    return 'refused' in made ? made.refused : made.fix.rule;
  });
}

const privileged = { securityContext: { privileged: true } };
const listening = { ports: [{ containerPort: 80 }] };
const admin = bound('ClusterRole', ['*:*:*'], [{ kind: 'Group', name: 'system:authenticated' }]);

/** By kind: objects with such an edit, and the rule that makes it. */
const cases: readonly (readonly [CutKind, readonly Manifest[], string])[] = [
  ['privileged', [pod({}, privileged)], 'privileged-container'],
  ['host-pid', [pod({ hostPID: true }, privileged)], 'host-pid'],
  ['host-network', [pod({ hostNetwork: true }, listening)], 'host-network'],
  ['host-port', [pod({}, { ports: [{ containerPort: 80, hostPort: 80 }] })], 'host-port'],
  [
    'shared-processes',
    [pod({ shareProcessNamespace: true, containers: ['a', 'b'].map((name) => ({ name, image: 'example.com/x:1' })) })],
    'shared-process-namespace',
  ],
  ['capability', [pod({}, { securityContext: { capabilities: { add: ['SYS_MODULE'] } } })], 'dangerous-capability'],
  ['mount', [podWith('/run/containerd/containerd.sock')], 'runtime-socket'],
  ['read-only', [podWith('/opt/cni')], 'writable-host-path'],
  ['token', [pod()], 'automounted-token'],
  ['network-policy', [pod({}, listening)], 'unisolated-ingress'],
  ['pod-security', [enforcing('privileged'), ...held(':pods:create')], 'weak-pod-security-level'],
  ['subject', [...admin], 'authenticated-binding'],
  ['permission', [pod(), ...heldEverywhere(':secrets,pods:get,list')], 'secret-access'],
];

describe('the edits of attack paths', () => {
  for (const [kind, objects, rule] of cases)
    it(`of the kind ${kind} are made by ${rule}`, () => {
      const found = madeBy(kind, objects);
      assert.ok(found.includes(rule), found.join());
    });

  it('are made by what their rules say, and every rule that says so has a fix and a kind that there is', () => {
    const known = new Set<string>(cutKinds);
    const closing = rules.filter(({ closes = [] }) => closes.length > 0);
    assert.ok(closing.length > 10);
    for (const { id, fix, closes = [] } of closing) {
      assert.ok(fix !== undefined, id);
      for (const kind of closes) assert.ok(known.has(kind), `${id}: ${kind}`);
    }
  });

  it('are made whatever the profile shows', () => {
    const essential: Settings = { ...defaultSettings, profile: 'essential' };
    assert.deepEqual(madeBy('read-only', [podWith('/opt/cni')], essential), ['writable-host-path']);
  });

  it('are made in the container that they name', () => {
    const both = pod({ containers: ['a', 'b'].map((name) => ({ name, image: 'example.com/x:1', ...privileged })) });
    const { workspace, deployed } = given(written([both]));
    const [, second] = cutsIn(deployed, 'privileged');
    assert.ok(second !== undefined);
    const made = makeEdit(workspace, deployed, second, byId);
    assert.ok('fix' in made);
    assert.deepEqual(
      cutsIn(made.deployed, 'privileged').map(({ edit }) => edit),
      ['Set privileged: false in container a of Pod web'],
    );
    // The files themselves are as they were.
    assert.equal(cutsIn(deployed, 'privileged').length, 2);
    assert.equal(workspace.text(path), written([both]));
  });

  it('are not made by a fix that leaves the step, or that no rule has', () => {
    const all = held('apps:deployments:*');
    const { workspace, deployed } = given(written([pod(), ...all]));
    const [cut] = cutsIn(deployed, 'permission');
    assert.ok(cut !== undefined);
    const made = makeEdit(workspace, deployed, cut, byId);
    // Writing the verbs out would leave the one that creates pods.
    assert.ok('fix' in made && made.fix.title.startsWith('Only allow reading'), JSON.stringify(made));
    assert.deepEqual(madeBy('secret', [pod({}, { envFrom: [{ secretRef: { name: 'db' } }] })]), [
      'no rule has a fix for it',
    ]);
  });

  it('are not made where the author accepts what they mend', () => {
    const text = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: app, labels: { app: web } }
spec:
  containers:
    - name: web
      image: example.com/web:1
      securityContext:
        # seaworthy-ignore privileged-container: it sets up the disks
        privileged: true
`;
    const { workspace, deployed } = given(text);
    const [cut] = cutsIn(deployed, 'privileged');
    assert.ok(cut !== undefined);
    const made = makeEdit(workspace, deployed, cut, byId);
    assert.ok('refused' in made && made.accepted === 'it sets up the disks', JSON.stringify(made));
  });

  it('leave those who call when a policy lets callers in', () => {
    const app = (name: string, more: Manifest = {}): Manifest =>
      pod({ serviceAccountName: 'x' }, { ...listening, ...more }, { name, labels: { app: name } });
    const named = (name: string): Manifest => ({
      ...{ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'app' } },
      spec: { selector: { app: name }, ports: [{ port: 80 }] },
    });
    const objects = [
      app('web', { env: [{ name: 'DB', value: 'http://db:80' }] }),
      app('db'),
      named('db'),
      app('other'),
    ];
    const { workspace, deployed } = given(written(objects));
    const cut = cutsIn(deployed, 'network-policy').find(({ fact }) => fact.name === 'db');
    assert.ok(cut !== undefined);
    const made = makeEdit(workspace, deployed, cut, byId);
    assert.ok('fix' in made, JSON.stringify(made));
    const into = stepsOf(made.deployed.facts).all.filter(({ edge, to }) => edge === 'net.reach' && to === 'pod/app/db');
    assert.deepEqual(
      into.map(({ from, cuts }) => [from, cuts.length]),
      [['pod/app/web', 0]],
    );
  });
});

/** Objects that ways are made of. */
const parts: readonly (readonly Manifest[])[] = [
  heldEverywhere(':secrets:get,list'),
  heldEverywhere(':pods/exec:create', ':pods:get,list'),
  heldEverywhere('rbac.authorization.k8s.io:clusterroles:bind', 'rbac.authorization.k8s.io:clusterrolebindings:create'),
  heldEverywhere('apps:deployments:get,create,patch'),
  heldEverywhere(':serviceaccounts/token:create', ':configmaps:get'),
  held(':secrets:list', ':pods:create'),
  bound('ClusterRole', ['*:*:*'], [{ kind: 'Group', name: 'system:authenticated' }]),
  [enforcing('privileged'), ...held(':pods:create')],
];
const containers: readonly Manifest[] = [
  {},
  privileged,
  { securityContext: { runAsUser: 0, capabilities: { add: ['SYS_MODULE', 'NET_ADMIN'] } } },
  { securityContext: { runAsUser: 0 }, volumeMounts: [{ name: 'host', mountPath: '/host' }] },
  { volumeMounts: [{ name: 'host', mountPath: '/host', readOnly: true }], ...listening },
];
const paths = ['/', '/etc', '/run/containerd/containerd.sock', '/var/lib/kubelet/pods', '/opt/cni/bin'];

describe('the proposed edits, made by our own fixes', () => {
  it('leave no way in a fresh scan', () => {
    const random = randomOf(23);
    const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
    let [withWays, closed] = [0, 0];
    for (let i = 0; i < 80; i++) {
      const volumes = { volumes: [{ name: 'host', hostPath: { path: pick(paths) } }] };
      const spec = { ...volumes, ...(random(4) === 0 ? { hostPID: true } : {}) };
      const db = pod(
        { ...spec, serviceAccountName: 'db' },
        { ...listening, ...pick(containers) },
        { name: 'db', labels: {} },
      );
      const objects = [pod(spec, pick(containers)), service, ...pick(parts), ...(random(2) === 0 ? [db] : [])];
      const { workspace, deployed } = given(written(objects));
      const answer = answerOf(deployed);
      if (answer.ways.length === 0 || answer.uncloseable > 0) continue;
      withWays++;
      const made = allMade(workspace, deployed, answer);
      if (made.left.length > 0) continue;
      closed++;
      const text = made.workspace.text(path) ?? '';
      const left = answerOf(given(text).deployed);
      assert.deepEqual(
        left.ways.map(({ target }) => target),
        [],
        text,
      );
    }
    assert.ok(withWays > 50 && closed > withWays / 3, `${closed} of ${withWays}`);
  });
});

function allMade(workspace: Workspace, deployed: Deployed, { edits }: Answer): MadeEdits {
  const making = makingEdits(
    workspace,
    deployed,
    edits.map(({ cut }) => cut),
    byId,
  );
  let step = making.next();
  while (step.done !== true) step = making.next();
  return step.value;
}
