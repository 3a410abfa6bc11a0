/** The manifest of the extension against the sources that it promises. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clientCommands } from '../../server/protocol.ts';
import { scanners } from '../../server/scanners/index.ts';
import { root } from '../../tools/root.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope: string; readonly enum?: readonly string[] }>>;
    };
    readonly grammars: readonly { readonly path: string }[];
  };
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

const declared = manifest.contributes.commands.map(({ command }) => command);

test('every command of the manifest is a file in the list of commands, and no other', () => {
  const list = read('client/commands/index.ts');
  const files = readdirSync(join(root, 'client/commands')).filter((name) => !['index.ts', 'command.ts'].includes(name));
  const registered = files.flatMap((name) => {
    const [, constant] = /^export const (\w+): Command = /m.exec(read(`client/commands/${name}`)) ?? [];
    assert.match(list, new RegExp(`^  ${constant},$`, 'm'), name);
    return [...read(`client/commands/${name}`).matchAll(/^ {2}id: '([\w.]+)'/gm)].map(([, id]) => id);
  });
  assert.deepEqual(registered.sort(), [...declared].sort());
});

test('menus of the server lead to commands of the manifest', () => {
  for (const command of Object.values(clientCommands)) assert.ok(declared.includes(command), command);
});

test('every language that is checked wakes the extension, and so does the start of the editor, for scans', () => {
  const [, list] = /^const languages = \[(.*)\];$/m.exec(read('client/extension.ts')) ?? [];
  const languages = [...(list ?? '').matchAll(/'([\w-]+)'/g)].map(([, language]) => `onLanguage:${language}`);
  assert.ok(languages.length > 4);
  assert.deepEqual(manifest.activationEvents, ['onStartupFinished', ...languages]);
});

test('the editor types are those of the oldest supported editor', () => {
  assert.equal(manifest.engines.vscode.replace('^', '~'), manifest.devDependencies['@types/vscode']);
});

test('the setting on scanners names each of them', () => {
  const { enum: named } = manifest.contributes.configuration.properties['seaworthy.imageScan.scanner'] ?? {};
  assert.deepEqual(named, ['auto', ...scanners.map(({ name }) => name)]);
});

test('settings can differ by folder, except the one on the connection, and those on programs, which no workspace may set', () => {
  const others = new Map([
    ['seaworthy.trace.server', 'window'],
    ['seaworthy.imageScan.refresh', 'machine'],
    ['seaworthy.imageScan.scanner', 'machine'],
    ['seaworthy.imageScan.programs', 'machine'],
  ]);
  for (const [name, { scope }] of Object.entries(manifest.contributes.configuration.properties)) {
    assert.equal(scope, others.get(name) ?? 'resource', name);
  }
});

test('the files that the manifest names are there', () => {
  const files = [manifest.icon, ...manifest.contributes.grammars.map(({ path }) => path)];
  for (const file of files) assert.ok(existsSync(join(root, file)), file);
});
