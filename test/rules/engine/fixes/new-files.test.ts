import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { newFiles } from '../../../../rules/engine/fixes/new-files.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const copying = 'FROM node:24-slim\nCOPY . /app\n';

function additions(files: { readonly [path: string]: string }, only: readonly string[]): readonly string[] {
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files))
    workspace.update({ path: `/r/${path}`, text, name: path }, { ...defaultSettings, root: '/r' }, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  const paths = Object.keys(files).map((path) => `/r/${path}`);
  return newFiles(workspace, paths, 'review', new Set(only)).map(
    ({ path, findings }) => `${path} ${findings.map(({ path: of }) => of).join(' ')}`,
  );
}

describe('files that fixes add', () => {
  const only = ['missing-dockerignore'];

  it('are those of the rules that are named', () => {
    assert.deepEqual(additions({ 'cart/Dockerfile': copying }, only), [
      '/r/cart/Dockerfile.dockerignore /r/cart/Dockerfile',
    ]);
    assert.deepEqual(additions({ 'cart/Dockerfile': copying }, ['missing-user']), []);
  });

  it('lie in the context where a file says which folder that is, and never in one that is not known', () => {
    const ordered = (context: string, dockerfile: string): readonly string[] => {
      const compose = `services:\n  cart:\n    image: cart\n    build: {context: ${context}, dockerfile: ${dockerfile}}\n`;
      return additions({ 'cart/Dockerfile': copying, 'compose.yaml': compose }, only);
    };
    assert.deepEqual(ordered('.', 'cart/Dockerfile'), ['/r/.dockerignore /r/cart/Dockerfile']);
    assert.deepEqual(ordered('./cart', 'Dockerfile'), ['/r/cart/.dockerignore /r/cart/Dockerfile']);
    for (const [context, dockerfile] of [
      ['..', 'r/cart/Dockerfile'],
      ['./src', '../cart/Dockerfile'],
      ['/', '/r/cart/Dockerfile'],
    ] as const)
      assert.deepEqual(ordered(context, dockerfile), ['/r/cart/Dockerfile.dockerignore /r/cart/Dockerfile'], context);
  });

  it('mend what they are for', () => {
    const after = { 'cart/Dockerfile': copying, 'cart/Dockerfile.dockerignore': '.git\n' };
    assert.deepEqual(additions(after, only), []);
  });
});
