/** What the baseline of a folder knows, which its editor does not show either. */

import type { Rule } from '../../rules/contract/rule.ts';
import { rulesByWrittenId } from '../../rules/contract/rule.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { readBaseline } from '../host/baseline/entry.ts';
import { knownBy } from '../host/baseline/known.ts';
import { baselineOf } from '../host/baseline/place.ts';
import type { Files } from '../host/files.ts';
import { nameOf } from '../host/scan.ts';

export type IsKnown = (finding: Finding) => boolean;

/** The baseline of one folder, read once between two changes of it. */
export class KnownFindings {
  readonly #files: Files;
  readonly #root: string | undefined;
  readonly #rules: readonly Rule[];
  #reading: Promise<IsKnown | undefined> | undefined;

  /** @param root of the folder; undefined for what lies outside of all, where no baseline counts. */
  constructor(files: Files, root: string | undefined, rules: readonly Rule[]) {
    this.#files = files;
    this.#root = root;
    this.#rules = rules;
  }

  /** Tells a workspace what is known. */
  async learn(workspace: { isKnown: IsKnown | undefined }): Promise<void> {
    const root = this.#root;
    if (root === undefined) return;
    this.#reading ??= read(this.#files, root, this.#rules);
    workspace.isKnown = await this.#reading;
  }

  /** It may have changed. */
  forget(): void {
    this.#reading = undefined;
  }
}

/** @returns undefined where no baseline is in force, or it cannot be read: then all is shown. */
async function read(files: Files, root: string, rules: readonly Rule[]): Promise<IsKnown | undefined> {
  const path = await baselineOf(files, root);
  if (path === undefined) return undefined;
  const text = await files.read(path);
  const baseline = 'text' in text ? readBaseline(text.text) : 'it cannot be read';
  if (typeof baseline === 'string') return undefined;
  const byId = rulesByWrittenId(rules);
  const isKnown = knownBy(baseline.findings, (rule) => byId.get(rule)?.uncovers ?? []);
  const folder = directoryOf(path);
  return ({ rule, severity, identity, path: file }) =>
    isKnown({ rule, severity, identity: { ...identity, file: nameOf(file, folder) } });
}
