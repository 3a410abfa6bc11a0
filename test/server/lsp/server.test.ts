/**
 * What users of other extensions ask for, each complaint by the number it has in our list: noise (B9 to B14), fixes (D22 to D26), suppression,
 * configuration and ranges (E27 to E29). Asked of the server as an editor asks.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { WorkspaceFixes } from '../../../server/protocol.ts';
import { Client, type ClientOptions } from './client.ts';
import { bare, privileged, rangeOf, safe } from './texts.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };

async function using(options: ClientOptions, body: (client: Client, uri: string) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await body(client, client.uri('shop/a.yaml'));
  } finally {
    await client.stop();
  }
}

const codes = async (client: Client, uri: string): Promise<string[]> =>
  (await client.diagnostics(uri)).map(({ code }) => String(code));
const resolved = async (client: Client, action: CodeAction | undefined): Promise<WorkspaceEdit | undefined> =>
  ((await client.request('codeAction/resolve', action)) as CodeAction).edit;
const pieces = (edit: WorkspaceEdit | undefined): readonly { readonly text: string; readonly lines: number }[] =>
  ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) =>
    edits.flatMap((one) =>
      'newText' in one ? [{ text: one.newText, lines: one.range.end.line - one.range.start.line }] : [],
    ),
  );
const everything = { settings: () => ({ profile: 'all' }) };

describe('noise', () => {
  it('B9: a warning underlines a word, not the whole deployment', () =>
    using(everything, async (client, uri) => {
      client.open(uri, bare);
      const found = await client.diagnostics(uri);
      assert.ok(found.length > 0);
      for (const { range } of found) assert.equal(range.start.line, range.end.line);
    }));

  it('B9: limits are no matter of the default profile', () =>
    using({}, async (client, uri) => {
      client.open(uri, bare);
      assert.doesNotMatch(JSON.stringify(await client.diagnostics(uri)), /limit/);
    }));

  it('B10: no limit of CPU is asked for beside a request, and any rule can be turned off', () =>
    using(
      { files: { '.seaworthy.yaml': 'profile: recommended\nrules: {running-as-root: off}\n' } },
      async (client, uri) => {
        client.open(uri, bare.replace('image:', 'resources: {requests: {cpu: 100m}}\n      image:'));
        const found = JSON.stringify(await client.diagnostics(uri));
        assert.doesNotMatch(found, /cpu/);
        assert.doesNotMatch(found, /\broot\b/);
        assert.match(found, /\bseccomp\b/);
      },
    ));

  it('B11: one finding is ignored in one file, without any setting', () =>
    using({}, async (client, uri) => {
      client.open(uri, `# seaworthy-ignore-file privileged-container: loads a module\n${privileged}`);
      assert.ok(!(await codes(client, uri)).includes('privileged-container'));
      const other = client.uri('shop/b.yaml');
      client.open(other, privileged);
      assert.ok((await codes(client, other)).includes('privileged-container'));
    }));

  it('B12: a rule that is turned off is gone at once, without a reload', () =>
    using({}, async (client, uri) => {
      client.open(uri, privileged);
      assert.ok((await codes(client, uri)).includes('privileged-container'));
      const configuration = client.write('.seaworthy.yaml', 'rules: {privileged-container: off}\n');
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: configuration, type: 1 }] });
      assert.ok(!(await codes(client, uri)).includes('privileged-container'));
    }));

  it('B13: every finding has its severity, with no account', () =>
    using(everything, async (client, uri) => {
      client.open(uri, privileged);
      const found = await client.diagnostics(uri);
      assert.ok(new Set(found.map(({ severity }) => severity)).size > 1);
      assert.ok(found.every(({ severity }) => severity !== undefined));
    }));

  it('B14: nothing pops up, whatever is typed', () =>
    using({ files: { '.hadolint.yaml': 'ignored: [DL0000, "x: y"]\n' } }, async (client) => {
      const uri = client.uri('shop/Dockerfile');
      client.open(uri, 'FRO');
      for (const text of ['FROM', 'FROM debian:13 AS', '# hadolint ignore=DL3007x\nFROM debian', '\\', 'RUN <<E\n'])
        client.change(uri, text);
      await client.diagnostics(uri);
      const popups = client.notifications.filter(({ method }) => method?.startsWith('window/showMessage') === true);
      assert.deepEqual(popups, []);
    }));
});

describe('fixes', () => {
  it('D22: a quick fix ignores a rule on a line', () =>
    using({}, async (client, uri) => {
      client.open(uri, privileged);
      const actions = await client.actions(uri, rangeOf(privileged, 'true'));
      const [piece] = pieces(
        await resolved(
          client,
          actions.find(({ title }) => /^Ignore .* here/.test(title)),
        ),
      );
      assert.match(piece?.text ?? '', /^ *# seaworthy-ignore privileged-container: .+\n$/);
    }));

  it('D23: what can be fixed is behind the lightbulb', () =>
    using({}, async (client, uri) => {
      client.open(uri, privileged);
      const [preferred] = (await client.actions(uri, rangeOf(privileged, 'true'))).filter(
        ({ isPreferred }) => isPreferred,
      );
      assert.deepEqual(pieces(await resolved(client, preferred)), [{ text: 'false', lines: 0 }]);
    }));

  it('D24: a fix changes the bytes it has to, keeps comments and ---, and refuses anchors', () =>
    using({}, async (client, uri) => {
      const text = `---\n# the web pod\n${privileged.replace('privileged: true', 'privileged:   true   # for now')}`;
      client.open(uri, text);
      const actions = await client.actions(uri, rangeOf(text, 'true'));
      const fix = actions.find(({ isPreferred }) => isPreferred);
      assert.deepEqual(pieces(await resolved(client, fix)), [{ text: 'false', lines: 0 }]);
      const shared = `${privileged.replace('true', '&yes true')}      stdin: *yes\n`;
      const other = client.uri('shop/shared.yaml');
      client.open(other, shared);
      const offered = await client.actions(other, rangeOf(shared, 'true'));
      assert.ok(offered.every(({ title }) => !/without privileges/.test(title)));
      const hover = (await client.request('textDocument/hover', {
        textDocument: { uri: other },
        position: rangeOf(shared, 'true').start,
      })) as { contents: { value: string } };
      assert.match(hover.contents.value, /No fix here:.*anchor/);
    }));

  it('D25: fixes of many files are shown and asked for, each by itself', () =>
    using(
      { files: { 'b.yaml': privileged, 'c.yaml': privileged }, commands: ['seaworthy.fixRuleInWorkspace'] },
      async (client) => {
        const { edit, ...counts } = (await client.request('seaworthy/workspaceFix', {
          rule: 'privileged-container',
        })) as WorkspaceFixes;
        assert.deepEqual(counts, { fixed: 2, left: 0 });
        assert.equal(edit.documentChanges?.length, 2);
        assert.deepEqual(
          Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
          [true],
        );
      },
    ));

  it('D26: what is not safe is never applied on save', () =>
    using({}, async (client, uri) => {
      client.open(uri, privileged);
      assert.deepEqual(await client.actions(uri, whole, ['source.fixAll']), []);
      const other = client.uri('shop/safe.yaml');
      client.open(other, safe);
      const [all] = await client.actions(other, whole, ['source.fixAll']);
      assert.deepEqual(pieces(await resolved(client, all)), [{ text: 'ALL', lines: 0 }]);
    }));
});

describe('suppression, configuration and ranges', () => {
  it('E27: an ignore speaks for one container, and what is missing has a line for it', () =>
    using({}, async (client, uri) => {
      const two = `${bare}    - name: helper\n      image: example.com/helper:1.2.3\n`;
      const text = two.replace('    - name: web', '    # seaworthy-ignore running-as-root: needs it\n    - name: web');
      client.open(uri, text);
      const roots = (await client.diagnostics(uri)).filter(({ message }) => /\broot\b/i.test(String(message)));
      assert.equal(roots.length, 1);
      assert.deepEqual(roots[0]?.range, rangeOf(text, 'helper'));
    }));

  it('E28: the nearest configuration counts, in every folder of the workspace', () =>
    using(
      {
        folders: ['shop', 'bank'],
        files: {
          '.seaworthy.yaml': 'rules: {privileged-container: off}\n',
          'shop/deep/.seaworthy.yaml': 'profile: essential\n',
          'bank/.seaworthy.yaml': 'rules: {privileged-container: low}\n',
        },
      },
      async (client) => {
        const severityIn = async (path: string): Promise<number | undefined> => {
          const uri = client.uri(path);
          client.open(uri, privileged);
          return (await client.diagnostics(uri)).find(({ code }) => code === 'privileged-container')?.severity;
        };
        assert.deepEqual(
          [await severityIn('shop/a.yaml'), await severityIn('shop/deep/a.yaml'), await severityIn('bank/a.yaml')],
          [undefined, 1, 3],
        );
      },
    ));

  it('E29: a finding of a chart stands where it was written; what cannot be rendered is skipped with its reason', () =>
    using(
      {
        files: {
          'shop/chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
          'shop/old/Chart.yaml': 'apiVersion: v9\nname: a\nversion: 1.0.0\n',
        },
      },
      async (client) => {
        const text = privileged.replace('name: web', 'name: {{ .Release.Name }}');
        const template = client.uri('shop/chart/templates/pod.yaml');
        client.open(template, text);
        const found = (await client.diagnostics(template)).find(({ code }) => code === 'privileged-container');
        assert.deepEqual(found?.range, rangeOf(text, 'true'));
        const other = client.uri('shop/old/templates/pod.yaml');
        client.open(other, text);
        assert.deepEqual(await client.diagnostics(other), []);
        const status = client.notifications.findLast(({ method }) => method === 'seaworthy/status')?.params;
        assert.match(JSON.stringify(status), /"state":"skipped".*Helm template: unsupported chart version/);
      },
    ));
});
