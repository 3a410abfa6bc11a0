/** The language server under load, and with rules that hang. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { rules } from '../../rules/catalog/index.ts';
import type { LocalRule, Rule } from '../../rules/contract/rule.ts';
import type { Container } from '../../rules/model/kubernetes/container.ts';
import { type InProcess, startInProcess, TestClock } from '../server/lsp/in-process.ts';
import { bare, privileged, safe } from '../server/lsp/texts.ts';
import { cancelledCode, codes, failureOf, inFolder, many, requestFailed, using, whole } from './servers.ts';

describe('the menu of a whole file', () => {
  it('is short, and of the worst problems', () =>
    using({ commands: ['seaworthy.ignore'] }, async (client) => {
      const uri = client.uri('shop/many.yaml');
      client.open(uri, many);
      const actions = await client.actions(uri, whole);
      assert.equal(actions.length, 7);
      const severities = actions.map(({ diagnostics }) => diagnostics?.[0]?.severity ?? 0);
      assert.deepEqual([...new Set(severities)], [1]);
      const all = actions.find(({ title }) => title === 'Fix all of privileged-container in this file');
      const { edit } = (await client.request('codeAction/resolve', all)) as CodeAction;
      const [change] = edit?.documentChanges ?? [];
      assert.equal(change !== undefined && 'edits' in change ? change.edits.length : 0, 80);
    }));

  it('leaves nothing behind, chosen or not', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/many.yaml');
      client.open(uri, many);
      await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      const before = await client.diagnostics(uri);
      const [first] = await client.actions(uri, whole);
      await client.request('codeAction/resolve', first);
      await client.actions(uri, whole, ['source.fixAll']);
      await client.request('seaworthy/workspaceFix', { rule: 'privileged-container' });
      assert.deepEqual(await client.diagnostics(uri), before);
    }));
});

describe('a request that was cancelled', () => {
  it('is not worked off', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/many.yaml');
      client.open(uri, many);
      const params = { textDocument: { uri }, range: whole, context: { diagnostics: [] } };
      const sent = Array.from({ length: 40 }, () => client.send('textDocument/codeAction', params));
      const failures = Promise.all(sent.map(({ answer }) => failureOf(answer)));
      for (const { id } of sent) client.notify('$/cancelRequest', { id });
      assert.deepEqual([...new Set((await failures).map((failure) => failure?.code))], [cancelledCode]);
      assert.ok((await client.actions(uri, whole)).length > 0);
    }));

  it('ends in its middle, and leaves nothing behind', () =>
    inFolder(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`pod${i}.yaml`, i % 2 === 0 ? privileged : safe])),
      async (folder) => {
        // Cancelled at each of the times the server looks up.
        for (let at = 1; ; at += 3) {
          let cancel: (() => void) | undefined;
          let pauses = 0;
          const onPause = (): void => {
            if (cancel !== undefined && ++pauses === at) cancel();
          };
          const server = await startInProcess({ folder, onPause });
          server.open('open.yaml', many);
          await server.connection.sendRequest('workspace/executeCommand', { command: 'seaworthy.server.scan' });
          const before = await server.diagnostics('open.yaml');
          const whole = await server.connection.sendRequest('seaworthy/workspaceFix', { rule: 'privileged-container' });
          const source = cancellable(server);
          cancel = source.cancel;
          const failure = await failureOf(source.answer);
          cancel = undefined;
          assert.deepEqual(await server.diagnostics('open.yaml'), before);
          const again = await server.connection.sendRequest('seaworthy/workspaceFix', { rule: 'privileged-container' });
          assert.deepEqual(again, whole);
          if (failure === undefined) {
            assert.ok(at > 20, `there were ${at} times to cancel it`);
            break;
          }
          assert.equal(failure.code, cancelledCode);
        }
      },
    ));

  /** A request whose cancellation reaches the server at once. */
  function cancellable({ connection }: InProcess): { readonly answer: Promise<unknown>; readonly cancel: () => void } {
    let heard: (() => void) | undefined;
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: (event: unknown) => void) => {
        heard = () => listener(undefined);
        return { dispose: () => undefined };
      },
    };
    const answer = connection.sendRequest('seaworthy/workspaceFix', { rule: 'privileged-container' }, token);
    return { answer, cancel: () => heard?.() };
  }
});

describe('a rule that hangs', () => {
  const clock = new TestClock();
  /** Takes half a minute for each container of its name. */
  const hanging = {
    ...(rules.find(({ subject }) => subject === 'container') as LocalRule & { subject: 'container' }),
    id: 'hanging',
    severity: 'high',
    profile: 'essential',
    tags: [],
    check(container: Container) {
      if (container.name === 'slow') clock.pass(30_000);
    },
  } satisfies Rule;
  // First, so that the others come after it.
  const set: readonly Rule[] = [hanging, ...rules];
  const slow = `${privileged}---\n${bare.replaceAll('name: web', 'name: slow')}---\n${privileged.replaceAll('web', 'last')}`;

  it('ends the check of its document, with a notice that names it', () =>
    inFolder({}, async (folder) => {
      const server = await startInProcess({ folder, rules: set, clock });
      server.open('slow.yaml', slow);
      const found = await server.diagnostics('slow.yaml');
      assert.match(
        String(found[0]?.message),
        /stopped checking this file after 30\.0 s.* the rule hanging took 30\.0 s/,
      );
      assert.deepEqual(found[0]?.code, 'check-stopped');
      assert.ok(codes(found).includes('privileged-container'), 'what was found before is shown');
      assert.equal(codes(found).filter((code) => code === 'privileged-container').length, 1);
      const log = server.told.find(
        ({ method, params }) => method === 'window/logMessage' && /hanging/.test(JSON.stringify(params)),
      );
      assert.match(JSON.stringify(log?.params), /slow\.yaml/);
      assert.deepEqual(
        server.told.filter(({ method }) => method.startsWith('window/showMessage')),
        [],
      );
    }));

  it('does not hurt other documents, and its own is checked again once it changes', () =>
    inFolder({}, async (folder) => {
      const server = await startInProcess({ folder, rules: set, clock });
      server.open('slow.yaml', slow);
      await server.diagnostics('slow.yaml');
      const before = clock.now();
      server.open('other.yaml', privileged);
      assert.ok(codes(await server.diagnostics('other.yaml')).includes('privileged-container'));
      await server.diagnostics('slow.yaml');
      assert.equal(clock.now(), before, 'what was set aside is not tried again');
      server.change('slow.yaml', 2, slow.replace('- name: slow', '- name: quick'));
      await server.diagnostics('slow.yaml');
      // What was typed counts as whole after a pause.
      clock.pass(2000);
      const found = await server.diagnostics('slow.yaml');
      assert.ok(!codes(found).includes('check-stopped'));
      // Nothing of what was not looked at before is taken for clean.
      assert.equal(codes(found).filter((code) => code === 'privileged-container').length, 2);
    }));

  it('does not say of an ignore that it hides nothing where nobody looked', () =>
    inFolder({}, async (folder) => {
      const server = await startInProcess({ folder, rules: set, clock });
      const ignored = slow.replaceAll(
        'privileged: true',
        'privileged: true # seaworthy-ignore privileged-container: is',
      );
      server.open('slow.yaml', ignored);
      assert.ok(!codes(await server.diagnostics('slow.yaml')).includes('unused-ignore'));
    }));

  it('ends what a person asked for, and leaves nothing behind', () =>
    inFolder({}, async (folder) => {
      let asked = false;
      const late = {
        ...hanging,
        id: 'late',
        check(container: Container) {
          if (asked && container.at('securityContext', 'privileged').is(false)) clock.pass(30_000);
        },
      } satisfies typeof hanging;
      const server = await startInProcess({ folder, rules: [late, ...rules], clock });
      const uri = server.open('pod.yaml', privileged);
      await server.connection.sendRequest('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      const before = await server.diagnostics('pod.yaml');
      const choice = { kind: 'fix-rule', rule: 'privileged-container' };
      const action = { title: 'x', data: { uri, version: 1, choice } };
      asked = true;
      const failure = await failureOf(server.connection.sendRequest('codeAction/resolve', action));
      assert.equal(failure?.code, requestFailed);
      assert.match(failure.message, /after 30\.0 s, of which the rule late took 30\.0 s/);
      asked = false;
      assert.deepEqual(await server.diagnostics('pod.yaml'), before);
      const { edit } = (await server.connection.sendRequest('codeAction/resolve', action)) as { edit: WorkspaceEdit };
      assert.equal(edit.documentChanges?.length, 1);
    }));
});
