import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { Client } from '../client.ts';
import { rangeOf } from '../texts.ts';

async function codes(client: Client, uri: string): Promise<string[]> {
  return (await client.diagnostics(uri)).map(({ code }) => String(code));
}

describe('a chart', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n    - name: web\n      image: i:1\n      securityContext:\n        privileged: {{ .Values.privileged }}\n';
  const files = {
    'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
    'chart/values.yaml': 'privileged: false\n',
    'chart/templates/pod.yaml': pod,
  };

  async function inFolder(body: (client: Client) => Promise<void>): Promise<void> {
    const client = await Client.start({ files });
    try {
      await body(client);
    } finally {
      await client.stop();
    }
  }

  it('is judged with unsaved values, and unsaved templates', () =>
    inFolder(async (client) => {
      const [values, template] = [client.uri('chart/values.yaml'), client.uri('chart/templates/pod.yaml')];
      client.open(template, pod);
      assert.ok((await codes(client, template)).includes('unhardened-container'));
      client.open(values, files['chart/values.yaml']);
      assert.deepEqual(await codes(client, values), []);
      client.close(values);
      client.open(values, 'privileged: true\n');
      const [found] = await client.diagnostics(values);
      assert.equal(found?.code, 'privileged-container');
      assert.deepEqual(found?.range, rangeOf('privileged: true\n', 'true'));
      client.change(template, '"no"', rangeOf(pod, '{{ .Values.privileged }}'));
      await client.diagnostics(template);
      assert.deepEqual(await codes(client, values), []);
    }));

  it('keeps its findings while an action is typed, and has no complaint of its own', () =>
    inFolder(async (client) => {
      const template = client.uri('chart/templates/pod.yaml');
      client.open(template, pod);
      const before = await codes(client, template);
      client.change(template, '{{ .Rel', rangeOf(pod, '{{ .Release.Name }}'));
      assert.deepEqual(await codes(client, template), before);
    }));

  it('is mended in the values that decide, from the template', () =>
    inFolder(async (client) => {
      const [values, template] = [client.uri('chart/values.yaml'), client.uri('chart/templates/pod.yaml')];
      const text = pod.replace(
        '      securityContext:\n        privileged: {{ .Values.privileged }}\n',
        '      securityContext: {{- toYaml .Values.securityContext | nindent 8 }}\n',
      );
      client.open(values, 'securityContext: {}\n');
      await client.diagnostics(values);
      client.open(template, text);
      await client.diagnostics(template);
      const actions = await client.actions(template, rangeOf(text, 'name: web'));
      const action = actions.find(({ title }) => title.startsWith('Harden') && title.includes('in values.yaml'));
      assert.ok(action !== undefined, actions.map(({ title }) => title).join('\n'));
      const { edit } = (await client.request('codeAction/resolve', action)) as CodeAction;
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change?.textDocument.uri, values);
      assert.match(JSON.stringify(change?.edits), /allowPrivilegeEscalation: false/);
    }));

  it('is shown as it renders, unsaved', () =>
    inFolder(async (client) => {
      const [values, template] = [client.uri('chart/values.yaml'), client.uri('chart/templates/pod.yaml')];
      const shown = async (uri: string): Promise<string> =>
        (await client.request('seaworthy/rendered', { uri })) as string;
      assert.match(await shown(template), /privileged: false/);
      client.open(values, 'privileged: true\n');
      assert.match(await shown(template), /privileged: true/);
      assert.equal(await shown(client.uri('elsewhere.yaml')), '');
    }));
});

describe('a kustomization', () => {
  const files = {
    'base/kustomization.yaml': 'resources: [pod.yaml]\n',
    'base/pod.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: web}]}\n',
    'prod/kustomization.yaml': 'resources: [../base]\nnamespace: prod\nimages: [{name: web, newTag: "1"}]\n',
  };

  async function inFolder(
    body: (client: Client, shown: (path: string) => Promise<string>) => Promise<void>,
  ): Promise<void> {
    const client = await Client.start({
      files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`shop/${path}`, text])),
    });
    const shown = async (path: string): Promise<string> =>
      (await client.request('seaworthy/rendered', { uri: client.uri(`shop/${path}`) })) as string;
    try {
      await body(client, shown);
    } finally {
      await client.stop();
    }
  }

  it('is shown as it is built, unsaved, for each file beside it', () =>
    inFolder(async (client, shown) => {
      const overlay = 'prod/kustomization.yaml';
      assert.match(await shown(overlay), /namespace: prod\n(?:.*\n)* *- image: web:1\n/);
      assert.match(await shown('base/pod.yaml'), /image: web\n/);
      client.open(client.uri(`shop/${overlay}`), files[overlay].replace('"1"', '"2"'));
      assert.match(await shown(overlay), /image: web:2\n/);
      client.open(client.uri('shop/base/pod.yaml'), files['base/pod.yaml'].replace('Pod', 'Job'));
      assert.match(await shown(overlay), /kind: Job\n/);
    }));

  it('says why it cannot be built', () =>
    inFolder(async (client, shown) => {
      const overlay = 'prod/kustomization.yaml';
      client.open(client.uri(`shop/${overlay}`), 'resources: [gone.yaml]\n');
      assert.match(await shown(overlay), /^# .*gone\.yaml/);
    }));
});
