import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyHelpAt } from '../../../rules/engine/key-help.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';

/** The name of the key at each place where a text says a word. */
function helped(path: string, text: string, word: string): readonly (string | undefined)[] {
  const workspace = new Workspace([]);
  workspace.update({ path, text }, defaultSettings, { retain: true });
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
    const help = keyHelpAt(workspace.record(path), index);
    if (help !== undefined)
      assert.equal(text.slice(help.span.start, help.span.end).toUpperCase(), help.name.toUpperCase());
    return help?.does;
  });
}

const pod = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata:
      name: privileged
      labels: {privileged: "yes"}
    spec:
      securityContext: {runAsUser: 5}
      containers:
      - name: app
        image: privileged
        securityContext:
          privileged: true
          runAsUser: 7
`;

describe('help for a key', () => {
  it('is for the key alone, wherever the API has it, and not for the same word elsewhere', () => {
    const [name, label, image, key] = helped('pod.yaml', pod, 'privileged');
    assert.deepEqual([name, label, image], [undefined, undefined, undefined]);
    assert.match(key ?? '', /every capability/);
    assert.equal(helped('pod.yaml', pod, 'runAsUser').filter((one) => one !== undefined).length, 2);
    assert.match(helped('pod.yaml', pod, 'securityContext')[0] ?? '', /all containers of the pod/);
    assert.match(helped('pod.yaml', pod, 'securityContext')[1] ?? '', /^What the container may do/);
  });

  it('knows the fields of pods in kinds of other projects', () => {
    const text = `apiVersion: example.com/v1
kind: Runner
metadata: {name: a}
spec:
  template:
    spec:
      hostNetwork: true
      containers:
      - {name: a, image: a, securityContext: {privileged: true}}
`;
    assert.equal(helped('runner.yaml', text, 'hostNetwork').filter((one) => one !== undefined).length, 1);
    assert.equal(helped('runner.yaml', text, 'privileged').filter((one) => one !== undefined).length, 1);
  });

  it('knows labels of namespaces, webhooks and meshes, behind other documents', () => {
    const text = `kind: Namespace
apiVersion: v1
metadata:
  name: a
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: a}
webhooks:
- name: a.example.com
  failurePolicy: Ignore
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: a}
spec:
  mtls:
    mode: STRICT
`;
    for (const word of ['pod-security.kubernetes.io/enforce', 'failurePolicy', 'mode'])
      assert.notEqual(helped('a.yaml', text, word)[0], undefined, word);
  });

  it('tells the version that a field came with, as the API says it', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostUsers: false\n';
    const workspace = new Workspace([]);
    workspace.update({ path: 'a.yaml', text }, defaultSettings, { retain: true });
    assert.equal(keyHelpAt(workspace.record('a.yaml'), text.indexOf('hostUsers'))?.since, '1.25');
  });

  it('is for instructions of Dockerfiles, triggers among them, not for their arguments', () => {
    const text = 'from alpine\nONBUILD RUN echo USER\nUSER app\n';
    assert.notEqual(helped('Dockerfile', text, 'from')[0], undefined);
    assert.match(helped('Dockerfile', text, 'ONBUILD')[0] ?? '', /built on this one/);
    assert.match(helped('Dockerfile', text, 'RUN')[0] ?? '', /Runs a command/);
    const [argument, instruction] = helped('Dockerfile', text, 'USER');
    assert.equal(argument, undefined);
    assert.match(instruction ?? '', /user/);
  });

  it('is silent where there is no such file, and behind every end', () => {
    const workspace = new Workspace([]);
    assert.equal(keyHelpAt(workspace.record('a.yaml'), 0), undefined);
    workspace.update({ path: 'a.yaml', text: pod }, defaultSettings, { retain: true });
    assert.equal(keyHelpAt(workspace.record('a.yaml'), pod.length + 9), undefined);
  });
});
