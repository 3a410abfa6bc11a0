/** Arrows between files, which only point down. What is said here comes from the folders, so that a new one cannot be forgotten. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importedFiles, imports, read, sources, subfolders } from './sources.ts';

/** From below: a file sees its own layer and those before it. */
const layers = ['text', 'data', 'yaml', 'model', 'facts', 'contract', 'catalog', 'engine'] as const;

/** Files that refer to each other because what they describe does. */
const objectGraphs: readonly (readonly string[])[] = [
  // A field makes changes, and a change names its field.
  ['rules/yaml/change.ts', 'rules/yaml/field.ts'],
  // An object knows its pods, these their containers, and all of them whose they are; so it is with the file, stages and instructions of a Dockerfile, and
  // an image knows who names it.
  [
    'rules/model/dockerfile/file.ts',
    'rules/model/dockerfile/images.ts',
    'rules/model/dockerfile/instruction.ts',
    'rules/model/dockerfile/stage.ts',
    'rules/model/dockerfile/variables.ts',
    'rules/model/image/use.ts',
    'rules/model/kubernetes/access.ts',
    'rules/model/kubernetes/container.ts',
    'rules/model/kubernetes/pod.ts',
    'rules/model/kubernetes/resource.ts',
    'rules/model/kubernetes/schema.ts',
    'rules/model/kubernetes/volume.ts',
  ],
];

describe('the layers of the engine', () => {
  it('are the folders of rules/', () => {
    assert.deepEqual(subfolders('rules').sort(), [...layers].sort());
  });

  it('point down', () => {
    const up = layers.flatMap((layer, height) =>
      sources(`rules/${layer}`).flatMap((path) =>
        importedFiles(path)
          .filter(
            (to) => layers.findIndex((other) => to.startsWith(`rules/${other}/`)) > height || !to.startsWith('rules/'),
          )
          .map((to) => `${path} imports ${to}`),
      ),
    );
    assert.deepEqual(up, []);
  });

  it('hand the rules to the engine, which knows none', () => {
    const known = sources('rules/engine').flatMap((path) =>
      importedFiles(path).filter((to) => to.startsWith('rules/catalog/')),
    );
    assert.deepEqual(known, []);
  });

  it('run in a browser', () => {
    for (const path of sources('rules'))
      for (const from of imports(path)) assert.doesNotMatch(from, /^node:/, `${path} imports ${from}`);
  });
});

describe('a rule', () => {
  it('sees the contract, models, facts and data, and what rules share', () => {
    for (const path of sources('rules/catalog').filter((one) => one !== 'rules/catalog/index.ts')) {
      for (const to of importedFiles(path)) {
        assert.doesNotMatch(to, /^rules\/catalog\/(?!.*\/shared\/)/, `${path} imports the rule ${to}`);
        assert.doesNotMatch(to, /^rules\/yaml\/(?:parse|edit|stream)\.ts$/, `${path} reads or writes YAML by itself`);
      }
    }
  });
});

describe('the client', () => {
  it('knows of the server only what both say to each other, which imports nothing but types', () => {
    for (const path of sources('client'))
      for (const to of importedFiles(path))
        assert.match(to, /^client\/|^server\/protocol(?:\/\w+)?\.ts$/, `${path} imports ${to}`);
    for (const path of ['server/protocol.ts', ...sources('server/protocol')])
      for (const [line] of read(path).matchAll(/^import .*/gm)) assert.match(line, /^import type /);
  });
});

describe('imports', () => {
  it('make no circle, types included, but where the objects that they describe do', () => {
    const allowed = objectGraphs.map((graph) => [...graph].sort().join(' '));
    const files = ['rules', 'server', 'client', 'tools'].flatMap(sources);
    const found = circles(files, importedFiles).map((circle) => circle.sort().join(' '));
    assert.deepEqual(
      found.filter((circle) => !allowed.includes(circle)),
      [],
    );
    assert.deepEqual(
      allowed.filter((circle) => !found.includes(circle)),
      [],
      'a graph that is a circle no more need not be named',
    );
  });

  const only = (name: string, owners: readonly RegExp[]): void => {
    for (const path of [...sources('rules'), ...sources('server'), ...sources('client')]) {
      const uses = imports(path).some((from) => from === name || from.startsWith(`${name}/`));
      assert.ok(!uses || owners.some((owner) => owner.test(path)), `${path} must not import ${name}`);
    }
  };

  it('keep the clock and chance out of rules: the same text on the same day gives the same findings', () => {
    for (const path of sources('rules'))
      assert.doesNotMatch(
        read(path),
        /\bDate\b(?=[.(]|\s*;)|\bnew Date\b|\bperformance\b|\bMath\.random\b|\bcrypto\./,
        `${path}: what day it is stands in context.today`,
      );
    const asking = [...sources('server'), ...sources('client')].filter((path) => /\bDate\b/.test(read(path)));
    assert.deepEqual(asking, ['server/host/today.ts'], 'one file asks for the day');
  });

  it('keep each library to its owner', () => {
    only('yaml', [/^rules\/yaml\/full-reader\.ts$/]);
    only('dockerfile-ast', [/^rules\/model\/dockerfile\//]);
    only('vscode-languageserver', [/^server\/lsp\//, /^server\/protocol(?:\/\w+)?\.ts$/]);
    only('vscode-languageserver-textdocument', [/^server\/lsp\//]);
    only('vscode-languageclient', [/^client\//]);
    only('vscode', [/^client\//]);
    only('@modelcontextprotocol/sdk', [/^server\/cli\/mcp\/sdk\.ts$/]);
    const parsers = sources('rules').filter((path) => imports(path).includes('dockerfile-ast'));
    assert.ok(parsers.length <= 1, `one file knows dockerfile-ast, not ${parsers.join(', ')}`);
  });
});

/** Strongly connected sets of more than one file, by Tarjan. */
function circles(files: readonly string[], next: (path: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file) as number);
    open.push(file);
    for (const to of next(file)) {
      if (!known.has(to)) continue;
      if (!order.has(to)) visit(to);
      if (open.includes(to)) low.set(file, Math.min(low.get(file) as number, low.get(to) as number));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle);
  };
  const known = new Set(files);
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}
