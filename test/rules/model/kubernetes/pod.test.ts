import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { genericTemplates, kubernetesShape, type PodPath, podPaths } from '../../../../rules/model/kubernetes/kinds.ts';
import { found } from '../../../harness/recommended.ts';
import { resource } from './read.ts';

/** A value at the end of a path of keys; `*` is a list of one. */
const wrapped = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((below, key) => (key === '*' ? [below] : { [key]: below }), value);

/** The object of a kind with a template where its table says, as JSON, which is YAML. */
function objectOf(kind: string, group: string, path: readonly string[], shape?: PodPath['shape']): string {
  const { spec, containers } = shape ?? kubernetesShape;
  const last = containers.findLast(({ role }) => role === 'container')?.keys ?? [];
  const inner = wrapped([...spec, ...last], { name: 'c', image: 'i:1' });
  const template = { metadata: { labels: { app: 'a' } }, ...(inner as object) };
  const version = group === '' ? 'v1' : `${group}/v1`;
  return JSON.stringify({ apiVersion: version, kind, ...(wrapped(path, template) as object), selector: {} });
}

describe('a pod template', () => {
  for (const { kind, groups, template, shape } of podPaths) {
    it(`lies at ${template.join('.') || 'the root'} of ${kind} (${groups[0] || 'core'})`, () => {
      for (const group of groups) {
        const { pods } = resource(objectOf(kind, group, template, shape));
        assert.equal(pods.length, 1);
        assert.equal(pods[0]?.containers[0]?.name, 'c');
        assert.equal(pods[0]?.labels?.get('app'), 'a');
      }
    });
  }

  for (const path of genericTemplates) {
    it(`is known by its shape at ${path.join('.')} of unknown kinds`, () =>
      assert.equal(resource(objectOf('Widget', 'example.com', path)).pods.length, 1));
  }

  it('is not looked for in kinds of other groups with the same name, nor where the shape is only alike', () => {
    assert.equal(
      resource(
        'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: c, image: i}]}}}\n',
      ).pods.length,
      0,
    );
    assert.equal(
      resource('apiVersion: example.com/v1\nkind: Widget\nspec: {template: {spec: {containers: [blue, green]}}}\n').pods
        .length,
      0,
    );
    assert.equal(
      resource(
        'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nspec: {template: {spec: {containers: [{name: c, image: i}]}}}\n',
      ).pods.length,
      0,
    );
  });
});

describe('templates of other projects', () => {
  const [pod] = resource(
    'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  securityContext: {runAsNonRoot: true}\n  templates:\n    - name: dag\n      dag: {}\n    - name: build\n      container: {image: i}\n    - name: own\n      securityContext: {runAsUser: 1}\n      script: {image: i}\n',
  ).pods;

  it('that start no container are no pods', () => assert.equal(pod?.spec.at('name').text, 'build'));
  it("share the workflow's security context where they have none", () => {
    assert.equal(pod?.containers[0]?.effective('runAsNonRoot').field.boolean, true);
    const [, own] = pod?.resource.pods ?? [];
    assert.equal(own?.containers[0]?.effective('runAsNonRoot').missing, true);
  });
  it('stand for nothing yet', () => assert.equal(pod?.isCreatedDirectly, false));
});

describe('containers', () => {
  const { pods } = resource(
    'apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: web, image: i}]\n  initContainers:\n    - {name: init, image: i}\n    - {name: proxy, image: i, restartPolicy: Always}\n  ephemeralContainers: [{name: debug, image: i}]\n',
  );

  it('have the role they are used in; a restarted init container is a sidecar (KEP-753)', () => {
    assert.deepEqual(
      pods[0]?.containers.map(({ name, role }) => [name, role]),
      [
        ['init', 'init'],
        ['proxy', 'sidecar'],
        ['web', 'container'],
        ['debug', 'ephemeral'],
      ],
    );
  });

  it('while being typed are read as far as they go', () => {
    for (const spec of [
      '',
      'containers:',
      'containers: 1',
      'containers: [1, null]',
      'containers: [{name: }]',
      'containers: [{image: }]',
    ]) {
      const [pod] = resource(`apiVersion: v1\nkind: Pod\nspec:\n  ${spec}\n`).pods;
      assert.doesNotThrow(() =>
        pod?.containers.map((container) => [container.label, container.effective('runAsUser'), container.image]),
      );
    }
  });
});

describe('templates that an operator completes', () => {
  const text = (spec: string): string =>
    `apiVersion: elasticsearch.k8s.elastic.co/v1\nkind: Elasticsearch\nmetadata: { name: logs, namespace: logs }\nspec:\n  nodeSets:\n    - name: first\n      podTemplate:\n        spec:\n          ${spec}\n`;

  it('are read for what they say', () => {
    const [pod] = resource(text('containers: [{name: elasticsearch}]')).pods;
    assert.equal(pod?.containers[0]?.name, 'elasticsearch');
    assert.equal(pod?.isComplete, false);
    assert.equal(pod?.containers[0]?.effective('runAsNonRoot').missing, false);
    const told = (spec: string): readonly string[] => found('logs.yaml', text(spec), 'strict');
    assert.deepEqual(told('initContainers: [{name: sysctl, securityContext: {privileged: true}}]'), [
      'privileged-container',
    ]);
    assert.deepEqual(
      told('containers: [{name: elasticsearch, image: "registry.example.com/elasticsearch:8.16.1"}]'),
      [],
    );
  });
});

describe('what is in force for a container', () => {
  const [pod] = resource(
    'apiVersion: v1\nkind: Pod\nspec:\n  securityContext: {runAsUser: 1, runAsGroup: 2}\n  containers:\n    - name: web\n      image: i\n      securityContext: {runAsUser: 3}\n',
  ).pods;
  const container = pod?.containers[0];

  it("is its own value, else the pod's, with the field that decided", () => {
    assert.deepEqual(
      [container?.effective('runAsUser').from, container?.effective('runAsUser').field.integer],
      ['container', 3],
    );
    assert.deepEqual(
      [container?.effective('runAsGroup').from, container?.effective('runAsGroup').field.integer],
      ['pod', 2],
    );
    assert.deepEqual(
      [container?.effective('runAsNonRoot').from, container?.effective('runAsNonRoot').missing],
      ['nowhere', true],
    );
  });
});
