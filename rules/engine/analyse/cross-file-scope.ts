/**
 * The rules on several files, for all files below one root. What makes a finding lies within one deployment unit; what a unit lacks may lie in any other, but
 * not in variants of it. So a rule on what is absent runs on the unit, and on all that may excuse it, and counts where both say it.
 */

import type { Context, WorkspaceRule } from '../../contract/rule.ts';
import type { FactRef } from '../../facts/fact.ts';
import type { Kustomizations } from '../../model/kustomize/kustomizations.ts';
import { type AroundFacts, UnitKustomizations } from '../../model/kustomize/unit-kustomizations.ts';
import { directoryOf } from '../../text/path.ts';
import { CrossFileRules } from './cross-file.ts';
import {
  type CrossFileFinding,
  type CrossFileState,
  keyOfFinding,
  type Part,
  saidByAll,
} from './cross-file-finding.ts';
import type { FileRecord } from './file-record.ts';
import { extractedIn, type KnownFile, knownOf, sameDeployment, unitFileOf } from './known-file.ts';
import { DeploymentUnits, type Neighbourhood, type Unit } from './units/deployment-units.ts';

/** How many files all views together may have, for each file there is: what units beyond it lack counts as excused. */
const mostViews = 3;

/** The files of one root in their deployment units, kept up to date file by file. */
export class CrossFileScope {
  readonly #files = new Map<string, KnownFile>();
  /** All files. Where there is only one unit, it is this. */
  #all = new CrossFileRules();
  /** As they were when somebody asked last. */
  #units: DeploymentUnits | undefined;
  /** A file changed what belongs together. */
  #isUnsettled = true;
  /** Files of units or views that are gone, until somebody hears of it. */
  #gone = new Set<string>();
  #byUnit = new Map<Unit, CrossFileRules>();
  #within = new WeakMap<Unit, UnitKustomizations>();
  /** All but the variants of a unit, for the units that need it. */
  readonly #views = new Map<Unit, { readonly files: ReadonlySet<string>; readonly rules: CrossFileRules }>();

  /** A copy that goes its own way from here. */
  fork(): CrossFileScope {
    const copy = new CrossFileScope();
    for (const [path, known] of this.#files) copy.#files.set(path, known);
    copy.#all = this.#all.fork();
    copy.#units = this.#units;
    copy.#isUnsettled = this.#isUnsettled;
    copy.#gone = new Set(this.#gone);
    for (const [unit, rules] of this.#byUnit) copy.#byUnit.set(unit, rules.fork());
    for (const [unit, { files, rules }] of this.#views) copy.#views.set(unit, { files, rules: rules.fork() });
    return copy;
  }

  /** No file says anything. */
  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** Takes in what a file says; undefined: it is gone. */
  learn(path: string, record: FileRecord | undefined): void {
    const before = this.#files.get(path);
    const now = record === undefined ? undefined : knownOf(record);
    if (now === undefined) this.#files.delete(path);
    else this.#files.set(path, now);
    const extracted = now?.extracted ?? [];
    this.#all.learn(path, extracted);
    if (!sameDeployment(before, now)) this.#isUnsettled = true;
    for (const unit of this.#units?.of(path) ?? []) this.#byUnit.get(unit)?.learn(path, extractedIn(now, unit.folder));
    for (const { files, rules } of this.#views.values()) if (files.has(path)) rules.learn(path, extracted);
  }

  /** Something that facts are read with changed. */
  invalidate(rules: readonly WorkspaceRule[]): void {
    this.#within = new WeakMap();
    for (const one of this.#everyRules()) one.invalidate(rules);
  }

  /** The units that a file belongs to, as of the last time that they were settled. */
  unitsOf(path: string): readonly Unit[] {
    return this.#units?.of(path) ?? [];
  }

  /** As of the last time that units were settled. */
  neighbourhoodOf(path: string): Neighbourhood {
    return this.#units?.neighbourhood(path) ?? { deployed: [], common: new Set() };
  }

  /** Finds out again what belongs together, where a file changed that. @returns whether one did. */
  settle(): boolean {
    if (!this.#isUnsettled) return false;
    this.#isUnsettled = false;
    this.#units = new DeploymentUnits(
      // In an order that says nothing of when they were read.
      new Map([...this.#files].sort(byPath).map(([path, known]) => [path, unitFileOf(path, known)])),
    );
    this.#dropViews([...this.#views.keys()]);
    const before = new Map([...this.#byUnit].map(([unit, rules]) => [nameOf(unit), { unit, rules }]));
    this.#byUnit = new Map();
    const { all } = this.#units;
    if (all.length !== 1 || all[0]?.files.size !== this.#files.size)
      for (const unit of all) {
        const known = before.get(nameOf(unit));
        before.delete(nameOf(unit));
        const rules = known?.rules ?? new CrossFileRules();
        for (const path of known?.unit.files ?? []) if (!unit.files.has(path)) rules.learn(path, []);
        for (const path of unit.files) rules.learn(path, extractedIn(this.#files.get(path), unit.folder));
        this.#byUnit.set(unit, rules);
      }
    for (const { unit } of before.values()) for (const path of unit.files) this.#gone.add(path);
    return true;
  }

  /**
   * Runs the rules whose facts changed.
   * @returns the files that are spoken of otherwise than before.
   */
  refresh(rules: readonly WorkspaceRule[], kustomizations: Kustomizations, context: Context): ReadonlySet<string> {
    this.settle();
    const changed = new Set<string>();
    const run = (one: CrossFileRules, some: readonly WorkspaceRule[], unit?: Unit): void => {
      const around = unit === undefined ? kustomizations : this.#kustomizationsOf(unit, kustomizations);
      for (const path of one.refresh(some, around, context)) changed.add(path);
    };
    if (this.#isOne) {
      run(this.#all, rules);
      return this.#withGone(changed);
    }
    const absences = rules.filter(({ joins }) => joins === 'absence');
    const ofUnits = rules.filter(({ joins }) => joins !== 'root');
    run(
      this.#all,
      rules.filter(({ joins }) => joins !== undefined),
    );
    for (const [unit, one] of this.#byUnit) run(one, ofUnits, unit);
    this.#settleViews();
    // What excuses may lie anywhere, so that a namespace that overlays give differently may be any there.
    for (const { rules: view } of this.#views.values()) run(view, absences);
    return this.#withGone(changed);
  }

  #withGone(changed: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set([...changed, ...this.#gone]);
    this.#gone = new Set();
    return all;
  }

  /** Everything said of a file, and what is known beside it. */
  of(path: string, kustomizations: Kustomizations): CrossFileState {
    const all = this.#all.of(path, kustomizations);
    if (this.#isOne) return all;
    const findings = new Map<string, CrossFileFinding>();
    const parts = new Map<string, Part>();
    const exposed = new Map<number, NonNullable<ReturnType<typeof all.exposed.get>>>();
    const failed = new Map(all.failed);
    const everywhere = new Map(all.findings.map((one) => [keyOfFinding(one), one]));
    for (const unit of this.unitsOf(path)) {
      const own = this.#byUnit.get(unit)?.of(path, this.#kustomizationsOf(unit, kustomizations));
      for (const finding of own?.findings ?? []) {
        // A file of several units says the same in each of them.
        const key = keyOfFinding(finding);
        if (!findings.has(key) && !this.#isExcused(unit, path, finding))
          findings.set(key, saidByAll(finding, everywhere));
      }
      for (const part of own?.parts ?? [])
        parts.set(`${part.finding.rule.id} ${part.by.file} ${part.by.ordinal} ${part.ordinal} ${part.place}`, part);
      for (const [ordinal, by] of own?.exposed ?? []) exposed.set(ordinal, by);
      for (const [rule, message] of own?.failed ?? []) failed.set(rule, message);
    }
    return {
      ...all,
      findings: [...all.findings.filter(({ rule }) => rule.joins === 'root'), ...findings.values()],
      parts: [...parts.values()],
      failed,
      exposed,
    };
  }

  /** All files that are a part of something, in an order that says nothing of when they were read. */
  files(): ReturnType<CrossFileRules['files']> {
    const files = this.#all.files();
    return this.#isOne ? files : files.filter(({ path }) => this.unitsOf(path).length > 0);
  }

  /** Objects that are others once a file says something else, or belongs to something else. */
  version(kustomizations: Kustomizations): readonly unknown[] {
    return [this.#all.facts(kustomizations), this.#units];
  }

  /**
   * Files of which something is said that points at a place of another file.
   * @param files that are pointed at. @param at whether it is one of the places that are asked about.
   */
  pointingAt(files: readonly string[], at: (ref: FactRef, place: string) => boolean): readonly string[] {
    return [this.#all, ...this.#byUnit.values()].flatMap((one) => [...one.pointingAt(files, at)]);
  }

  /** Why rules threw, by their ids. */
  failures(): readonly (readonly [string, string])[] {
    return [...new Map(this.#everyRules().flatMap(({ failures }) => [...failures]))];
  }

  #everyRules(): readonly CrossFileRules[] {
    return [this.#all, ...this.#byUnit.values(), ...[...this.#views.values()].map(({ rules }) => rules)];
  }

  /** Until what belongs together, or a kustomization, changes. */
  #kustomizationsOf(unit: Unit, all: Kustomizations): AroundFacts {
    if (unit.reason !== 'kustomization') return all;
    let within = this.#within.get(unit);
    if (within === undefined) {
      within = new UnitKustomizations(all, unit.files);
      this.#within.set(unit, within);
    }
    return within;
  }

  get #isOne(): boolean {
    return this.#byUnit.size === 0;
  }

  /** Whether something that is no variant of the unit has what it lacks. */
  #isExcused(unit: Unit, path: string, finding: CrossFileFinding): boolean {
    return this.#isFoundElsewhere(path, finding) && this.#views.get(unit)?.rules.says(path, finding) !== true;
  }

  /** Whether something below the root has what a unit lacks. */
  #isFoundElsewhere(path: string, finding: CrossFileFinding): boolean {
    return finding.rule.joins === 'absence' && !this.#all.says(path, finding);
  }

  /**
   * For the units that only their variants may excuse, in the order of their names as long as there is room: which ones have a view says nothing of when
   * files were read.
   */
  #settleViews(): void {
    let left = mostViews * this.#files.size;
    const needed = new Set<Unit>();
    const missing: Unit[] = [];
    for (const unit of [...this.#byUnit.keys()].sort(byName)) {
      if (this.#byUnit.get(unit)?.some((path, finding) => this.#isFoundElsewhere(path, finding)) !== true) continue;
      const size = this.#views.get(unit)?.files.size ?? this.#viewOf(unit)?.size;
      if (size === undefined) continue;
      left -= size;
      if (left < 0) break;
      needed.add(unit);
      if (!this.#views.has(unit)) missing.push(unit);
    }
    this.#dropViews([...this.#views.keys()].filter((unit) => !needed.has(unit)));
    for (const unit of missing) this.#addView(unit);
  }

  /** Files that may excuse what a unit lacks: all but its variants; undefined when it has none. */
  #viewOf(unit: Unit): ReadonlySet<string> | undefined {
    const variants = new Set(this.#units?.variantsOf(unit));
    if (variants.size === 0) return undefined;
    return new Set([...this.#files.keys()].filter((path) => unit.files.has(path) || !liesIn(path, variants)));
  }

  #addView(unit: Unit): void {
    const files = this.#viewOf(unit) ?? new Set();
    const rules = new CrossFileRules();
    for (const path of files) rules.learn(path, this.#files.get(path)?.extracted ?? []);
    this.#views.set(unit, { files, rules });
  }

  /** What was told by a view may not be so any more. */
  #dropViews(units: readonly Unit[]): void {
    for (const unit of units) if (this.#views.delete(unit)) for (const path of unit.files) this.#gone.add(path);
  }
}

const byName = (a: Unit, b: Unit): number => (nameOf(a) < nameOf(b) ? -1 : 1);
const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const nameOf = ({ folder, reason }: Unit): string => `${reason} ${folder}`;

function liesIn(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = directoryOf(path); at !== ''; at = directoryOf(at)) if (folders.has(at)) return true;
  return false;
}
