/** What the baseline of a folder knows, which its editor does not show either. */

import type { Rule } from '../../rules/contract/rule.ts';
import { rulesByWrittenId } from '../../rules/contract/rule.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { baseName, directoryOf } from '../../rules/text/path.ts';
import { type BaselineEntry, type Candidate, entryOf, readBaseline } from '../host/baseline/entry.ts';
import { knownBy } from '../host/baseline/known.ts';
import { baselineOf } from '../host/baseline/place.ts';
import { type Files, isWithin, within } from '../host/files.ts';
import { nameOf } from '../host/scan.ts';
import type { Trend } from '../report/report.ts';

export type IsKnown = (finding: Finding) => boolean;

/** What findings are held against. */
interface Reference {
  /** For people. */
  readonly name: string;
  /** Names of files in the entries are relative to it. */
  readonly folder: string;
  readonly entries: readonly BaselineEntry[];
  readonly isKnown: IsKnown;
}

/** The baseline of one folder, read once between two changes of it. */
export class KnownFindings {
  readonly #files: Files;
  readonly #root: string | undefined;
  readonly #rules: readonly Rule[];
  #reading: Promise<readonly Reference[]> | undefined;

  /** @param root of the folder; undefined for what lies outside of all, where no baseline counts. */
  constructor(files: Files, root: string | undefined, rules: readonly Rule[]) {
    this.#files = files;
    this.#root = root;
    this.#rules = rules;
  }

  /** Tells a workspace what is known. */
  async learn(workspace: { isKnown: IsKnown | undefined }): Promise<void> {
    const references = await this.#references();
    workspace.isKnown =
      references.length === 0 ? undefined : (finding) => references.some(({ isKnown }) => isKnown(finding));
  }

  /** @param found all findings of the folder, known ones among them. @returns what became of each reference. */
  async trends(found: readonly Finding[]): Promise<readonly Trend[]> {
    const root = this.#root;
    return (await this.#references()).map(({ name, folder, entries, isKnown }) => {
      const today = new Set(found.map((finding) => entryOf(candidate(finding, folder)).fingerprint));
      const gone = entries.filter(
        ({ fingerprint, file }) =>
          !today.has(fingerprint) && root !== undefined && isWithin(root, within(folder, file)),
      );
      return { name, known: found.filter(isKnown).length, gone: gone.length };
    });
  }

  /** It may have changed. */
  forget(): void {
    this.#reading = undefined;
  }

  #references(): Promise<readonly Reference[]> {
    const root = this.#root;
    if (root === undefined) return Promise.resolve([]);
    this.#reading ??= readBaselineOf(this.#files, root, this.#rules);
    return this.#reading;
  }
}

const candidate = ({ rule, severity, identity, path }: Finding, folder: string): Candidate => ({
  rule,
  severity,
  identity: { ...identity, file: nameOf(path, folder) },
});

function reference(name: string, folder: string, entries: readonly BaselineEntry[], rules: readonly Rule[]): Reference {
  const byId = rulesByWrittenId(rules);
  const isKnown = knownBy(entries, (rule) => byId.get(rule)?.uncovers ?? []);
  return { name, folder, entries, isKnown: (finding) => isKnown(candidate(finding, folder)) };
}

/** @returns nothing where no baseline is in force, or it cannot be read: then all is shown. */
async function readBaselineOf(files: Files, root: string, rules: readonly Rule[]): Promise<readonly Reference[]> {
  const path = await baselineOf(files, root);
  if (path === undefined) return [];
  const text = await files.read(path);
  const baseline = 'text' in text ? readBaseline(text.text) : 'it cannot be read';
  if (typeof baseline === 'string') return [];
  return [reference(baseName(path), directoryOf(path), baseline.findings, rules)];
}
