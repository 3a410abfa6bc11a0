/**
 * What holds of the findings and fixes of any chart, worked out beside the code that is tested: what a chart is told of is what its rendered text is told of,
 * and a fix changes of what all sets of values render to what it says, and nothing else.
 */
import assert from 'node:assert/strict';
import { rules } from '../../rules/catalog/index.ts';
import { rendering } from '../../rules/engine/analyse/charts/rendering.ts';
import { scenariosOf, type ValuesOver } from '../../rules/engine/analyse/charts/scenarios.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import type { ChartFile } from '../../rules/model/template/chart/chart.ts';
import { applyEdits } from '../../rules/text/edit.ts';
import type { Change } from '../../rules/yaml/change.ts';
import type { Field } from '../../rules/yaml/field.ts';
import { readByAnother } from './law.ts';

const settings: Settings = { ...defaultSettings, profile: 'all' };
const folder = '/w/c';

/** A workspace that holds one chart, as hosts give it. */
function workspaceOf(files: readonly ChartFile[]): Workspace {
  const workspace = new Workspace(rules);
  workspace.charts.give(folder, files);
  for (const { path, text, isPacked } of files) {
    if (isPacked === true || !/\.(?:ya?ml|tpl)$/.test(path)) continue;
    const inChart = /(?:^|\/)templates\//.test(path);
    workspace.update({ path: `${folder}/${path}`, text, inChart }, settings, { retain: true });
  }
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** Text as a reader that knows nothing of ours has it: what is unknown is a word, and nothing where it is a line. */
const known = (text: string): string =>
  text
    .replaceAll(/^[ \t]*\uE0F1[\uE100-\uE17F]*\uE0F2[ \t]*$/gm, '')
    .replaceAll(/[\uE0F0\uE0F1][\uE100-\uE17F]*\uE0F2/g, 'unknown');

/** Findings of a chart, and those of the text that it renders to with default values, each as its rule and what it says. */
export function toldOf(files: readonly ChartFile[]): {
  readonly chart: readonly string[];
  readonly plain: readonly string[];
} {
  const workspace = workspaceOf(files);
  const plain = new Workspace(rules);
  const { templates } = rendering(files, undefined, new Map(), new Map());
  const texts = [...templates.values()].flatMap(({ documents }) => documents.map(({ document }) => document.text));
  const text = texts.map((one) => (one.startsWith('---') ? one : `---\n${one}`)).join('');
  plain.update({ path: '/w/plain.yaml', text: known(text) }, settings, { retain: true });
  plain.complete = true;
  plain.refresh();
  const said = (of: Workspace): readonly string[] => {
    const all = [...of.paths()].flatMap((path) => of.findings(path));
    return [...new Set(all.map(({ rule, message }) => `${rule}: ${message}`))].sort();
  };
  return { chart: said(workspace), plain: said(plain) };
}

/** How many fixes were looked at, and how many of them are written into values files. */
export interface FixCounts {
  offered: number;
  inValues: number;
  refused: number;
}

/** Applies each fix of each finding alone. @throws an assertion that says what is more or less than the fix says. */
export function assertFixesHold(name: string, files: readonly ChartFile[]): FixCounts {
  const workspace = workspaceOf(files);
  const scenarios = scenariosOf(files.map(({ path }) => path));
  const before = scenarios.map(({ over }) => objectsOf(files, over));
  const counts = { offered: 0, inValues: 0, refused: 0 };
  for (const path of [...workspace.paths()])
    for (const finding of workspace.findings(path))
      for (const fix of workspace.fixes(finding)) {
        if (!('edits' in fix)) {
          counts.refused++;
          continue;
        }
        counts.offered++;
        const own = (fix.path ?? path).slice(folder.length + 1);
        const what = `${name}: ${finding.rule}: ${fix.title} in ${own}`;
        const after = files.map((file) =>
          file.path === own ? { ...file, text: applyEdits(file.text, fix.edits) } : file,
        );
        if (!own.includes('templates/')) {
          counts.inValues++;
          readByAnother(after.find((file) => file.path === own)?.text ?? '');
        }
        assertCommentsStayed(own, files, after, what);
        const ends = fix.changes.flatMap((change) => endOf(change));
        const changed = scenarios.map(({ over }, i) =>
          assertOnly(before[i] as Objects, objectsOf(after, over), ends, what),
        );
        assert.ok(changed.includes(true), `${what}: nothing changes`);
      }
  return counts;
}

/**
 * Fixes all files in bulk. @returns how many findings were fixed.
 * @throws an assertion where a finding of another rule comes up, or a template is not rendered any more.
 */
export function assertBulkHolds(name: string, files: readonly ChartFile[]): number {
  const workspace = workspaceOf(files);
  const fixing = workspace.fixingFiles([...workspace.paths()], 'review');
  let step = fixing.next();
  while (step.done !== true) step = fixing.next();
  const made = step.value;
  const after = files.map(({ path, text }) => ({ path, text: made.get(`${folder}/${path}`)?.text ?? text }));
  for (const { path, text } of after)
    if (!path.includes('templates/') && made.has(`${folder}/${path}`)) readByAnother(text);
  const objects = (of: readonly ChartFile[]): readonly string[] => [...objectsOf(of, undefined).keys()];
  assert.deepEqual(objects(after), objects(files), name);
  const told = (of: Workspace): readonly string[] =>
    [...of.paths()].flatMap((path) => of.findings(path)).map(({ rule }) => rule);
  const [then, now] = [told(workspace), told(workspaceOf(after))];
  for (const rule of now) assert.ok(then.includes(rule), `${name}: ${rule}`);
  assert.ok(now.length <= then.length, `${name}: ${now.length} findings, and ${then.length} before`);
  return [...made.values()].reduce((sum, { applied }) => sum + applied.length, 0);
}

/** Values by their paths, of each document of each template. */
type Objects = ReadonlyMap<string, ReadonlyMap<string, string>>;

function objectsOf(files: readonly ChartFile[], over: ValuesOver | undefined): Objects {
  const { templates, refused } = rendering(files, over, new Map(), new Map());
  const made = new Map<string, ReadonlyMap<string, string>>(
    [...refused.keys()].map((path) => [`refused ${path}`, new Map()]),
  );
  for (const [path, { documents }] of templates)
    for (const [i, { document }] of documents.entries()) {
      const values = new Map<string, string>();
      gather(readByAnother(known(document.text)), [], values);
      made.set(`${path} ${i}`, values);
    }
  return made;
}

function gather(value: unknown, path: readonly string[], into: Map<string, string>): void {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (below.length === 0) into.set(path.join('/'), JSON.stringify(value) ?? '');
  for (const [key, item] of below) gather(item, [...path, key], into);
}

/** Keys from the root to what a change is about. */
function endOf(change: Change): readonly (readonly string[])[] {
  if (change.kind === 'document') return [];
  const keys: string[] = [];
  for (let at: Field | undefined = change.field; at?.key !== undefined; at = at.parent) keys.unshift(String(at.key));
  return [keys];
}

function assertOnly(before: Objects, after: Objects, ends: readonly (readonly string[])[], what: string): boolean {
  assert.deepEqual([...after.keys()], [...before.keys()], what);
  let isChanged = false;
  for (const [object, now] of after) {
    const then = before.get(object) as ReadonlyMap<string, string>;
    for (const path of new Set([...then.keys(), ...now.keys()])) {
      if (then.get(path) === now.get(path)) continue;
      isChanged = true;
      const keys = path.split('/');
      // A map that was empty is gone once it is filled.
      const isFilled =
        /^(?:\{\}|\[\]|null)$/.test(then.get(path) ?? '') || /^(?:\{\}|\[\]|null)$/.test(now.get(path) ?? '');
      const isSaid = ends.some(
        (end) => keys.includes(end.at(-1) ?? '') || (isFilled && end.slice(0, -1).includes(keys.at(-1) ?? '')),
      );
      assert.ok(isSaid, `${what}: ${object} ${path} is ${now.get(path)} and was ${then.get(path)}`);
    }
  }
  return isChanged;
}

/** What an entry that is removed says about itself goes with it. */
function assertCommentsStayed(
  path: string,
  before: readonly ChartFile[],
  after: readonly ChartFile[],
  what: string,
): void {
  const commentsOf = (files: readonly ChartFile[]): readonly string[] => {
    const text = files.find((file) => file.path === path)?.text ?? '';
    return text.split('\n').flatMap((line) => /^\s*(#.*)$/.exec(line)?.[1] ?? []);
  };
  const [old, now] = [commentsOf(before), commentsOf(after)];
  assert.ok(
    old.length - now.length <= 1 && now.every((comment) => old.includes(comment)),
    `${what}: a comment is lost`,
  );
}
