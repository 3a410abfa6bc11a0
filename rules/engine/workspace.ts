/**
 * The files of one scope: their findings, and the rules that need several of them. Owns what is kept of each file and what runs
 * again after a change. Reads no disk: hosts hand texts in and say when the scope was read completely.
 */

import type { Surroundings } from '../contract/finding.ts';
import type { Rule, WorkspaceRule } from '../contract/rule.ts';
import type { FactRef } from '../facts/fact.ts';
import type { Facts } from '../facts/index.ts';
import { indexFacts } from '../facts/index.ts';
import type { FactWithoutRef } from '../facts/kinds/index.ts';
import {
  type FileContext,
  fileContextOf,
  NamespaceRequirements,
  sameFileContext,
  withRequirements,
} from '../facts/questions/file-context.ts';
import type { Kustomization } from '../model/kubernetes/kustomization.ts';
import { Kustomizations } from '../model/kubernetes/kustomizations.ts';
import type { LineTable } from '../text/source.ts';
import { assemble, type FileFinding } from './analyse/assemble.ts';
import { CrossRules, crossRuleOf } from './analyse/cross.ts';
import { cachedDocumentUnit, manifestAnalysis, withoutTree } from './analyse/document-analysis.ts';
import { type Located, placeOf, positionOf } from './analyse/fact-place.ts';
import {
  type DocumentRecord,
  type FileRecord,
  type FileState,
  factsOfUnits,
  recordsOf,
  stateOf,
} from './analyse/file-record.ts';
import { type FileInput, readSource } from './analyse/source-file.ts';
import type { Finding, ResolvedFix } from './findings/finding.ts';
import { type IgnoreScope, ignoreScopesOf, ignoring } from './findings/ignoring.ts';
import { offersOf, resolveFix } from './fixes/fix.ts';
import { type FixAllResult, fixAll } from './fixes/fix-all.ts';
import { harden } from './fixes/harden.ts';
import { type Remedy, remediesOf } from './fixes/remedy.ts';
import { type RuleSet, ruleSetFor } from './settings/rule-set.ts';
import { contextOf, defaultSettings, type Settings } from './settings/settings.ts';

export type { FileState } from './analyse/file-record.ts';
export type { FileInput } from './analyse/source-file.ts';

export interface UpdateOptions {
  /** Keep the tree, so that fixes can be computed and the next version reuses unchanged documents. */
  readonly retain?: boolean;
  /** The text is being typed: a document that has just become unreadable keeps its last findings. */
  readonly hold?: boolean;
}

/** Passes over all files; more would be files undoing each other. */
const passLimit = 5;

export class Workspace {
  /** Set by the host when every file of the scope was given: only then may a rule say that something exists nowhere. */
  complete = false;
  readonly #rules: readonly Rule[];
  readonly #rulesById: ReadonlyMap<string, Rule>;
  readonly #crossRules: readonly WorkspaceRule[];
  readonly #ruleSets = new Map<Settings, RuleSet>();
  /** The first path of all, once somebody asked for it; undefined: it has to be looked for. */
  #first: string | undefined;
  readonly #files = new Map<string, FileRecord>();
  /** By the root of their files: files of different roots do not know of each other. */
  readonly #cross = new Map<string, CrossRules>();
  readonly #changed = new Set<string>();
  readonly #stale = new Set<string>();
  /** Of files that were given since the last refresh, what they were then. */
  readonly #before = new Map<string, FileRecord>();
  readonly #origins = new WeakMap<Finding, FileFinding>();
  #kustomizations = new Kustomizations();
  #requirements = new NamespaceRequirements();
  #linked = true;
  /** What the rules on several files ran with last. */
  #ranWith: Settings | undefined;
  /** Of the file that was asked about last: a menu asks for the findings of one file many times. */
  #asked: { readonly path: string; readonly placed: readonly FileFinding[] } | undefined;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.#rulesById = new Map(rules.map((rule) => [rule.id, rule]));
    this.#crossRules = rules.flatMap(crossRuleOf);
  }

  /**
   * A copy that shares every file as it is now: what is given to it changes nothing here. It costs one entry for each file, and what is
   * worked out again for what was changed.
   */
  fork(): Workspace {
    const copy = new Workspace(this.#rules);
    copy.complete = this.complete;
    for (const [settings, rules] of this.#ruleSets) copy.#ruleSets.set(settings, rules);
    for (const [path, record] of this.#files) copy.#files.set(path, record);
    for (const [root, cross] of this.#cross) copy.#cross.set(root, cross.fork());
    for (const path of this.#changed) copy.#changed.add(path);
    for (const path of this.#stale) copy.#stale.add(path);
    copy.#kustomizations = this.#kustomizations.fork();
    copy.#requirements = this.#requirements.fork();
    copy.#linked = this.#linked;
    copy.#ranWith = this.#ranWith;
    return copy;
  }

  update(input: FileInput, settings: Settings, options: UpdateOptions = {}): FileState {
    const { path, text, ...rest } = input;
    this.#asked = undefined;
    const rules = this.#ruleSet(settings);
    const previous = this.#files.get(path);
    const source = readSource(input, previous?.source);
    const retain = options.retain === true;
    const held = options.hold === true ? previous : undefined;
    const analysed = (fileContext: FileContext): readonly DocumentRecord[] =>
      recordsOf(source, text, rules, fileContext, held, retain ? cachedDocumentUnit : manifestAnalysis);
    const known = previous === undefined ? [] : factsOfUnits(previous.units);
    let fileContext = this.#fileContextOf(path, rules, known);
    let units = analysed(fileContext);
    const facts = factsOfUnits(units);
    this.#learnNamespaces(path, facts);
    // Which namespaces its workloads are in, and what these require, may stand in this very text.
    const settled = this.#fileContextOf(path, rules, facts);
    if (!sameFileContext(settled, fileContext)) {
      fileContext = settled;
      units = analysed(fileContext);
    }
    const kustomization = source.kind === 'manifest' ? source.kustomization : undefined;
    const record: FileRecord = {
      input: { path, ...rest },
      text: retain ? text : undefined,
      source: retain ? source : undefined,
      lines: 'source' in source ? source.source.lines : undefined,
      state: stateOf(source, units),
      rules,
      units,
      kustomization,
      fileContext,
    };
    const kept = retain
      ? record
      : { ...record, units: units.map(({ offset, unit }) => ({ offset, unit: withoutTree(unit), held: undefined })) };
    this.#files.set(path, kept);
    if (this.#first !== undefined && path < this.#first) this.#first = path;
    if (previous !== undefined && !this.#before.has(path)) this.#before.set(path, previous);
    const { root } = rules.settings;
    const before = previous?.rules.settings.root ?? root;
    if (before !== root) this.#crossOf(before).learn(path, []);
    this.#crossOf(root).learn(
      path,
      kept.units.flatMap(({ unit }) => unit.extracted),
    );
    if (kustomization !== undefined || previous?.kustomization !== undefined) this.#relink(path, kustomization);
    this.#stale.delete(path);
    if (previous !== undefined && !sameFileContext(previous.fileContext, fileContext)) this.#changed.add(path);
    return record.state;
  }

  remove(path: string): void {
    const known = this.#files.get(path);
    this.#asked = undefined;
    this.#files.delete(path);
    if (path === this.#first) this.#first = undefined;
    // Those that are given next may have other settings altogether.
    if (this.#files.size === 0) this.#ruleSets.clear();
    this.#crossOf(known?.rules.settings.root ?? '').learn(path, []);
    this.#stale.delete(path);
    this.#learnNamespaces(path, []);
    if (known?.kustomization !== undefined) this.#relink(path, undefined);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  paths(): Iterable<string> {
    return this.#files.keys();
  }

  state(path: string): FileState | undefined {
    return this.#files.get(path)?.state;
  }

  /** The text of a file that was retained. */
  text(path: string): string | undefined {
    return this.#files.get(path)?.text;
  }

  lines(path: string): LineTable | undefined {
    return this.#files.get(path)?.lines;
  }

  /** Files that must be given again, since another file changed what they are. Those whose text was retained are analysed again here. */
  stale(): readonly string[] {
    if (!this.#linked) {
      this.#linked = true;
      this.#stale.clear();
      for (const [path, { fileContext, input, text, rules, units }] of [...this.#files]) {
        if (sameFileContext(this.#fileContextOf(path, rules, factsOfUnits(units)), fileContext)) continue;
        this.#stale.add(path);
        if (text !== undefined) this.update({ ...input, text }, rules.settings, { retain: true, hold: true });
      }
    }
    return [...this.#stale];
  }

  /**
   * Runs the workspace rules whose facts changed.
   * @returns the files whose findings changed through other files since the last call.
   */
  refresh(): ReadonlySet<string> {
    this.#asked = undefined;
    if (this.complete) this.#runCross();
    for (const path of this.#pointingAtMoved()) this.#changed.add(path);
    const changed = new Set(this.#changed);
    this.#changed.clear();
    return changed;
  }

  #runCross(): void {
    const rules = this.#workspaceRules();
    const settings = this.#mainSettings();
    const isOther = settings !== this.#ranWith;
    this.#ranWith = settings;
    for (const [root, cross] of this.#cross) {
      // Its folder is gone.
      if (cross.isEmpty && !this.#hasRoot(root)) this.#cross.delete(root);
      if (isOther) cross.invalidate(rules);
      for (const path of cross.refresh(rules, this.#kustomizations, contextOf(settings))) this.#changed.add(path);
    }
  }

  /** Files whose findings point at a place of another file that stands elsewhere in its text than at the last refresh. */
  #pointingAtMoved(): ReadonlySet<string> {
    const before = new Map(this.#before);
    this.#before.clear();
    if (before.size === 0) return new Set();
    const isMoved = ({ file, ordinal }: FactRef, place: string): boolean => {
      const old = before.get(file);
      return old !== undefined && positionOf(old, ordinal, place) !== positionOf(this.#files.get(file), ordinal, place);
    };
    const found = [...this.#cross.values()].flatMap((cross) => [...cross.pointingAt(before.keys(), isMoved)]);
    // A file that was given is shown anew by who gave it.
    return new Set(found.filter((path) => !before.has(path)));
  }

  /** What files say, for questions that are no rules. @param path whose root is asked about; left out: what all files say. */
  facts(path?: string): Facts {
    const root = path === undefined ? undefined : this.#files.get(path)?.rules.settings.root;
    const asked = root === undefined ? [...this.#cross.values()] : [this.#crossOf(root)];
    return indexFacts(
      asked.flatMap((cross) => cross.files()),
      this.#kustomizations,
    );
  }

  /** Where a fact stands: its own name, or one of its named places. */
  locate(ref: FactRef, place: string): Located | undefined {
    const file = this.#files.get(ref.file);
    return file === undefined ? undefined : placeOf(file, ref.ordinal, place);
  }

  /** Offset at which the document of a fact begins in its file. */
  documentStart(ref: FactRef): number | undefined {
    let before = 0;
    for (const { offset, unit } of this.#files.get(ref.file)?.units ?? []) {
      before += unit.extracted.length;
      if (ref.ordinal < before) return offset;
    }
    return undefined;
  }

  /** Findings of a file after suppression, in the order of the text. */
  findings(path: string): readonly Finding[] {
    return this.#placed(path).map(({ finding }) => finding);
  }

  #placed(path: string): readonly FileFinding[] {
    if (this.#asked?.path === path) return this.#asked.placed;
    const record = this.#files.get(path);
    if (record === undefined) return [];
    const cross = this.#crossOf(record.rules.settings.root);
    const placed = assemble(
      record,
      cross.of(path),
      this.#rulesById,
      {
        complete: cross.ready,
        failed: cross.failures,
        exposed: cross.exposed(path),
        around: this.#around(path, cross),
      },
      (ref, place) => this.locate(ref, place),
    );
    for (const item of placed) this.#origins.set(item.finding, item);
    this.#asked = { path, placed };
    return placed;
  }

  /** What can be done about a finding, best first; empty when the file was not retained. */
  fixes(finding: Finding): readonly ResolvedFix[] {
    const origin = this.#origins.get(finding);
    if (origin === undefined) return [];
    return offersOf(origin.offer).map((fix) => resolveFix(fix, origin.level ?? 'review', origin.unit));
  }

  /** How the findings of a file can be fixed; none of those that cannot, or of a file that was not retained. */
  remedies(path: string): ReadonlyMap<Finding, Remedy> {
    return remediesOf(this.#placed(path));
  }

  /**
   * One fix that hardens what a finding is about: its container, or with `workload` the whole object.
   * @returns undefined when nothing about it is a matter of hardening.
   */
  harden(finding: Finding, workload: boolean): ResolvedFix | undefined {
    return harden(this.#placed(finding.path), finding, workload);
  }

  /** What an ignore of a finding may speak for, narrowest first; empty when its file is not open. */
  ignoreScopes(finding: Finding): readonly IgnoreScope[] {
    const origin = this.#origins.get(finding);
    return origin === undefined || this.#files.get(finding.path)?.text === undefined ? [] : ignoreScopesOf(origin);
  }

  /** The edit that ignores rules with a reason, for what a finding is about. */
  ignoring(finding: Finding, rules: readonly string[], reason: string, scope: IgnoreScope = 'line'): ResolvedFix {
    const record = this.#files.get(finding.path);
    const origin = this.#origins.get(finding);
    if (record?.text === undefined || origin === undefined) return { refused: 'The file is not open.' };
    const limit = record.source?.kind === 'dockerfile' ? record.source.dockerfile.directivesEnd : 0;
    return ignoring(record.text, origin, rules, reason, scope, limit);
  }

  /**
   * Applies fixes until nothing changes, at most ten rounds, on a copy: the workspace itself stays as it is.
   * @param level `review` includes safe ones. Template fixes and fixes that create documents are left out, the latter unless
   *   their rule is named in `only`.
   * @returns undefined when nothing was done.
   */
  fixAll(path: string, level: 'safe' | 'review', only?: ReadonlySet<string>): FixAllResult | undefined {
    return this.fork().#fixAll(path, level, only);
  }

  /** On a copy: what it is given stays. */
  #fixAll(path: string, level: 'safe' | 'review', only?: ReadonlySet<string>): FixAllResult | undefined {
    const record = this.#files.get(path);
    if (record?.text === undefined) return undefined;
    // What rules on several files say of the text as it was is no harm that a fix does.
    this.refresh();
    const analyse = (version: string): readonly FileFinding[] => {
      if (version !== this.#files.get(path)?.text) this.#give(path, version);
      return this.#placed(path);
    };
    return fixAll(record.text, level, only, analyse, (rule) => this.#rulesById.get(rule)?.uncovers ?? []);
  }

  /**
   * The same for many files, until none changes any more: what one file becomes may tell something of another. On a copy, too, so that the caller may stop
   * early.
   * @yields before each file, so that the caller can look whether to go on.
   * @returns results by path, of the files that changed.
   */
  *fixingFiles(
    paths: readonly string[],
    level: 'safe' | 'review',
    only?: ReadonlySet<string>,
  ): Generator<string, ReadonlyMap<string, FixAllResult>, void> {
    const copy = this.fork();
    const results = new Map<string, FixAllResult>();
    for (let pass = 0, changed = true; changed && pass < passLimit; pass++) {
      changed = false;
      for (const path of paths) {
        yield path;
        const before = copy.text(path);
        const done = copy.#fixAll(path, level, only);
        const after = done?.text ?? before;
        // The last version that was tried need not be the one that was chosen.
        if (after !== undefined && after !== copy.text(path)) copy.#give(path, after);
        if (done === undefined) continue;
        changed = true;
        const { applied, steps } = results.get(path) ?? { applied: [], steps: [] };
        results.set(path, {
          text: done.text,
          applied: [...applied, ...done.applied],
          steps: [...steps, ...done.steps],
        });
      }
    }
    return results;
  }

  /** Another text for a file that was retained. */
  #give(path: string, text: string): void {
    const record = this.#files.get(path);
    if (record === undefined) return;
    this.update({ ...record.input, text }, record.rules.settings, { retain: true });
    this.refresh();
  }

  /** Rules that threw, once each for a file. */
  failures(): readonly { readonly rule: string; readonly path: string; readonly message: string }[] {
    const local = [...this.#files].flatMap(([path, { units }]) =>
      units.flatMap(({ unit }) => unit.analysis.failures.map((failure) => ({ ...failure, path }))),
    );
    const cross = [...this.#cross.values()].flatMap(({ failures }) => [...failures]);
    return [...local, ...cross.map(([rule, message]) => ({ rule, path: '', message }))];
  }

  /** The facts are put together only when a fix looks at them. */
  #around(path: string, cross: CrossRules): Surroundings {
    const kustomizations = this.#kustomizations;
    return {
      path,
      get facts() {
        return cross.facts(kustomizations);
      },
    };
  }

  #crossOf(root: string): CrossRules {
    let cross = this.#cross.get(root);
    if (cross === undefined) {
      cross = new CrossRules();
      this.#cross.set(root, cross);
    }
    return cross;
  }

  #hasRoot(root: string): boolean {
    return [...this.#files.values()].some(({ rules }) => rules.settings.root === root);
  }

  #ruleSet(settings: Settings): RuleSet {
    let rules = this.#ruleSets.get(settings);
    if (rules === undefined) {
      rules = ruleSetFor(this.#rules, settings);
      this.#ruleSets.set(settings, rules);
    }
    return rules;
  }

  #fileContextOf(path: string, rules: RuleSet, facts: readonly FactWithoutRef[]): FileContext {
    const namespace = (): string | undefined => this.#kustomizations.namespaceFor(path);
    const fileContext = fileContextOf(path, this.#kustomizations);
    const isTold = rules.settings.byNamespace.length > 0 && this.#kustomizations.size > 0;
    return withRequirements(
      isTold ? { ...fileContext, namespace: namespace() } : fileContext,
      this.#requirements.all,
      facts,
      namespace,
    );
  }

  /** What the namespaces of all files require of pods. */
  #learnNamespaces(path: string, facts: readonly FactWithoutRef[]): void {
    if (this.#requirements.learn(path, facts)) this.#linked = false;
  }

  /** A kustomization changed; what that makes of files is found out when somebody asks. */
  #relink(path: string, kustomization: Kustomization | undefined): void {
    if (!this.#kustomizations.learn(path, kustomization)) return;
    this.#linked = false;
    for (const cross of this.#cross.values()) cross.invalidate(this.#workspaceRules());
  }

  #workspaceRules(): readonly WorkspaceRule[] {
    return this.#crossRules.filter((rule) => [...this.#ruleSets.values()].some((set) => set.runs(rule.id)));
  }

  /** Workspace rules see one scope, whose files may have settings of their own; those of the first in the order of paths count. */
  #mainSettings(): Settings {
    if (this.#first === undefined)
      for (const path of this.#files.keys()) if (this.#first === undefined || path < this.#first) this.#first = path;
    const first = this.#first === undefined ? undefined : this.#files.get(this.#first);
    return first?.rules.settings ?? defaultSettings;
  }
}
