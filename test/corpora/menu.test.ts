/**
 * Everything that the menu offers for real files, chosen one by one and all at once: what comes out is read again, a fix changes only the document it
 * is for and takes its finding away, an ignore hides what it says and nothing else. Dockerfiles' fixes have a test of their own beside this one. One file
 * of twenty, since all take ten minutes: `EVERY_FILE=1 npm test -- unit`.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { IgnoreScope } from '../../rules/engine/findings/ignoring.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { parseDockerfile } from '../../rules/model/dockerfile/file.ts';
import { isDockerfileName } from '../../rules/model/dockerfile/name.ts';
import { applyEdits } from '../../rules/text/edit.ts';
import type { Span } from '../../rules/text/source.ts';
import { Field } from '../../rules/yaml/field.ts';
import { readStream } from '../../rules/yaml/stream.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { root } from '../../tools/root.ts';

const corpora = ['real', 'overlays', 'mesh', 'dockerfiles', 'real-helm', 'charts', 'peers'].map((name) =>
  join(root, '..', 'shared', 'corpora', name),
);
/** Of so many files one is tried. */
const share = process.env.EVERY_FILE === undefined ? 20 : 1;
const settings: Settings = { ...defaultSettings, profile: 'all' };
const workspace = new Workspace(rules);
workspace.complete = true;

interface Read {
  readonly path: string;
  readonly text: string;
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly problems: number;
}

function look({ path, text }: Read): Outcome {
  workspace.update({ path, text }, settings, { retain: true });
  workspace.refresh();
  const state = workspace.state(path);
  return {
    findings: workspace.findings(path),
    problems: state?.kind === 'analysed' ? state.problems.length : 0,
  };
}

/** Calls for each file while it is the only one of the workspace. */
function each(files: readonly Read[], ask: (file: Read, outcome: Outcome) => void): void {
  for (const file of files) {
    ask(file, look(file));
    workspace.remove(file.path);
  }
}

/** The simple values of each document by their place. */
function valuesOf(text: string): readonly string[] {
  return readStream(text).documents.map(({ document }) => {
    const found: string[] = [];
    const walk = (field: Field): void => {
      if (field.isMap) for (const [, below] of field.entries) walk(below);
      else if (field.isList) for (const below of field.items) walk(below);
      else found.push(`${field.path} ${field.state} ${field.text ?? ''}`);
    };
    walk(Field.root(document, true));
    return found.join('\n');
  });
}

/** Comments that stand alone in their line. */
const commentsOf = (text: string): readonly string[] => text.match(/^[ \t]*#.*$/gm)?.map((line) => line.trim()) ?? [];

const known = new Set(rules.map(({ id }) => id));
const isJson = (text: string): boolean => text.trimStart().startsWith('{');

const missing = corpora.every((folder) => existsSync(folder)) ? false : 'the corpora are not here';

describe('the menu over real files', { skip: missing }, () => {
  const files: Read[] = [];
  before(async () => {
    const found: Read[] = [];
    for (const folder of corpora)
      for await (const { path, inChart } of discover(nodeFiles, folder)) {
        const read = await nodeFiles.read(path);
        if (!inChart && 'text' in read) found.push({ path, text: read.text });
      }
    // Neighbours are much alike, so that each of them tells of the others.
    files.push(...found.filter((_, i) => i % share === 0));
  });
  const manifests = (): readonly Read[] => files.filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));

  it('every fix takes its finding away and leaves the other documents alone', () => {
    let count = 0;
    each(manifests(), (file, { findings, problems }) => {
      const offered = findings.flatMap((finding) => [
        ...workspace.fixes(finding).map((fix) => ({ finding, fix, mends: true })),
        // What hardens the container or the object is offered beside findings that it may leave.
        ...[false, true].map((whole) => ({ finding, fix: workspace.harden(finding, whole), mends: false })),
      ]);
      const tried = new Set<string>();
      const was = valuesOf(file.text);
      for (const { finding, fix, mends } of offered) {
        if (fix === undefined || 'refused' in fix) continue;
        const text = applyEdits(file.text, fix.edits);
        const key = mends ? finding.rule + (fix.creates === undefined ? text : fix.title) : text;
        if (tried.has(key)) continue;
        tried.add(key);
        const made = fix.creates ?? [];
        for (const one of made) workspace.update(one, settings);
        const after = look({ path: file.path, text });
        for (const one of made) workspace.remove(one.path);
        const what = `${file.path}: ${finding.rule}: ${fix.title}`;
        assert.ok(after.problems <= problems, `${what} cannot be read any more`);
        assert.ok(
          !mends ||
            !after.findings.some(({ fingerprint }) => fingerprint === finding.fingerprint) ||
            after.findings.filter(({ rule }) => rule === finding.rule).length <
              findings.filter(({ rule }) => rule === finding.rule).length,
          `${what} is still found`,
        );
        const is = valuesOf(text);
        const changed = was.filter((values) => !is.includes(values)).length;
        // What only adds a document leaves all others as they are.
        assert.ok(
          changed <= (fix.createsDocument && fix.edits.length === 1 ? 0 : 1),
          `${what} changes ${changed} documents`,
        );
        if (fix.level === 'safe')
          for (const comment of commentsOf(file.text))
            assert.ok(commentsOf(text).includes(comment), `${what}: ${comment}`);
        count++;
      }
    });
    assert.ok(count > 4000 / share, `${count} fixes`);
  });

  it('all fixes at once leave a file that can be read, and nothing for a second time', () => {
    let count = 0;
    each(files, (file, { problems }) => {
      for (const level of ['safe', 'review'] as const) {
        const done = workspace.fixAll(file.path, level);
        if (done === undefined) continue;
        const after = look({ path: file.path, text: done.text });
        assert.ok(after.problems <= problems, `${file.path} cannot be read after ${level} fixes`);
        assert.equal(workspace.fixAll(file.path, level), undefined, `${file.path} is not done in one go`);
        look(file);
        count++;
      }
    });
    assert.ok(count > 500 / share, `${count} files`);
  });

  it('every ignore hides what it says and nothing else', () => {
    const counts = { line: 0, container: 0, object: 0, file: 0 };
    each(files, (file, { findings, problems }) => {
      const tried = new Set<string>();
      const choices = findings.flatMap((finding) =>
        workspace.ignoreScopes(finding).flatMap((scope) => {
          const ignored = workspace.ignoring(finding, [finding.rule], 'tried by a test', scope);
          return 'edits' in ignored ? [{ finding, scope, text: applyEdits(file.text, ignored.edits) }] : [];
        }),
      );
      for (const { finding, scope, text } of choices) {
        if (tried.has(text)) continue;
        tried.add(text);
        const after = look({ path: file.path, text });
        const what = `${file.path}: ${finding.rule} for its ${scope}`;
        assert.ok(after.problems <= problems, `${what} cannot be read any more`);
        const left = new Set(after.findings.map(({ fingerprint }) => fingerprint));
        const hidden = findings.filter(({ fingerprint }) => !left.has(fingerprint));
        assert.ok(hidden.includes(finding), `${what} is still found`);
        const astray = hidden.filter((other) => !speaksFor(scope, finding, other, file.text));
        assert.deepEqual(
          astray.map(({ rule, message }) => `${rule}: ${message}`),
          [],
          what,
        );
        assert.equal(after.findings.length, findings.length - hidden.length, `${what} brings another`);
        counts[scope]++;
      }
    });
    assert.ok(
      Object.values(counts).every((count) => count > 500 / share),
      JSON.stringify(counts),
    );
  });

  it('all ignores at once leave nothing that can be ignored', () => {
    each(files, (file, { problems }) => {
      let { text } = file;
      const ignored = new Set<string>();
      for (;;) {
        const { findings } = look({ path: file.path, text });
        const next = findings.find(
          (finding) => !ignored.has(finding.rule) && workspace.ignoreScopes(finding).includes('file'),
        );
        if (next === undefined) break;
        ignored.add(next.rule);
        const edit = workspace.ignoring(next, [next.rule], 'tried by a test', 'file');
        if ('edits' in edit) text = applyEdits(text, edit.edits);
      }
      const after = look({ path: file.path, text });
      assert.ok(after.problems <= problems, `${file.path} cannot be read with all ignores`);
      const left = after.findings.filter(({ rule }) => known.has(rule));
      assert.deepEqual(isJson(file.text) ? [] : left.map(({ rule }) => rule), [], file.path);
    });
  });
});

/** What an ignore of a finding may hide: the same rule, in the same place. */
function speaksFor(
  scope: IgnoreScope,
  { rule, path, span, resource, container }: Finding,
  other: Finding,
  text: string,
): boolean {
  if (other.rule !== rule) return false;
  const sameObject = JSON.stringify(other.resource) === JSON.stringify(resource);
  switch (scope) {
    case 'line': {
      const block = isDockerfileName(basename(path)) ? instructionAt(text, span.start) : blockAt(text, span.start);
      return block.start <= other.span.start && other.span.start < block.end;
    }
    case 'container':
      return sameObject && other.container === container;
    case 'object':
      return sameObject;
    case 'file':
      return true;
  }
}

/** A comment above an instruction speaks for all of it. */
function instructionAt(text: string, offset: number): Span {
  const found = parseDockerfile(text).instructions.find(({ span }) => span.start <= offset && offset <= span.end);
  return found?.span ?? { start: offset, end: offset + 1 };
}

/** A comment above a line speaks for what begins there: by its indentation, an item or a key with all below it. */
function blockAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [, indent = '', dash = ''] = /^( *)(- )?/.exec(text.slice(start)) ?? [];
  const isFirst =
    indent === '' && (start === 0 || /(?:^|\n)---[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*$/.test(text.slice(0, start)));
  const below = isFirst ? /^---/ : new RegExp(`^(?! *$| *#|${indent} ${dash === '' ? `|${indent}- ` : ''})`);
  let end = text.indexOf('\n', start);
  while (end >= 0 && end + 1 < text.length && !below.test(text.slice(end + 1).split('\n', 1)[0] ?? ''))
    end = text.indexOf('\n', end + 1);
  return { start, end: end < 0 ? text.length : end };
}
