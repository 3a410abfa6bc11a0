import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { nextLine, type Span } from '../../../../rules/text/source.ts';
import { partsOf } from '../../../harness/scope.ts';
import { readSnippet } from '../../../harness/snippet.ts';

const settings = { ...defaultSettings, profile: 'all', preview: true } as const;
const local = rules.filter(({ subject }) => subject !== 'workspace');

const keyOf = ({ rule, span }: Finding): string => `${rule} ${span.start}`;

/** @returns a workspace, and what reads another text of its one file; false when that cannot be read to its end. */
function reader(path: string): { readonly workspace: Workspace; readonly read: (text: string) => boolean } {
  const workspace = new Workspace(local);
  return {
    workspace,
    read: (text) =>
      workspace.update({ path, text }, settings, { retain: true }).kind === 'analysed' &&
      !workspace.typed(path).parts.some(({ isBroken }) => isBroken),
  };
}

/** Findings of the text up to each line that hang on their token alone, and that the whole text has not. */
function mended(path: string, whole: string): readonly string[] {
  const { workspace, read } = reader(path);
  if (!read(whole)) return [];
  const inTheEnd = new Set(workspace.findings(path).map(keyOf));
  const found: string[] = [];
  for (let at = nextLine(whole, 0); at < whole.length; at = nextLine(whole, at)) {
    if (!read(whole.slice(0, at))) continue;
    const { tokenAt, settling } = workspace.typed(path);
    const token = tokenAt(at);
    const isWritten = ({ start, end }: Span): boolean => start <= token.end && token.start <= end;
    for (const finding of workspace.findings(path))
      if (!inTheEnd.has(keyOf(finding)) && !isWritten(finding.span) && settling(finding) === 'token')
        found.push(`${finding.rule}: ${finding.message}\n${whole.slice(0, at)}`);
  }
  return found;
}

/** The same of the text without each line and what is indented below it: a person may write that last. */
function mendedBetween(path: string, whole: string): readonly string[] {
  const { workspace, read } = reader(path);
  if (!read(whole)) return [];
  const inTheEnd = new Set(workspace.findings(path).map(keyOf));
  return [...whole.matchAll(/^( *)[^ #\n-].*\n(?:\1 .*\n|\n)*/gm)].flatMap(({ 0: block, index }) => {
    if (!read(whole.slice(0, index) + whole.slice(index + block.length))) return [];
    const { settling } = workspace.typed(path);
    return workspace.findings(path).flatMap((finding) => {
      const { start } = finding.span;
      const before = { ...finding, span: { start: start < index ? start : start + block.length, end: 0 } };
      return inTheEnd.has(keyOf(before)) || settling(finding) !== 'token' ? [] : `${finding.rule}, without\n${block}`;
    });
  });
}

describe('what hangs on its token alone', () => {
  for (const { id, examples } of rules) {
    it(`stays whatever is written below it: examples of ${id}`, () => {
      for (const example of [...examples.bad, ...examples.good])
        for (const { path, text } of partsOf(readSnippet(example))) {
          assert.deepEqual(mended(path, text), []);
          if (example.language !== 'dockerfile') assert.deepEqual(mendedBetween(path, text), []);
          // In a Dockerfile, what was the image may become one that only builds.
          if (example.language === 'dockerfile') assert.deepEqual(mended(path, `${text}FROM scratch\nUSER 1000\n`), []);
        }
    });
  }
});

describe('what a finding hangs on', () => {
  const settlingIn = (path: string, text: string): Readonly<Record<string, string>> => {
    const workspace = new Workspace(rules);
    workspace.complete = true;
    workspace.update({ path, text }, settings, { retain: true });
    workspace.refresh();
    const { settling } = workspace.typed(path);
    return Object.fromEntries(workspace.findings(path).map((finding) => [finding.rule, settling(finding)]));
  };
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n';

  it('is its token, where that says all of it', () => {
    const found = settlingIn('a.yaml', `${pod}      image: nginx\n      securityContext:\n        privileged: true\n`);
    assert.equal(found['privileged-container'], 'token');
    assert.equal(found['image-without-tag'], 'token');
  });

  it('is the document, for what is absent, what is said of an object, and what lines alone would mend', () => {
    const found = settlingIn(
      'a.yaml',
      `${pod}      image: nginx\n  volumes:\n    - name: a\n      hostPath: {path: /}\n`,
    );
    assert.equal(found['privilege-escalation'], 'part');
    assert.equal(found['naked-pod'], 'part');
    assert.equal(settlingIn('Dockerfile', 'FROM node:22-slim\nUSER root\n')['root-user'], 'part');
  });

  it('is every file, for what rules on several files find', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n';
    assert.deepEqual([...new Set(Object.values(settlingIn('s.yaml', service)))], ['files']);
  });
});
