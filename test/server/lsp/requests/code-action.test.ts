import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { WorkspaceFixes } from '../../../../server/protocol.ts';
import { Client } from '../client.ts';
import { startInProcess } from '../in-process.ts';
import { bare, privileged, rangeOf, safe } from '../texts.ts';

describe('the fix menu', () => {
  let client: Client;
  let count = 0;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const opened = (text: string): string => {
    const uri = client.uri(`shop/pod${count++}.yaml`);
    client.open(uri, text);
    return uri;
  };
  const resolve = async (action: CodeAction | undefined): Promise<CodeAction> =>
    (await client.request('codeAction/resolve', action)) as CodeAction;
  const edited = (action: CodeAction): { version: number | null; texts: readonly string[] } => {
    const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
    return {
      version: change?.textDocument.version ?? null,
      texts: (change?.edits ?? []).map((edit) => ('newText' in edit ? edit.newText : '')),
    };
  };

  it('offers a fix whose edit is made when it is chosen, for the version it is of', async () => {
    const uri = opened(privileged);
    const actions = await client.actions(uri, rangeOf(privileged, 'true'));
    const fix = actions.find(({ title }) => /without privileges/.test(title));
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix?.edit, undefined);
    assert.deepEqual(edited(await resolve(fix)), { version: 1, texts: ['false'] });
  });

  it('begins with the worst of several problems at one place', async () => {
    const text = 'FROM node\nCMD ["node"]\n';
    const uri = client.uri('shop/Dockerfile');
    client.open(uri, text);
    const actions = await client.actions(uri, rangeOf(text, 'node'));
    const rules = actions.map(({ diagnostics }) => diagnostics?.[0]?.code);
    assert.deepEqual([...new Set(rules)], ['missing-user', 'image-without-tag']);
    assert.ok(actions.length <= 7);
    const hover = (await client.request('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(text, 'node').start,
    })) as { contents: { value: string } };
    assert.ok(hover.contents.value.indexOf('missing-user') < hover.contents.value.indexOf('image-without-tag'));
  });

  it('prefers one fix for a problem, and ends with ways to ignore it', async () => {
    const uri = opened(privileged);
    const actions = await client.actions(uri, rangeOf(privileged, 'true'));
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1);
    const ignores = actions.filter(({ title }) => title.startsWith('Ignore'));
    assert.deepEqual(
      ignores.map(({ title }) => title),
      ['here', 'for container web'].map((where) => `Ignore privileged-container ${where}, with a reason`),
    );
    for (const ignore of ignores)
      assert.match(edited(await resolve(ignore)).texts[0] ?? '', /# seaworthy-ignore(?:-file)? privileged-container: /);
    assert.ok(actions.length <= 7);
  });

  it('refuses a menu that was made for another text', async () => {
    const uri = opened(privileged);
    const [fix] = await client.actions(uri, rangeOf(privileged, 'true'));
    client.change(uri, '# new\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    await assert.rejects(
      resolve(fix),
      (error: Error & { code?: number }) => error.code === -32801 && /has changed/.test(error.message),
    );
  });

  it('hardens a container in one go, or piece by piece', async () => {
    const uri = opened(bare);
    const actions = await client.actions(uri, { start: { line: 6, character: 12 }, end: { line: 6, character: 12 } });
    const [harden, ...single] = actions;
    assert.match(harden?.title ?? '', /^Harden container web/);
    assert.equal(harden?.isPreferred, true);
    assert.ok(single.some(({ title }) => title === 'Forbid privilege escalation'));
    assert.ok(
      single.every(({ title }) => !title.startsWith('Harden')),
      'of a pod with one container, hardening the pod is the same',
    );
    const text = edited(await resolve(harden)).texts.join('');
    assert.match(
      text,
      /securityContext:\n {8}allowPrivilegeEscalation: false\n {8}runAsNonRoot: true\n {8}runAsUser: 10001\n {8}capabilities:\n {10}drop:\n {12}- ALL\n {8}seccompProfile:\n {10}type: RuntimeDefault/,
    );
  });

  it('fixes everything safe when asked for it by its kind, and only then', async () => {
    const uri = opened(safe);
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const [all, ...others] = await client.actions(uri, range, ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.seaworthy');
    assert.deepEqual(others, []);
    assert.deepEqual(edited(await resolve(all)), { version: 1, texts: ['ALL'] });
    assert.deepEqual(await client.actions(opened(privileged), range, ['source.fixAll']), []);
    assert.ok((await client.actions(uri, range)).every(({ kind }) => kind === 'quickfix'));
  });

  it('offers nothing where nothing is wrong', async () => {
    const uri = opened(privileged);
    assert.deepEqual(
      await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }),
      [],
    );
  });
});

describe('beyond one problem', () => {
  const two = `${privileged}---\n${privileged.replace('name: web', 'name: api')}`;
  const at = rangeOf(two, 'true');

  async function using(body: (client: Client) => Promise<void>): Promise<void> {
    const client = await Client.start({
      files: { 'closed.yaml': privileged, 'other.yaml': 'a: 1\n' },
      commands: ['seaworthy.fixAllOfRule', 'seaworthy.ignore', 'seaworthy.explainRule'],
    });
    try {
      await body(client);
    } finally {
      await client.stop();
    }
  }
  const textsOf = (edit: WorkspaceEdit | null | undefined): readonly (readonly string[])[] =>
    ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ edits }) =>
      edits.map((one) => ('newText' in one ? one.newText : '')),
    );

  it('fixes a rule in the whole file', () =>
    using(async (client) => {
      const uri = client.uri('shop/two.yaml');
      client.open(uri, two);
      const all = (await client.actions(uri, at)).find(({ title }) => title === 'Fix all of privileged-container...');
      const [rule, data] = all?.command?.arguments ?? [];
      assert.equal(rule, 'privileged-container');
      const { edit } = (await client.request('codeAction/resolve', { title: '', data })) as CodeAction;
      assert.deepEqual(textsOf(edit), [['false', 'false']]);
    }));

  it('fixes a rule in the workspace, each change to be confirmed', () =>
    using(async (client) => {
      const uri = client.uri('shop/two.yaml');
      client.open(uri, two);
      const { edit } = (await client.request('seaworthy/workspaceFix', {
        rule: 'privileged-container',
      })) as WorkspaceFixes;
      const changes = edit.documentChanges as TextDocumentEdit[];
      assert.deepEqual(changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]).sort(), [
        [client.uri('shop/closed.yaml'), null],
        [uri, 1],
      ]);
      for (const { edits } of changes)
        for (const one of edits)
          assert.equal('annotationId' in one && edit.changeAnnotations?.[one.annotationId]?.needsConfirmation, true);
      // The closed file is known as before, and has its findings still.
      assert.equal(await client.request('seaworthy/workspaceFix', {}), null);
      assert.notEqual(await client.request('seaworthy/workspaceFix', { rule: 'privileged-container' }), null);
    }));

  it('ignores and explains a rule whose name speaks of ignoring, too', () =>
    using(async (client) => {
      const text = 'FROM scratch\nCOPY . /app\nUSER 65532\n';
      const uri = client.uri('shop/Dockerfile');
      client.open(uri, text);
      await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      const actions = await client.actions(uri, rangeOf(text, '.'));
      const told = JSON.stringify(actions.map(({ command }) => command?.arguments));
      assert.match(told, /Ignore missing-dockerignore here/);
      assert.match(told, /\[\["missing-dockerignore"/);
    }));

  it('ignores what and why somebody chose', () =>
    using(async (client) => {
      const uri = client.uri('shop/two.yaml');
      client.open(uri, two);
      const offered = (await client.actions(uri, at)).find(({ title }) => title === 'Ignore...');
      assert.equal(offered?.edit, undefined);
      const [choices] = (offered?.command?.arguments ?? []) as [readonly { title: string; action: unknown }[]];
      assert.deepEqual(
        choices.map(({ title }) => title),
        ['here', 'for container web', 'for Pod web', 'in this file'].map(
          (where) => `Ignore privileged-container ${where}`,
        ),
      );
      for (const { action } of choices) {
        const edit = (await client.request('seaworthy/ignore', { action, reason: 'loads a module' })) as WorkspaceEdit;
        assert.match(
          textsOf(edit)[0]?.[0] ?? '',
          /# seaworthy-ignore(?:-file)? privileged-container: loads a module\n/,
        );
      }
    }));

  it('holds seven entries at most, whatever is selected, and lists the best fix of each problem on request', () =>
    using(async (client) => {
      const uri = client.uri('shop/two.yaml');
      const four = [1, 2, 3, 4].map((n) => `${bare}---\n${two}`.replaceAll('name: web', `name: web${n}`)).join('---\n');
      client.open(uri, four);
      const whole = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
      const actions = await client.actions(uri, whole);
      assert.equal(actions.length, 7);
      assert.deepEqual(
        actions.slice(-2).map(({ title }) => title),
        ['Ignore...', 'Explain and configure...'],
      );
      const best = await client.actions(uri, whole, ['quickfix.seaworthy.best']);
      const diagnostics = await client.diagnostics(uri);
      assert.ok(best.length > 10 && best.length <= diagnostics.length);
      assert.equal(new Set(best.map((action) => JSON.stringify(action.diagnostics))).size, best.length);
    }));
});

it('offers the fixes of a save during which settings change', async () => {
  let pauses = 0;
  const { connection, open } = await startInProcess({
    folder: '/r',
    // The first pause of a request comes before it is looked at, the second while it is worked on.
    async onPause() {
      if (++pauses !== 2) return;
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri.replace('pod.yaml', '.gitignore'), type: 2 }],
      });
      await connection.sendRequest('seaworthy/ping', null);
    },
  });
  const uri = open('pod.yaml', safe);
  pauses = 0;
  const actions = (await connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
    context: { diagnostics: [], only: ['source.fixAll'] },
  })) as CodeAction[];
  assert.deepEqual(
    actions.map(({ kind }) => kind),
    ['source.fixAll.seaworthy'],
  );
  assert.ok(pauses > 3, 'it was begun again');
  connection.dispose();
});

describe('a fix that adds a file', () => {
  const text = 'FROM node:24-slim\nCOPY . /app\nUSER 1000\n';
  const offered = async (workspaceEdit: object): Promise<CodeAction | undefined> => {
    const client = await Client.start({ workspaceEdit });
    const uri = client.uri('shop/Dockerfile');
    client.open(uri, text);
    await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
    const actions = await client.actions(uri, rangeOf(text, '. /app'));
    const action = actions.find(({ title }) => title.startsWith('Add Dockerfile.dockerignore'));
    const resolved =
      action === undefined ? undefined : ((await client.request('codeAction/resolve', action)) as CodeAction);
    await client.stop();
    return resolved;
  };

  it('is offered to a client that can add files, and says what it is for where that is understood', async () => {
    const plain = await offered({ documentChanges: true, resourceOperations: ['create'] });
    const [create, edit, ...others] = plain?.edit?.documentChanges ?? [];
    assert.deepEqual(others, []);
    assert.equal(create !== undefined && 'kind' in create && create.kind, 'create');
    assert.equal(
      edit !== undefined && 'edits' in edit && edit.textDocument.uri.endsWith('/Dockerfile.dockerignore'),
      true,
    );
    assert.equal(plain?.edit?.changeAnnotations, undefined);
    const annotated = await offered({
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: {},
    });
    assert.deepEqual(Object.values(annotated?.edit?.changeAnnotations ?? {}), [{ label: 'Add a file' }]);
  });

  it('is not offered to others', async () => {
    assert.equal(await offered({ documentChanges: true }), undefined);
    assert.equal(await offered({ documentChanges: true, resourceOperations: ['rename'] }), undefined);
  });
});
