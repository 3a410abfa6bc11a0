/** Runs rules over a snippet as a host would: one workspace, one file, everything read. */

import { rules as everyRule } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import type { FileState } from '../../rules/engine/analyse/file-record.ts';
import type { Finding, ResolvedEdit, ResolvedFix } from '../../rules/engine/findings/finding.ts';
import { byListing, listingEdits } from '../../rules/engine/fixes/own-file.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { applyEdits, shiftEdits, type TextEdit } from '../../rules/text/edit.ts';
import { isRefusal } from '../../rules/yaml/change.ts';
import type { Drawn } from './snippet.ts';

export interface Given {
  /** Minor version of the targeted Kubernetes. */
  readonly kubernetes?: number;
  readonly registries?: readonly string[];
  readonly deniedRegistries?: readonly string[];
}

/** A file of a snippet and where its text stands in it. */
interface Part {
  readonly path: string;
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
  /** Zero-based. */
  readonly line: number;
}

/** The files of a snippet, analysed. Every rule is on, whatever its profile. */
export class Scope {
  readonly text: string;
  readonly workspace: Workspace;
  readonly states: readonly FileState[];
  readonly #example: Example;
  readonly #parts: readonly Part[];

  constructor(rules: readonly Rule[], example: Example, given: Given = {}) {
    const { text } = example;
    this.text = text;
    this.#example = example;
    this.#parts = partsOf(example);
    // Admission is judged by the rules on its controls, which then have to be there, but say nothing themselves.
    const judged = rules.some(({ subject }) => subject === 'admission') && rules.length < everyRule.length;
    this.workspace = new Workspace(judged ? [...rules, ...silent] : rules);
    this.workspace.complete = true;
    this.states = this.#parts.map(({ path, text }) =>
      this.workspace.update({ path, text }, settingsOf(given), { retain: true }),
    );
    for (const stale of this.workspace.stale()) throw new Error(`${stale} was not analysed again`);
    this.workspace.refresh();
  }

  get findings(): readonly Finding[] {
    return this.#parts.flatMap(({ path }) => this.workspace.findings(path));
  }

  /** Syntax errors of all files. */
  get problems(): number {
    return this.states.reduce((sum, state) => sum + (state.kind === 'analysed' ? state.problems.length : 0), 0);
  }

  /** The snippet with edits of the file that the finding is in. */
  applied({ path }: Finding, edits: readonly TextEdit[]): string {
    const part = this.#parts.find((one) => one.path === path);
    return applyEdits(this.text, shiftEdits(edits, part?.start ?? 0));
  }

  /** The snippet after a fix: one of several files where it adds some. */
  after(finding: Finding, { edits, creates = [] }: ResolvedEdit): Example {
    const text = this.applied(finding, edits);
    if (creates.length === 0) return { ...this.#example, text };
    const texts = new Map(partsOf({ ...this.#example, text }).map((part) => [part.path, part.text]));
    for (const [path, entries] of byListing(creates)) {
      const before = texts.get(path) ?? '';
      const listed = listingEdits(before, entries);
      if (isRefusal(listed)) throw new Error(listed.refused);
      texts.set(path, applyEdits(before, listed));
    }
    for (const { path, text: added } of creates) {
      if (texts.has(path)) throw new Error(`${path} is there already`);
      texts.set(path, added);
    }
    return {
      ...this.#example,
      language: 'files',
      text: [...texts].map(([path, one]) => `=== ${path}\n${one}`).join(''),
    };
  }

  /** The snippet with everything fixed that can be; undefined when nothing can. */
  fixAll(only?: ReadonlySet<string>): string | undefined {
    const fixed = this.#parts.flatMap(({ path, text, start }) => {
      const after = this.workspace.fixAll(path, 'review', only)?.text;
      return after === undefined ? [] : [{ start, end: start + text.length, text: after }];
    });
    return fixed.length === 0 ? undefined : applyEdits(this.text, fixed);
  }

  fixes(finding: Finding): readonly ResolvedFix[] {
    return this.workspace.fixes(finding);
  }

  /** The findings in the form drawings have; messages left out unless wanted. */
  drawn(): Drawn[] {
    return this.findings.map((finding) => {
      const lines = this.workspace.lines(finding.path);
      const above = this.#parts.find(({ path }) => path === finding.path)?.line ?? 0;
      const from = lines?.positionAt(finding.span.start) ?? { line: 0, character: 0 };
      const to = lines?.positionAt(finding.span.end) ?? from;
      const fixable = this.fixes(finding).some((fix) => 'edits' in fix);
      const end = to.line === from.line ? to.character : Number.POSITIVE_INFINITY;
      return {
        line: above + from.line,
        start: from.character,
        end,
        rule: finding.rule,
        fixable,
        message: finding.message,
      };
    });
  }
}

const paths = { yaml: 'app/manifest.yaml', dockerfile: 'app/Dockerfile', compose: 'app/compose.yaml' };

/** The files of a snippet, by their paths below one folder. */
export function partsOf({ language, text }: Pick<Example, 'language' | 'text'>): Part[] {
  if (language !== 'files') return [{ path: paths[language], text, start: 0, line: 0 }];
  const heads = [...text.matchAll(/^=== (\S+)\r?\n/gm)];
  return heads.map((head, i) => {
    const start = head.index + head[0].length;
    const line = text.slice(0, start).split('\n').length - 1;
    return { path: head[1] ?? '', text: text.slice(start, heads[i + 1]?.index), start, line };
  });
}

const silent = everyRule
  .filter(({ standards }) => standards.some(({ standard }) => standard === 'pss'))
  .map((rule): Rule => ({ ...rule, id: `silent-${rule.id}` }));
const everything: Settings = {
  ...defaultSettings,
  profile: 'all',
  preview: true,
  severity: new Map(silent.map(({ id }) => [id, 'off'] as const)),
};
const known = new Map<string, Settings>();

/** Equal wishes give the same object, which is what the engine's caches go by. */
function settingsOf({
  kubernetes = everything.kubernetesMinor,
  registries = [],
  deniedRegistries = [],
}: Given): Settings {
  const key = JSON.stringify([kubernetes, registries, deniedRegistries]);
  const settings = known.get(key) ?? { ...everything, kubernetesMinor: kubernetes, registries, deniedRegistries };
  known.set(key, settings);
  return settings;
}
