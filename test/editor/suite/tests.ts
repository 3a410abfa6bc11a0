/** What the installed extension does in a real editor, on the workspace of `test/editor/fixtures/shop`. In this order. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ScanResult } from '../../../server/protocol.ts';
import {
  closeEverything,
  file,
  finding,
  findings,
  gone,
  open,
  preferredFixes,
  ruleOf,
  rulesOf,
  serverRuns,
  textOnDisk,
  typeBefore,
  until,
} from './editor.ts';

const scan = (): Thenable<ScanResult> => vscode.commands.executeCommand<ScanResult>('seaworthy.scanWorkspace');

/** Fails when a finding is shown twice, as it is when a scan's results stay beside those of the open document. */
function assertNoTwins(uri: vscode.Uri): void {
  const keys = findings(uri).map((one) => `${ruleOf(one)} ${JSON.stringify(one.range)} ${one.message}`);
  assert.deepEqual(keys, [...new Set(keys)]);
}

export const tests: Readonly<Record<string, () => Promise<void>>> = {
  async 'sleeps until a manifest or a Dockerfile opens'() {
    const extension = vscode.extensions.getExtension('seaworthy.seaworthy');
    assert.ok(extension, 'the extension is not installed');
    await until(
      () => extension.isActive,
      () => 'the extension to be active',
    );
    await open(file('cart', 'notes.txt'));
    assert.equal(await serverRuns(), false);
    await open(file('cart', 'Dockerfile'));
    await until(serverRuns, () => 'the server to run');
  },

  async 'shows findings of a Dockerfile'() {
    const dockerfile = file('cart', 'Dockerfile');
    const { document } = await open(dockerfile);
    const { range, message } = await finding(dockerfile, 'missing-user');
    assert.equal(range.isSingleLine, true);
    assert.notEqual(message, '');
    const add = await finding(dockerfile, 'add-for-local-file');
    assert.equal(document.lineAt(add.range.start.line).text, 'ADD package.json ./');
  },

  async 'shows findings of a manifest'() {
    const manifest = file('cart', 'deployment.yaml');
    const { document } = await open(manifest);
    const { range } = await finding(manifest, 'privileged-container');
    assert.equal(document.getText(range), 'true');
  },

  async 'follows text that is not saved'() {
    const manifest = file('web', 'pod.yaml');
    const onDisk = await textOnDisk(manifest);
    const editor = await open(manifest);
    await finding(manifest, 'privileged-container');
    const value = editor.document.getText().indexOf('true');
    const range = new vscode.Range(
      editor.document.positionAt(value),
      editor.document.positionAt(value + 'true'.length),
    );
    await editor.edit((edit) => edit.replace(range, 'false'));
    await gone(manifest, 'privileged-container');
    await typeBefore(editor, 'containers:', 'hostNetwork: true\n  ');
    await finding(manifest, 'host-network');
    assert.equal(editor.document.isDirty, true);
    assert.equal(await textOnDisk(manifest), onDisk);
  },

  async 'checks a document that has no file yet'() {
    const content = 'FROM node:22.11.0-bookworm-slim\nCMD ["node"]\n';
    const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content });
    await vscode.window.showTextDocument(document);
    await finding(document.uri, 'missing-user');
  },

  async 'fixes a finding from the lightbulb'() {
    const dockerfile = file('web', 'Dockerfile');
    const { document } = await open(dockerfile);
    const [fix, ...others] = await preferredFixes(dockerfile, await finding(dockerfile, 'missing-user'));
    assert.deepEqual(others, [], 'one fix is preferred');
    assert.ok(fix?.edit, 'the fix has no edit');
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^USER /m);
    await gone(dockerfile, 'missing-user');
  },

  async 'hardens a container that only adds capabilities, and takes it back'() {
    const content = [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: web, namespace: shop}',
      'spec:',
      '  containers:',
      '  - name: web',
      '    image: registry.example.com/web:1.2.3',
      '    securityContext:',
      '      capabilities:',
      '        add:',
      '        - NET_BIND_SERVICE',
      '',
    ].join('\n');
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
    await vscode.window.showTextDocument(document);
    const [fix] = await preferredFixes(document.uri, await finding(document.uri, 'unhardened-container'));
    assert.ok(fix?.edit, 'the fix has no edit');
    assert.match(fix.title, /^Harden container web/);
    await vscode.workspace.applyEdit(fix.edit);
    const hardened = document.getText();
    // Both stand in `capabilities`, where the API wants them, and what is beside it follows them.
    assert.match(hardened, /\n {6}capabilities:\n {8}add:\n {8}- NET_BIND_SERVICE\n {8}drop:\n {8}- ALL\n {6}\w/);
    await gone(document.uri, 'unhardened-container');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), content);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), hardened);
  },

  async 'fixes all safe problems by command'() {
    const dockerfile = file('web', 'Dockerfile');
    const { document } = await open(dockerfile);
    await finding(dockerfile, 'add-for-local-file');
    await vscode.commands.executeCommand('seaworthy.fixAllSafe');
    assert.match(document.getText(), /^COPY requirements\.txt \.\/$/m);
    // A new user is not a safe change: the container may stop to work.
    assert.doesNotMatch(document.getText(), /^USER/m);
  },

  async 'fixes what is safe on save'() {
    const dockerfile = file('cart', 'Dockerfile');
    const editor = await open(dockerfile);
    const found = await finding(dockerfile, 'add-for-local-file');
    await vscode.workspace
      .getConfiguration('editor', dockerfile)
      .update(
        'codeActionsOnSave',
        { 'source.fixAll.seaworthy': 'explicit' },
        vscode.ConfigurationTarget.WorkspaceFolder,
      );
    // The editor drops its question for actions, and saves without them, when any extension registers a provider meanwhile, as that of JSON does
    // after the first change of a settings file. A person saves again.
    const saved = await until(
      async () => {
        await typeBefore(editor, 'CMD', 'EXPOSE 8080\n');
        await preferredFixes(dockerfile, found);
        assert.equal(await editor.document.save(), true);
        const text = await textOnDisk(dockerfile);
        return /^COPY package\.json \.\/$/m.test(text) && text;
      },
      () => `the fix in ${dockerfile.path}; it holds: ${editor.document.getText()}`,
    );
    assert.match(saved, /^EXPOSE 8080$/m);
    await gone(dockerfile, 'add-for-local-file');
  },

  async 'scans every folder of the workspace'() {
    const result = await scan();
    assert.equal(result.files, 4);
    const closed = [file('web', 'Dockerfile'), file('web', 'pod.yaml'), file('cart', 'deployment.yaml')];
    for (const uri of closed)
      await until(
        () => findings(uri).length > 0,
        () => `findings in ${uri.path}`,
      );
    const shown = (): number => [...closed, file('cart', 'Dockerfile')].flatMap((uri) => findings(uri)).length;
    await until(
      () => shown() === result.places,
      () => `${result.places} diagnostics; there are ${shown()}`,
    );
    assert.equal(result.filesWithFindings, 4);
  },

  async 'shows no finding twice when a scanned file opens'() {
    const manifest = file('web', 'pod.yaml');
    await scan();
    await finding(manifest, 'privileged-container');
    const editor = await open(manifest);
    // What only the open text holds shows that the document itself has been analysed.
    await typeBefore(editor, 'containers:', 'hostNetwork: true\n  ');
    await finding(manifest, 'host-network');
    assertNoTwins(manifest);
    await scan();
    assertNoTwins(manifest);
  },

  async 'keeps the results of a scan after a file is closed'() {
    const manifest = file('web', 'pod.yaml');
    await scan();
    const before = rulesOf(manifest).sort();
    const editor = await open(manifest);
    await typeBefore(editor, 'containers:', 'hostNetwork: true\n  ');
    await finding(manifest, 'host-network');
    await closeEverything();
    await gone(manifest, 'host-network');
    await until(
      () => JSON.stringify(rulesOf(manifest).sort()) === JSON.stringify(before),
      () => `the results of the scan; there are: ${rulesOf(manifest).join(', ')}`,
    );
  },

  async 'follows a scanned file on disk'() {
    const manifest = file('cart', 'deployment.yaml');
    await scan();
    await finding(manifest, 'privileged-container');
    const text = await textOnDisk(manifest);
    const harmless = text.replace('privileged: true', 'privileged: false');
    await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(harmless));
    await gone(manifest, 'privileged-container');
    await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(text));
    await finding(manifest, 'privileged-container');
  },

  async 'obeys the settings as they change'() {
    const dockerfile = file('web', 'Dockerfile');
    await open(dockerfile);
    await finding(dockerfile, 'missing-user');
    const settings = vscode.workspace.getConfiguration('seaworthy', dockerfile);
    await settings.update('enable', false, vscode.ConfigurationTarget.WorkspaceFolder);
    await until(
      () => findings(dockerfile).length === 0,
      () => 'the findings to go',
    );
    await settings.update('enable', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await finding(dockerfile, 'missing-user');
  },

  async restarts() {
    const dockerfile = file('web', 'Dockerfile');
    const editor = await open(dockerfile);
    await finding(dockerfile, 'missing-user');
    await vscode.commands.executeCommand('seaworthy.restartServer');
    await typeBefore(editor, 'CMD', 'ADD https://example.com/web.tar.gz ./\n');
    await finding(dockerfile, 'remote-add-without-checksum');
    assertNoTwins(dockerfile);
  },

  async 'opens the page of a rule without a network'() {
    await vscode.commands.executeCommand('seaworthy.openRulePage', 'missing-user');
    const label = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    await until(
      () => label().includes('missing-user'),
      () => `the rule's page; the tab is ${label()}`,
    );
  },
};
