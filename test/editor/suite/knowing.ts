/** What the editor knows of other files and of what is hardened, on files of its own: places that lead elsewhere, entries of lists, hints. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folderWith, open, until } from './editor.ts';

const files = {
  Dockerfile: 'FROM node:22.11.0-bookworm-slim\nUSER 1000\n',
  'compose.yaml': 'services:\n  pay:\n    image: example.com/pay:1.0\n    build: .\n',
  'access.yaml': [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: Role',
    'metadata: {name: reader, namespace: pay}',
    'rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]',
    '---',
    'apiVersion: v1',
    'kind: ServiceAccount',
    'metadata: {name: payer, namespace: pay}',
    '---',
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: RoleBinding',
    'metadata: {name: payer, namespace: pay}',
    'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}',
    'subjects: [{kind: ServiceAccount, name: payer, namespace: pay}]',
    '',
  ].join('\n'),
  'policy.yaml': [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata: {name: pay, namespace: pay}',
    'spec: {podSelector: {matchLabels: {app: pay}}, policyTypes: [Ingress]}',
    '',
  ].join('\n'),
  'pod.yaml': [
    'apiVersion: v1',
    'kind: Pod',
    'metadata: {name: pay, namespace: pay, labels: {app: pay}}',
    'spec:',
    '  containers: [{name: pay, image: example.com/pay:1.0}]',
    '',
  ].join('\n'),
};

/** The files that the definition of a word leads to. */
async function definitions(uri: vscode.Uri, word: string): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(document.getText().lastIndexOf(word) + 1);
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    at,
  );
  return found.map((one) => {
    const [to, { start }] = 'range' in one ? [one.uri, one.range] : [one.targetUri, one.targetRange];
    return `${to.path.slice(to.path.lastIndexOf('/') + 1)}:${start.line + 1}`;
  });
}

/** The labels of what is offered behind a text. */
async function offered(language: string, content: string): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  const command = 'vscode.executeCompletionItemProvider';
  const end = document.positionAt(content.length);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, end);
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function offers(language: string, content: string, label: RegExp): Promise<void> {
  let seen: readonly string[] = [];
  await until(
    async () => {
      seen = await offered(language, content);
      return seen.some((one) => label.test(one));
    },
    () => `${label} among: ${seen.join(', ')}`,
  );
}

export const knowing: Readonly<Record<string, () => Promise<void>>> = {
  async 'leads from bindings, policies and images to what they name'() {
    const { at, clear } = await folderWith('pay', files);
    for (const [name, word, target] of [
      ['access.yaml', 'reader}', 'access.yaml:3'],
      ['access.yaml', 'payer, namespace', 'access.yaml:8'],
      ['policy.yaml', 'podSelector', 'pod.yaml:3'],
      ['pod.yaml', 'example.com/pay:1.0', 'Dockerfile:1'],
    ] as const) {
      await open(at(name));
      let seen: readonly string[] = [];
      await until(
        async () => {
          seen = await definitions(at(name), word);
          return seen.includes(target);
        },
        () => `${target} for ${word}; it leads to ${seen.join(', ') || 'nothing'}`,
      );
    }
    await clear();
  },

  async 'offers what is hardened where it is written'() {
    await offers(
      'yaml',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: node:24\n      secu',
      /hardened/,
    );
    await offers('yaml', 'networkpolicy', /deny/i);
    await offers('dockerfile', 'FROM node:24\nUS', /^USER/);
    await offers(
      'yaml',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    ver',
      /^verbs/,
    );
  },

  async 'says behind a name which namespace a kustomization gives it'() {
    const { at, clear } = await folderWith('given', {
      'kustomization.yaml': 'resources: [pod.yaml]\nnamespace: pay\n',
      'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: pay}\nspec: {containers: [{name: pay, image: pay}]}\n',
    });
    const pod = at('pod.yaml');
    const { document } = await open(pod);
    const settings = vscode.workspace.getConfiguration('seaworthy', pod);
    await settings.update('inlayHints', true, vscode.ConfigurationTarget.WorkspaceFolder);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    let seen: readonly string[] = [];
    await until(
      async () => {
        const command = 'vscode.executeInlayHintProvider';
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, pod, all);
        seen = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
        return seen.some((one) => one.includes('pay'));
      },
      () => `the namespace among: ${seen.join(', ')}`,
    );
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    assert.equal(document.isDirty, false);
    await clear();
  },
};
