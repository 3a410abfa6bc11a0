/**
 * The files of one scope: their findings, and the rules that need several of them. Owns what is kept of each file and what runs again after a change. Reads no
 * disk: hosts hand texts in and say when the scope was read completely.
 */
import type { Rule } from '../contract/rule.ts';
import type { FactRef } from '../facts/fact.ts';
import type { Facts } from '../facts/index.ts';
import { sameFileContext } from '../facts/questions/file-context.ts';
import { Kept } from '../text/kept.ts';
import type { LineTable } from '../text/source.ts';
import { type AnalyseOptions, analyseFile } from './analyse/analyse-file.ts';
import { type Assembled, assemble, type FileFinding } from './analyse/assemble.ts';
import type { Charts } from './analyse/charts/charts.ts';
import { CrossFileScopes } from './analyse/cross-file-scopes.ts';
import { type Located, placeOf } from './analyse/fact-place.ts';
import { FileLinks } from './analyse/file-links.ts';
import type { FileRecord, FileState } from './analyse/file-record.ts';
import { FileRecords } from './analyse/file-records.ts';
import { referencesOf } from './analyse/references.ts';
import type { FileInput } from './analyse/source-file.ts';
import { toldElsewhere } from './analyse/stories.ts';
import { type TypedText, typedText } from './analyse/typed-text.ts';
import type { Unit } from './analyse/units/deployment-units.ts';
import type { Finding, ResolvedFix } from './findings/finding.ts';
import { type IgnoreScope, ignoreScopesOf, ignoring } from './findings/ignoring.ts';
import type { FixAllResult } from './fixes/fix-all.ts';
import { fixFile, fixFiles } from './fixes/fix-files.ts';
import type { Trial } from './fixes/fix-rendered.ts';
import { harden } from './fixes/harden.ts';
import { fixesOf } from './fixes/in-patch.ts';
import { type Remedy, remediesOf } from './fixes/remedy.ts';
import { RuleSets } from './settings/rule-sets.ts';
import { contextOf, type Settings } from './settings/settings.ts';

/** Kustomizations tell of patches, and these of other files. */
const mostRounds = 3;

/** Texts in, findings and fixes out. `update` gives it a file, `refresh` runs what depends on several. */
export class Workspace {
  /** Set by the host when every file of the scope was given: only then may a rule say that something exists nowhere. */
  complete = false;
  readonly #rules: RuleSets;
  #files = new FileRecords();
  #cross = new CrossFileScopes();
  readonly #changed = new Set<string>();
  readonly #stale = new Set<string>();
  /** Of files that were given since the last refresh, what they were then. Never emptied: what a map held before that lives until the whole heap is collected. */
  #before = new Map<string, FileRecord>();
  readonly #origins = new Kept<Finding, FileFinding>();
  #links = new FileLinks();
  /** What the rules on several files ran with last. */
  #ranWith: Settings | undefined;
  /** Of the file that was asked about last: a menu asks for the findings of one file many times. */
  #asked: (Assembled & { readonly path: string }) | undefined;

  constructor(rules: readonly Rule[] | RuleSets) {
    this.#rules = rules instanceof RuleSets ? rules : new RuleSets(rules);
  }

  /** A copy that shares every file as it is now, for the price of one entry each: what is given to it changes nothing here. */
  fork(): Workspace {
    const copy = new Workspace(this.#rules.fork());
    copy.complete = this.complete;
    copy.#files = this.#files.fork();
    copy.#cross = this.#cross.fork();
    copy.#links = this.#links.fork();
    for (const path of this.#changed) copy.#changed.add(path);
    for (const path of this.#stale) copy.#stale.add(path);
    copy.#ranWith = this.#ranWith;
    return copy;
  }

  update(input: FileInput, settings: Settings, options: AnalyseOptions = {}): FileState {
    const { path } = input;
    this.#asked = undefined;
    const rules = this.#rules.of(settings);
    const previous = this.#files.get(path);
    const scope = this.#cross.of(rules.settings.root);
    const around = { links: this.#links, charts: this.#files.charts, neighbourhood: scope.neighbourhoodOf(path) };
    const record = analyseFile(input, previous, rules, around, options);
    this.#files.set(path, record);
    if (previous !== undefined && !this.#before.has(path)) this.#before.set(path, previous);
    const before = previous?.rules.settings.root ?? rules.settings.root;
    if (before !== rules.settings.root) this.#cross.of(before).learn(path, undefined);
    scope.learn(path, record);
    if (this.#links.learnKustomization(path, record.kustomization)) this.#cross.invalidate(this.#rules.crossFile);
    this.#stale.delete(path);
    if (previous !== undefined && !sameFileContext(previous.fileContext, record.fileContext)) this.#changed.add(path);
    return record.state;
  }

  remove(path: string): void {
    const known = this.#files.get(path);
    this.#asked = undefined;
    this.#files.delete(path);
    if (this.#files.size === 0) for (const one of [this.#rules, this.#files.charts]) one.clear(); // The next may have other settings.
    this.#cross.of(known?.rules.settings.root ?? '').learn(path, undefined);
    this.#stale.delete(path);
    this.#links.learn(path, []);
    this.#links.learnText(path, undefined);
    if (this.#links.learnKustomization(path, undefined)) this.#cross.invalidate(this.#rules.crossFile);
  }

  /** The charts of the scope, whose files are given as a whole before they are given one by one. */
  get charts(): Charts {
    return this.#files.charts;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  paths(): Iterable<string> {
    return this.#files.keys();
  }

  state(path: string): FileState | undefined {
    return this.#files.whole(path)?.state;
  }

  /** The text of a file that was retained. */
  text(path: string): string | undefined {
    return this.#files.get(path)?.text;
  }

  /** What is known of one file by itself, for questions about places of its text. */
  record(path: string): FileRecord | undefined {
    return this.#files.get(path);
  }

  lines(path: string): LineTable | undefined {
    return this.#files.whole(path)?.lines ?? this.#files.charts.lines(path);
  }

  /** Files that must be given again, since another file changed what they are. Those whose text was retained are analysed again here. */
  stale(): readonly string[] {
    let isOther = this.#cross.settle();
    // What is analysed again may be a patch of others.
    for (let round = 0; round < mostRounds && (this.#links.takeChange() || isOther); round++) {
      isOther = false;
      this.#stale.clear();
      for (const [path, { fileContext, input, text, rules, units }] of [...this.#files]) {
        const near = this.#cross.of(rules.settings.root).neighbourhoodOf(path);
        if (sameFileContext(this.#links.contextOf(path, rules, units, near), fileContext)) continue;
        this.#stale.add(path);
        if (text !== undefined) this.update({ ...input, text }, rules.settings, { retain: true });
      }
    }
    return [...this.#stale];
  }

  /** Runs the workspace rules whose facts changed. @returns the files whose findings changed through other files since the last call. */
  refresh(): ReadonlySet<string> {
    this.#asked = undefined;
    for (const path of this.#files.settleCharts((...file) => this.update(...file))) this.#changed.add(path);
    if (this.complete) this.#runCross();
    const before = this.#before;
    this.#before = new Map();
    // A file that was given is shown anew by who gave it.
    for (const path of this.#cross.pointingAtMoved(before, (file) => this.#files.get(file)))
      if (!before.has(path)) this.#changed.add(path);
    const changed = new Set(this.#changed);
    this.#changed.clear();
    return changed;
  }

  #runCross(): void {
    const rules = this.#rules.crossFile;
    const settings = this.#files.mainSettings;
    if (settings !== this.#ranWith) this.#cross.invalidate(rules);
    this.#ranWith = settings;
    const isRoot = (root: string): boolean => this.#files.hasRoot(root);
    for (const path of this.#cross.refresh(rules, this.#links.kustomizations, contextOf(settings), isRoot))
      this.#changed.add(path);
  }

  /** Of the first file: what is asked of all files together goes by these. */
  get settings(): Settings {
    return this.#files.mainSettings;
  }

  /** What files say, for questions that are no rules. @param path whose root is asked about; left out: what all files say. */
  facts(path?: string): Facts {
    return this.#cross.facts(this.#files.get(path ?? '')?.rules.settings.root, this.#links.kustomizations);
  }

  /** Where a fact stands: its own name, or one of its named places. */
  locate(ref: FactRef, place: string): Located | undefined {
    return placeOf(this.#files.get(ref.file), ref.ordinal, place);
  }

  /** Findings of a file after suppression, in the order of the text. */
  findings(path: string): readonly Finding[] {
    return this.assembled(path).placed.map(({ finding }) => finding);
  }

  /** What is found in a file, and what an ignore hides of it, with its reason. */
  assembled(path: string): Assembled {
    if (this.#asked?.path === path) return this.#asked;
    const record = this.#files.whole(path);
    if (record === undefined) return { placed: [], ignored: [], told: [] };
    const state = this.#cross.of(record.rules.settings.root).of(path, this.#links.kustomizations);
    const isTold = toldElsewhere((file) => this.#files.whole(file));
    const found = assemble(record, this.#rules.byId, state, (ref, place) => this.locate(ref, place), isTold);
    for (const item of found.placed) this.#origins.keep(item.finding, item);
    this.#asked = { path, ...found };
    return found;
  }

  /** A file as somebody types in it. */
  typed(path: string): TypedText {
    return typedText(this.#files.whole(path), (finding) => this.#origins.of(finding));
  }

  /** What can be done about a finding, best first; empty when the file was not retained. */
  fixes(finding: Finding): readonly ResolvedFix[] {
    const origin = this.#origins.of(finding);
    if (origin === undefined) return [];
    const scope = this.#cross.of(this.#files.get(finding.path)?.rules.settings.root ?? '');
    return fixesOf(origin, this.#files, this.#links, scope.neighbourhoodOf(finding.path));
  }

  /** How the findings of a file can be fixed; none of those that cannot, or of a file that was not retained. */
  remedies(path: string): ReadonlyMap<Finding, Remedy> {
    return remediesOf(this.assembled(path).placed);
  }

  /** One fix that hardens what a finding is about: its container, or with `workload` the object; undefined where nothing is to be hardened. */
  harden(finding: Finding, workload: boolean): ResolvedFix | undefined {
    return harden(this.assembled(finding.path).placed, finding, workload);
  }

  /** What an ignore of a finding may speak for, narrowest first; empty when its file is not open. */
  ignoreScopes(finding: Finding): readonly IgnoreScope[] {
    return ignoreScopesOf(this.#files.get(finding.path), this.#origins.of(finding));
  }

  /** The edit that ignores rules with a reason, for what a finding is about. */
  ignoring(finding: Finding, rules: readonly string[], reason: string, scope: IgnoreScope = 'line'): ResolvedFix {
    return ignoring(this.#files.get(finding.path), this.#origins.of(finding), rules, reason, scope);
  }

  /**
   * Applies fixes until nothing changes, at most ten rounds, on a copy: the workspace itself stays as it is. @returns undefined when nothing was done.
   * @param level `review` includes safe ones. Template fixes and fixes that create documents are left out, the latter unless their rule is in `only`.
   */
  fixAll(path: string, level: 'safe' | 'review', only?: ReadonlySet<string>): FixAllResult | undefined {
    return fixFile(this.#trial(), path, level, only);
  }

  /**
   * The same for many files, until none changes any more: what one file becomes may tell something of another. On a copy, too, so that it can be stopped.
   * @yields before each file, so that the caller can look whether to go on. @returns results by path, of the files that changed.
   */
  *fixingFiles(
    paths: readonly string[],
    level: 'safe' | 'review',
    only?: ReadonlySet<string>,
  ): Generator<string, ReadonlyMap<string, FixAllResult>, void> {
    return yield* fixFiles(this.#trial(), paths, level, only);
  }

  /** A copy on which fixes are tried: what it is given stays there. */
  #trial(): Trial {
    const copy = this.fork();
    return {
      text: (path) => copy.text(path),
      findings: (path) => copy.assembled(path).placed,
      making: (path) => copy.#files.charts.making(path),
      give: (path, text) => copy.#give(path, text),
      refresh: () => void copy.refresh(),
      uncovers: (rule) => copy.#rules.byId.get(rule)?.uncovers ?? [],
    };
  }

  /** Another text for a file that was retained. */
  #give(path: string, text: string): void {
    const record = this.#files.get(path);
    if (record !== undefined) this.update({ ...record.input, text }, record.rules.settings, { retain: true });
    this.refresh();
  }

  /** Rules that threw, once each for a file. */
  failures(): readonly { readonly rule: string; readonly path: string; readonly message: string }[] {
    return [...this.#files.failures(), ...this.#cross.failures()];
  }

  /** Files and folders that kustomizations and builds refer to and that were not given. */
  references(): readonly string[] {
    return referencesOf(this.#links.kustomizations, this.facts()).filter((path) => !this.#files.has(path));
  }

  /** What a file is deployed with, once for each way to deploy it. */
  units(path: string): readonly Unit[] {
    const root = this.#files.get(path)?.rules.settings.root;
    if (root !== undefined) this.#cross.settle();
    return root === undefined ? [] : this.#cross.of(root).unitsOf(path);
  }
}
