/** What a baseline or a commit knows of a folder, which its editor does not show either. */

import type { Rule } from '../../rules/contract/rule.ts';
import { rulesByWrittenId } from '../../rules/contract/rule.ts';
import type { Assembled } from '../../rules/engine/analyse/assemble.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import { baseName, directoryOf } from '../../rules/text/path.ts';
import { visible } from '../../rules/text/visible.ts';
import { type BaselineEntry, type Candidate, entryOf, readBaseline } from '../host/baseline/entry.ts';
import { knownBy } from '../host/baseline/known.ts';
import { baselineOf } from '../host/baseline/place.ts';
import type { Configurations } from '../host/configuration.ts';
import { type Files, isWithin, within } from '../host/files.ts';
import { nameOf } from '../host/scan.ts';
import type { Trend } from '../report/report.ts';
import type { LspHost } from './host.ts';
import { pastFindings } from './past-findings.ts';
import type { ClientSettings } from './settings.ts';
import type { IsKnown } from './time-limit.ts';

/** What a folder is read with. */
interface KnownFrom {
  readonly host: Pick<LspHost, 'files' | 'past' | 'clock' | 'pause'>;
  /** Of the folder; undefined for what lies outside of all, where nothing is known. */
  readonly root: string | undefined;
  readonly rules: readonly Rule[];
  readonly configurations: Configurations;
  /** Is told a sentence for the user. */
  readonly onProblem: (sentence: string) => void;
}

/** What findings are held against. */
interface Reference {
  /** For people. */
  readonly name: string;
  /** Names of files in the entries are relative to it. */
  readonly folder: string;
  readonly entries: readonly BaselineEntry[];
  readonly isKnown: IsKnown;
}

/** What one folder is held against, read once between two changes of it. */
export class KnownFindings {
  readonly #from: KnownFrom;
  #reading: Promise<readonly Reference[]> | undefined;
  /** Ends what is read for settings that do not count any more. */
  #stop = new AbortController();

  constructor(from: KnownFrom) {
    this.#from = from;
  }

  /** Tells a workspace what is known. @param settings of the folder. */
  async learn(
    workspace: { isKnown: IsKnown | undefined },
    settings: Pick<ClientSettings, 'enable' | 'newSince' | 'engine'>,
  ): Promise<void> {
    this.#reading ??= this.#read(settings);
    const references = await this.#reading;
    workspace.isKnown =
      references.length === 0 ? undefined : (finding) => references.some(({ isKnown }) => isKnown(finding));
  }

  /** @param files all that the folder holds, with what is known. @returns what became of each reference. */
  async trends(files: readonly Pick<Assembled, 'placed' | 'told'>[]): Promise<readonly Trend[]> {
    const found = files.flatMap(({ placed }) => placed.map(({ finding }) => finding));
    const told = files.flatMap((file) => file.told);
    const { root } = this.#from;
    return ((await this.#reading) ?? []).map(({ name, folder, entries, isKnown }) => {
      const today = new Set([...found, ...told].map((finding) => entryOf(candidate(finding, folder)).fingerprint));
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
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  async #read({ enable, newSince, engine }: Parameters<KnownFindings['learn']>[1]): Promise<readonly Reference[]> {
    const { root, host, rules, configurations, onProblem } = this.#from;
    if (root === undefined) return [];
    const baseline = await readBaselineOf(host.files, root, rules);
    if (newSince === '' || !enable) return baseline;
    const { signal } = this.#stop;
    const asked = { root, reference: newSince, engine };
    const entries = await pastFindings(host, rules, configurations, asked, signal);
    if (entries !== undefined) return [...baseline, reference(newSince, root, entries, rules)];
    onProblem(
      `seaworthy.newSince: there is no commit ${visible(newSince)} in the repository of ${visible(root)}, so that all findings are shown.`,
    );
    return baseline;
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
