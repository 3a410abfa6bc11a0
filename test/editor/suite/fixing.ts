/** Fixes that say where a secret comes from, and fixes that add files, in a real editor. Each in a folder of its own, which it takes away again. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, fix, folderWith, gone, open, textOnDisk, until } from './editor.ts';

const deployment = [
  'apiVersion: apps/v1',
  'kind: Deployment',
  'metadata:',
  '  name: pay',
  '  namespace: pay',
  'spec:',
  '  selector: {matchLabels: {app: pay}}',
  '  template:',
  '    metadata: {labels: {app: pay}}',
  '    spec:',
  '      containers:',
  '        - name: pay',
  '          image: registry.example.com/pay:1.2.3',
  '          ports: [{containerPort: 8080}]',
  '          env:',
  '            - name: DATABASE_PASSWORD',
  '              value: hQ7s-kk29-vv1z-Xp',
  '',
].join('\n');

/** The text of a file that the editor has open. */
const shown = (uri: vscode.Uri): string =>
  vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText() ?? '';

/** Takes a fix of the secret in the deployment and returns what the manifest becomes. */
async function withoutSecret(title: RegExp, beside: { readonly [name: string]: string } = {}): Promise<string> {
  const { at, clear } = await folderWith('pay', { 'web.yaml': deployment, ...beside });
  try {
    const manifest = at('web.yaml');
    await open(manifest);
    await fix(manifest, await finding(manifest, 'literal-secret-in-env'), title);
    await gone(manifest, 'literal-secret-in-env');
    const text = shown(manifest);
    assert.doesNotMatch(text, /hQ7s/);
    assert.match(text, /valueFrom:\n {16}secretKeyRef:/);
    return text;
  } finally {
    await clear();
  }
}

export const fixing: Readonly<Record<string, () => Promise<void>>> = {
  async 'gives a build its secret as a mount'() {
    const text = 'FROM node:22.11.0-bookworm-slim\nARG NPM_TOKEN\nRUN npm ci\nUSER 1000:1000\nCMD ["node"]\n';
    const { at, clear } = await folderWith('build', { Dockerfile: text });
    const dockerfile = at('Dockerfile');
    await open(dockerfile);
    await fix(dockerfile, await finding(dockerfile, 'secret-argument'), /^Mount NPM_TOKEN as a secret/);
    await gone(dockerfile, 'secret-argument');
    const mounted = text
      .replace('ARG NPM_TOKEN\n', '')
      .replace('npm ci', '--mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci');
    assert.equal(shown(dockerfile), mounted);
    await clear();
  },

  async 'reads a literal secret from a Secret, and tells of the name that is left to fill in'() {
    const { at, clear } = await folderWith('pay', { 'web.yaml': deployment });
    const manifest = at('web.yaml');
    await open(manifest);
    await fix(manifest, await finding(manifest, 'literal-secret-in-env'), /^Read DATABASE_PASSWORD from a Secret$/);
    await gone(manifest, 'literal-secret-in-env');
    assert.match(shown(manifest), /\n {14}valueFrom:\n {16}secretKeyRef:\n {18}name: /);
    const left = await finding(manifest, 'left-placeholder');
    assert.match(shown(manifest).split('\n')[left.range.start.line] ?? '', /name: /);
    await clear();
  },

  async 'adds the Secret as a document, when somebody asks for it'() {
    assert.match(await withoutSecret(/from a new Secret \(/), /\n---\napiVersion: v1\nkind: Secret\n/);
  },

  async 'adds an ExternalSecret'() {
    const text = await withoutSecret(/that a new ExternalSecret makes$/);
    assert.match(text, /\n---\napiVersion: external-secrets\.io\/v1\nkind: ExternalSecret\n/);
  },

  async 'adds a SealedSecret where others are sealed'() {
    const sealed =
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: other, namespace: pay}\nspec: {encryptedData: {a: AgBy}}\n';
    const text = await withoutSecret(/that a new SealedSecret makes$/, { 'sealed.yaml': sealed });
    assert.match(text, /\n---\napiVersion: bitnami\.com\/v1alpha1\nkind: SealedSecret\n/);
  },

  async 'adds a .dockerignore'() {
    const text = 'FROM node:22.11.0-bookworm-slim\nCOPY . /app\nUSER 1000:1000\nCMD ["node"]\n';
    const { at, clear } = await folderWith('copies', { Dockerfile: text });
    const dockerfile = at('Dockerfile');
    await open(dockerfile);
    await fix(dockerfile, await finding(dockerfile, 'missing-dockerignore'), /^Add Dockerfile\.dockerignore/);
    assert.match(shown(at('Dockerfile.dockerignore')), /^\.git\n/);
    await gone(dockerfile, 'missing-dockerignore');
    assert.equal(shown(dockerfile), text);
    await clear();
  },

  async 'adds a network policy in a file of its own, which the kustomization lists'() {
    const { at, clear } = await folderWith('pay', {
      'web.yaml': deployment,
      'kustomization.yaml': 'resources:\n- web.yaml\n',
    });
    const manifest = at('web.yaml');
    await open(manifest);
    await fix(manifest, await finding(manifest, 'unisolated-ingress'), /^Add pay-network-policy\.yaml, listed in /);
    await gone(manifest, 'unisolated-ingress');
    assert.equal(shown(manifest), deployment);
    assert.match(shown(at('pay-network-policy.yaml')), /^apiVersion: networking\.k8s\.io\/v1\nkind: NetworkPolicy\n/);
    assert.equal(shown(at('kustomization.yaml')), 'resources:\n- web.yaml\n- pay-network-policy.yaml\n');
    await clear();
  },

  async 'ignores a file in a .seaworthy.yaml that it adds'() {
    const { at, clear } = await folderWith('pay', { 'web.yaml': deployment });
    const manifest = at('web.yaml');
    await open(manifest);
    await finding(manifest, 'literal-secret-in-env');
    await vscode.commands.executeCommand('seaworthy.ignoreFile', manifest);
    const configuration = vscode.Uri.joinPath(at('..'), '.seaworthy.yaml');
    const text = await until(
      () => shown(configuration),
      () => 'the configuration',
    );
    assert.match(text, /ignorePaths:\n *- "?\/pay\/web\.yaml"?\n/);
    await vscode.workspace.saveAll();
    assert.equal(await textOnDisk(configuration), text);
    await gone(manifest, 'literal-secret-in-env');
    await clear();
    await vscode.workspace.fs.delete(configuration);
  },
};
