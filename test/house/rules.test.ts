/** What each rule has to say of itself. Each message says what to do. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import type { PeerTool, Rule } from '../../rules/contract/rule.ts';
import { notices } from '../../rules/engine/findings/notices.ts';
import { ruleFiles } from '../../tools/generate/rule-list.ts';
import { root } from '../../tools/root.ts';
import { Scope } from '../harness/scope.ts';
import { exists } from './sources.ts';

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

  for (const rule of rules) it(`${rule.id} explains itself`, () => explains(rule));
  for (const rule of rules) it(`${rule.id} shows itself`, () => shows(rule));
  for (const rule of rules) it(`${rule.id} asks which kind an object is of`, () => asksForKind(rule));
});

/** Rules on whatever holds pods, or an annotation. */
const anyKind: ReadonlySet<string> = new Set([
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
  'Value has the wrong type for its field',
  'Controller of ingress-nginx takes snippets from everybody',
  'Object has certificates not checked',
  'Webhook is named by an address without TLS',
  'Service has a disk or the memory of the host',
  'Program checks no certificates',
  'Program lets anybody in',
  'The service mesh accepts plain text',
  'The service mesh accepts plain text on a port',
  'Calls leave without mutual TLS',
  'Downloaded script runs unchecked',
  'Field does not exist',
  'Role limits to names a verb that knows no names',
  'Namespace is left out of the mesh that others are in',
  'Role that every cluster has is widened',
  'Reference into another namespace that nothing there grants',
  'Pods may call others, and cannot look their names up',
  'Visitors are not sent on to HTTPS',
  'Every namespace may hang routes on the gateway',
  'Gateway answers in plain text',
  'Other namespace may refer to every object of a kind',
  'Policy of the mesh lets everybody in',
  'Part of the traffic goes past the proxy of the mesh',
  'Mutual TLS of a port is set where it has no effect',
  'Pod keeps out of the mesh',
  'Namespace in the mesh lets every client in',
  'Namespace in the mesh does not require mutual TLS',
  'Linkerd lets calls without a certificate in',
  'Gateway of the mesh answers in plain text',
  'Policy of Linkerd lets in whoever asks',
  'Gateway of the mesh accepts versions of TLS that are broken',
  'Rules of a network policy are ignored',
  'Pods may ask the cloud for credentials of their node',
  'Role may put containers into running pods',
  'Role may change namespaces',
  'Role may change nodes',
  'Image offers a port for administration or debugging',
  'Image is built on the variant for debugging',
  'Image that is shipped runs in debug mode',
  'Key is trusted for every repository',
  'Image is made to talk to the Docker daemon',
  'Packages may come from either of two indexes',
  'History of the repository is copied into the image',
  'Programs or libraries are looked for where anybody may put them',
  'Mounted secret is copied into the image',
  'File is added over a connection that anybody can change',
  'Packages come over a connection that anybody can change',
  'Image that is shipped holds a compiler',
  'Process becomes another user by su',
  'Go modules are not compared with the checksum database',
  'Scripts of packages run as root',
  'Download is run or unpacked without being checked',
  'Digest stands without the tag that it belongs to',
  'Image runs as root, and the pod forbids root',
  'Image starts as root to become another user, and cannot',
  'Image names its user, and the pod forbids root',
  'Pod runs an image as root that takes care not to be',
  'Process cannot open the port that the image names',
  'Pod runs an image as another user than its files are for',
  'Image writes where the pod forbids it',
  'Whole build context is copied, and nothing is kept out of it',
  'Whole build context is copied with its history and settings',
  'Setting is for another operating system than that of the pod',
  'Projected token is good for the API server',
  'Capability is not one that Linux has',
  'Field stands on a level where it does not exist',
  'Container must not be root and is told to be',
  'Files everybody may write',
  'Password is set in the image',
  'RUN leaves the sandbox of the build',
  'Somebody else reads the Dockerfile',
  'Image reference is not valid',
  'Namespace rejects the pod',
  'Namespace warns of the pod or records it',
  'Pod Security label means nothing',
  'Privilege is given and forbidden at once',
  'User namespace is shared with the node in part',
]);

const spelling: { readonly [tool in PeerTool]: RegExp } = {
  checkov: /^CKV2?_(?:K8S|DOCKER)_\d+$/,
  trivy: /^(?:KSV|DS|KCV)-\d{4,5}$/,
  kubescape: /^(?:C-\d{4}|[A-Za-z0-9.-]+[-_][A-Za-z0-9._-]+)$/,
  'kube-linter': /^[a-z0-9-]+$/,
  polaris: /^[a-zA-Z]+$/,
  'kube-score': /^[a-z-]+$/,
  kubeaudit: /^[a-z]+$/,
  hadolint: /^(?:DL|SC)\d{4}$/,
  buildkit: /^[A-Z][A-Za-z]+$/,
  kics: /^[A-Z].*$/,
};

function shows(rule: Rule): void {
  // The examples of this one speak of a team that trusts its own registry.
  const given = rule.id === 'untrusted-registry' ? { registries: ['registry.example.com'] } : {};
  assert.ok(rule.examples.bad.length >= 2 && rule.examples.good.length >= 2, 'two bad and two good examples');
  for (const example of rule.examples.bad) {
    const found = new Scope([rule], example, given).findings;
    assert.ok(
      found.some(({ rule: id }) => id === rule.id),
      `this bad example is not found:\n${example.text}`,
    );
  }
  for (const example of rule.examples.good)
    assert.deepEqual(
      new Scope([rule], example, given).findings.map(({ message }) => message),
      [],
      `this good example is found:\n${example.text}`,
    );
}
