/** What each rule has to say of itself. Each message says what to do. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import type { PeerTool, Rule } from '../../rules/contract/rule.ts';
import { notices } from '../../rules/engine/findings/notices.ts';
import { ruleFiles } from '../../tools/generate/rule-list.ts';
import { root } from '../../tools/root.ts';
import { Scope } from '../harness/scope.ts';
import { exists, read } from './sources.ts';

describe('every rule', () => {
  const files = ruleFiles(root);

  it('is a file of its own, named by its id, with a test in the mirror', () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      files.map(({ id }) => id),
    );
    for (const { subject, id } of files) {
      const test = `test/rules/catalog/${subject}/${id}.test.ts`;
      assert.ok(exists(test), `write ${test}`);
      assert.match(read(test), /\b(?:test(?:Flag)?Rule|showsItself)\(/, `${test} tries its examples`);
    }
  });

  it('has an id of its own, which names the defect', () => {
    const ids = [...rules, ...notices].map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    for (const id of ids) assert.match(id, /^(?!no-|missing-no-)[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('has former ids that are no ids of today, and successors that exist', () => {
    const ids = [...rules, ...notices].map(({ id }) => id);
    const former = rules.flatMap(({ formerIds = [] }) => formerIds);
    assert.deepEqual(
      former.filter((id, i) => ids.includes(id) || former.indexOf(id) !== i),
      [],
    );
    for (const { id, stage, replacedBy = [] } of rules) {
      assert.ok(stage === 'deprecated' || replacedBy.length === 0, `${id} is replaced, so its stage is deprecated`);
      for (const other of replacedBy)
        assert.ok(ids.includes(other), `${id} is replaced by ${other}, which does not exist`);
    }
  });

  it('that looks for secrets says that it marks them, so that no screen shows the line', () => {
    const looking = files.filter(({ subject, id }) =>
      /from '[./]+\/(?:model\/secret\/(?:detect|settings-text|argument)|secrets\/shared\/manifest|shared\/manifest)\.ts'/.test(
        read(`rules/catalog/${subject}/${id}.ts`),
      ),
    );
    assert.ok(looking.length > 8);
    const silent = looking.filter(({ id }) => rules.find((rule) => rule.id === id)?.marksSecrets !== true);
    assert.deepEqual(silent, [], 'write marksSecrets: true');
  });

  for (const rule of rules) it(`${rule.id} explains itself`, () => explains(rule));
  for (const rule of rules) it(`${rule.id} asks which kind an object is of`, () => asksForKind(rule));
});

/** Rules on whatever holds pods, an annotation, or a switch that operators call alike. */
const anyKind: ReadonlySet<string> = new Set([
  'disabled-network-policy',
  'mismatched-instance-label',
  'mismatching-selector',
  'missing-account',
  'missing-priority-class',
  'never-restarted',
  'open-linkerd-policy',
  'unisolated-egress',
  'unisolated-ingress',
  'workload-in-system-namespace',
]);

/** Objects of another project may have fields of the same names, and mean something else by them. */
function asksForKind(rule: Rule): void {
  for (const { text, ...example } of rule.examples.bad) {
    if (example.language !== 'yaml' || rule.subject === 'image' || anyKind.has(rule.id)) continue;
    const other = text
      .replace(/^kind: (\w+)$/gm, 'kind: $1Like')
      .replace(/^apiVersion: .*$/gm, 'apiVersion: example.com/v1');
    const found = new Scope([rule], { ...example, text: other }, {}).findings.filter(({ rule: id }) => id === rule.id);
    assert.deepEqual(found, [], other);
  }
}

function explains({ title, why, remedy, ignoreWhen, aliases, standards, tags }: Rule): void {
  assert.match(title, /^[A-Z/].*[^.]$/, 'a title is a phrase without a full stop');
  assert.ok(title.length <= 80, 'a title fits a line');
  for (const text of [why, remedy, ...(ignoreWhen === undefined ? [] : [ignoreWhen])])
    assert.match(text, /[.!]$/, 'texts are sentences');
  assert.ok(why.split(/(?<=[a-z0-9`)])\. /).length <= 2, 'why is at most two sentences');
  for (const { tool, id } of aliases) assert.match(id, spelling[tool], `${tool} spells its ids otherwise`);
  const keys = aliases.map(({ tool, id }) => `${tool}:${id}`);
  assert.deepEqual(
    keys.filter((key, i) => keys.indexOf(key) !== i),
    [],
    'an alias stands twice',
  );
  assert.ok(
    standards.length + aliases.length > 0 || tags.length > 0 || ownFinds.has(title),
    'name the standards and the other tools that know it, or list it here as a find of our own',
  );
}

/** Titles of rules that no standard and no other tool has. */
const ownFinds: ReadonlySet<string> = new Set([
  'Values of a Helm release hold a secret',
  'Values of a Helm release admit anybody',
  'Values of a Helm release turn certificate checks off',
  'Values of a Helm release open the node to its pods',
  'Policy that a chart or an operator brings is turned off',
  'Value has the wrong type for its field',
  'Every Ingress may add snippets to ingress-nginx',
  'Certificate check is skipped',
  'Container installs packages when it starts',
  'Service installs programs when it starts',
  'Argo CD project limits nothing',
  'Webhook has an address without TLS',
  'Service has a disk or the memory of the host',
  'Program checks no certificates or host keys',
  'Configuration admits anybody',
  'Configuration turns certificate checks off',
  'Image starts a program that admits anybody',
  'Build runs with all rights of its host',
  'Keys of SSH servers are not checked',
  'Program accepts anybody without a login',
  'Mesh accepts plain text',
  'Mesh accepts plain text on a port',
  'Calls are sent without mutual TLS',
  'Downloaded script runs unchecked',
  'Field does not exist',
  'Verb cannot be limited to names',
  'Namespace is not in the mesh that others are in',
  'Built-in role is widened',
  'Reference to another namespace is not granted',
  'Pods may call others, but not look up names',
  'Ingress does not redirect to HTTPS',
  'Every namespace may attach routes to the gateway',
  'Gateway answers in plain text',
  'Grant covers every object of a kind',
  'Mesh policy allows every caller',
  'Part of the traffic bypasses the mesh proxy',
  'Mutual TLS of a port has no effect',
  'Pod opts out of the mesh',
  'Mesh namespace accepts every client',
  'Mesh namespace does not require mutual TLS',
  'Linkerd accepts calls without a certificate',
  'Mesh gateway answers in plain text',
  'Linkerd policy admits clients without an identity',
  'Mesh gateway accepts old versions of TLS',
  'Rules of a network policy are ignored',
  'Pods may reach the cloud metadata service',
  'Role may add containers to running pods',
  'Role may change namespaces',
  'Role may change nodes',
  'Image exposes a port for administration or debugging',
  'Image is built on a debug variant',
  'Shipped image runs in debug mode',
  'Key is trusted for every repository',
  'Image is made to use the Docker daemon',
  'Packages may come from either of two indexes',
  'Repository history is copied into the image',
  'Search path includes a folder that anybody may write',
  'Mounted secret is copied into the image',
  'File is downloaded over an unencrypted connection',
  'Packages are fetched over an unencrypted connection',
  'Shipped image contains a compiler',
  'Process changes its user by su',
  'Go modules are not verified',
  'Package scripts run as root',
  'Download is used without verification',
  'Digest has no tag',
  'Image runs as root, and the pod forbids root',
  'Image changes its user without the capabilities for it',
  'Image names its user, and the pod forbids root',
  'Pod runs a non-root image as root',
  'Process cannot open the port of the image',
  'Pod runs as another user than the image is made for',
  'Image writes where the pod forbids it',
  'Build context is copied without a .dockerignore',
  'Build context is copied with its history and settings',
  'Setting is for another operating system',
  'Projected token is valid for the API server',
  'Capability does not exist',
  'Field is on a level where it does not exist',
  'Container must not be root and is set to be',
  'Files are writable by everybody',
  'Password is set in the image',
  'RUN leaves the sandbox of the build',
  'Dockerfile is read by a frontend of others',
  'Image reference is not valid',
  'Namespace rejects the pod',
  'Namespace warns of the pod or records it',
  'Pod Security label has no effect',
  'Privilege is both granted and forbidden',
  'User namespace is partly shared with the node',
]);

const spelling: { readonly [tool in PeerTool]: RegExp } = {
  checkov: /^CKV2?_(?:K8S|DOCKER)_\d+$/,
  trivy: /^(?:KSV|DS|KCV)-\d{4,5}$/,
  kubescape: /^(?:C-\d{4}|[A-Za-z0-9.-]+[-_][A-Za-z0-9._-]+)$/,
  'kube-linter': /^[a-z0-9-]+$/,
  polaris: /^[a-zA-Z]+$/,
  'kube-score': /^[a-z-]+$/,
  // An auditor, or one of its results.
  kubeaudit: /^(?:[a-z]+|(?:[A-Z][A-Za-z]+)+)$/,
  hadolint: /^(?:DL|SC)\d{4}$/,
  buildkit: /^[A-Z][A-Za-z]+$/,
  kics: /^[A-Z].*$/,
};
