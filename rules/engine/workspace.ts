/**
 * The files of one scope: their findings, and the rules that need several of them. Owns what is kept of each file and what runs
 * again after a change. Reads no disk: hosts hand texts in and say when the scope was read completely.
 */
import type { Kustomization } from '../model/kubernetes/kustomization.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { Extracted, FactKind, Facts } from '../model/workspace/facts.ts';
import { indexFacts } from '../model/workspace/index.ts';
import type { Fix, FixLevel, FixOffer, Rule, WorkspaceRule } from '../rule.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { type LineTable, shifted, type Span } from '../text/source.ts';
import { isRefusal } from '../yaml/change.ts';
import { parseDocument } from '../yaml/parse.ts';
import type { RawFinding } from './analyze.ts';
import { assemble, type Placed } from './assemble.ts';
import type { Finding, ResolvedFix } from './finding.ts';
import { compatible, editsOf, offersOf, resolveFix, type Unit } from './fix.ts';
import { remapped } from './hold.ts';
import { type RuleSet, ruleSetFor } from './rule-set.ts';
import type { Settings } from './settings.ts';
import { type FileInput, readSource, type SourceFile } from './source-file.ts';
import { ignoreEdit } from './suppress.ts';
import { type AnalyzedUnit, dockerfileUnit, documentUnit, withoutTree } from './unit.ts';

export type { FileInput } from './source-file.ts';

/** What became of a file. */
export type FileState =
  | {
      readonly kind: 'analysed';
      readonly type: 'manifest' | 'dockerfile';
      readonly resources: number;
      /** Syntax errors: what could be read was analysed all the same. */
      readonly problems: readonly { readonly span: Span; readonly message: string }[];
      /** Some findings are those of the last readable version, see `hold`. */
      readonly held: boolean;
    }
  /** Neither a manifest nor a Dockerfile. */
  | { readonly kind: 'other' }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface UpdateOptions {
  /** Keep the tree, so that fixes can be computed and the next version reuses unchanged documents. */
  readonly retain?: boolean;
  /** The text is being typed: a document that has just become unreadable keeps its last findings. */
  readonly hold?: boolean;
}

/** A unit of a file where it stands. */
export interface UnitRecord {
  readonly offset: number;
  readonly unit: AnalyzedUnit;
  /** Findings of the last readable version, moved to where their text is now. */
  readonly held: readonly RawFinding[] | undefined;
}

export interface FileRecord {
  readonly input: Omit<FileInput, 'text'>;
  /** Kept only while retained. */
  readonly text: string | undefined;
  readonly source: SourceFile | undefined;
  readonly lines: LineTable | undefined;
  readonly state: FileState;
  readonly rules: RuleSet;
  readonly units: readonly UnitRecord[];
  readonly kustomization: Kustomization | undefined;
  readonly patch: boolean;
}

/** What a workspace rule reported, before it has a place in a text. */
export interface CrossFinding {
  readonly rule: WorkspaceRule;
  readonly message: string;
  readonly ordinal: number;
  readonly place: string;
  readonly fix: ((resource: Resource) => FixOffer) | undefined;
}

export class Workspace {
  /** Set by the host when every file of the scope was given: only then may a rule say that something exists nowhere. */
  complete = false;
  readonly #rules: readonly Rule[];
  readonly #ruleSets = new Map<Settings, RuleSet>();
  readonly #files = new Map<string, FileRecord>();
  readonly #facts = new Map<string, readonly Extracted[]>();
  readonly #dirty = new Set<FactKind>();
  readonly #cross = new Map<string, ReadonlyMap<string, readonly CrossFinding[]>>();
  readonly #changed = new Set<string>();
  readonly #stale = new Set<string>();
  readonly #origins = new WeakMap<Finding, Placed>();
  readonly #crossFailures = new Map<string, string>();
  #patches: ReadonlySet<string> = new Set();
  #wasComplete = false;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  update(input: FileInput, settings: Settings, options: UpdateOptions = {}): FileState {
    const { path, text, ...rest } = input;
    const rules = this.#ruleSet(settings);
    const previous = this.#files.get(path);
    const source = readSource(input, previous?.source);
    const patch = this.#patches.has(path);
    const units = unitsOf(source, text, rules, patch, options.hold === true ? previous : undefined);
    const kustomization = source.kind === 'manifest' ? source.kustomization : undefined;
    const retain = options.retain === true;
    const record: FileRecord = {
      input: { path, ...rest },
      text: retain ? text : undefined,
      source: retain ? source : undefined,
      lines: 'source' in source ? source.source.lines : undefined,
      state: stateOf(source, units),
      rules,
      units,
      kustomization,
      patch,
    };
    const kept = retain ? record : { ...record, units: units.map(({ offset, unit }) => ({ offset, unit: withoutTree(unit), held: undefined })) };
    this.#files.set(path, kept);
    this.#learn(path, kept.units.flatMap(({ unit }) => unit.extracted));
    if (kustomization !== undefined || previous?.kustomization !== undefined) this.#relink();
    this.#stale.delete(path);
    if (this.#patches.has(path) !== patch) this.#stale.add(path);
    return record.state;
  }

  remove(path: string): void {
    const known = this.#files.get(path);
    this.#files.delete(path);
    this.#learn(path, []);
    this.#facts.delete(path);
    this.#stale.delete(path);
    if (known?.kustomization !== undefined) this.#relink();
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

  lines(path: string): LineTable | undefined {
    return this.#files.get(path)?.lines;
  }

  /** Files that must be given again: a kustomization changed whether they are patches. */
  stale(): readonly string[] {
    return [...this.#stale];
  }

  /**
   * Runs the workspace rules whose facts changed.
   * @returns the files whose findings changed through other files since the last call.
   */
  refresh(): ReadonlySet<string> {
    if (this.complete && (this.#dirty.size > 0 || !this.#wasComplete)) {
      const everything = !this.#wasComplete;
      this.#wasComplete = true;
      const due = this.#workspaceRules().filter((rule) => everything || rule.reads.some((kind) => this.#dirty.has(kind)) || !this.#cross.has(rule.id));
      this.#dirty.clear();
      if (due.length > 0) {
        const facts = this.#index();
        for (const rule of due) this.#run(rule, facts);
      }
    }
    const changed = new Set(this.#changed);
    this.#changed.clear();
    return changed;
  }

  /** Findings of a file after suppression, in the order of the text. */
  findings(path: string): readonly Finding[] {
    const record = this.#files.get(path);
    if (record === undefined) return [];
    const cross = [...this.#cross.values()].flatMap((byPath) => byPath.get(path) ?? []);
    const placed = assemble(record, cross, this.#rules, { complete: this.#wasComplete, failed: this.#crossFailures });
    for (const item of placed) this.#origins.set(item.finding, item);
    return placed.map(({ finding }) => finding);
  }

  /** What can be done about a finding, best first; empty when the file was not retained. */
  fixes(finding: Finding): readonly ResolvedFix[] {
    const origin = this.#origins.get(finding);
    if (origin === undefined) return [];
    return offersOf(origin.offer).map((fix) => resolveFix(fix, origin.level ?? 'review', origin.unit));
  }

  /**
   * One fix that hardens what a finding is about: its container, or with `workload` the whole object.
   * @returns undefined when nothing about it is a matter of hardening.
   */
  harden(finding: Finding, workload: boolean): ResolvedFix | undefined {
    const about = this.findings(finding.path).filter(
      (other) => sameObject(other, finding) && (workload || other.container === undefined || other.container === finding.container),
    );
    const origins = about.flatMap((other) => this.#origins.get(other) ?? []);
    const first = origins[0];
    const fixes: Fix[] = [];
    for (const origin of origins) {
      const offer = offersOf(origin.offer).find((fix) => !isRefusal(fix) && fix.hardens === true);
      if (offer !== undefined && !isRefusal(offer)) fixes.push(offer);
    }
    if (first === undefined || fixes.length === 0) return undefined;
    const edits = editsOf(fixes, first.unit);
    if (isRefusal(edits)) return edits;
    const cautions = [...new Set(fixes.flatMap(({ caution }) => caution ?? []))];
    const what = workload ? `${finding.resource?.kind ?? 'workload'} ${finding.resource?.name ?? ''}`.trim() : `container ${finding.container ?? ''}`.trim();
    const title = `Harden ${what}${cautions.length === 0 ? '' : ` (${cautions.join('; ')})`}`;
    return { title, level: 'review', edits, createsDocument: false, hardens: true };
  }

  /** The edit that writes an ignore comment for findings of one line, or an annotation where comments cannot be. */
  ignoring(finding: Finding, rules: readonly string[], reason: string): ResolvedFix {
    const record = this.#files.get(finding.path);
    const origin = this.#origins.get(finding);
    if (record?.text === undefined || origin === undefined) return { refused: 'The file is not open.' };
    const title = `Ignore ${rules.join(', ')} here`;
    const done = (edits: readonly TextEdit[]): ResolvedFix => ({ title, level: 'review', edits, createsDocument: false, hardens: false });
    if (origin.unit.document?.json === true && origin.resource !== undefined) {
      const annotations = origin.resource.at('metadata', 'annotations');
      const changes = rules.map((rule) => annotations.at(`seaworthy.dev/ignore.${rule}`).set(reason));
      const edits = editsOf([{ title, changes }], origin.unit);
      return isRefusal(edits) ? edits : done(edits);
    }
    const limit = record.source?.kind === 'dockerfile' ? record.source.dockerfile.directivesEnd : 0;
    return done([ignoreEdit(record.text, finding.span.start, rules, reason, limit)]);
  }

  /**
   * Applies fixes until nothing changes, at most ten rounds; the workspace itself is left as it was.
   * @param level `review` includes safe ones. Template fixes and fixes that create documents are left out, the latter unless
   *   their rule is named in `only`.
   * @returns undefined when nothing was done.
   */
  fixAll(path: string, level: 'safe' | 'review', only?: ReadonlySet<string>): { readonly text: string; readonly applied: readonly Finding[] } | undefined {
    const record = this.#files.get(path);
    if (record?.text === undefined) return undefined;
    const { settings } = record.rules;
    const original = record.text;
    const seen = new Set([original]);
    const applied: Finding[] = [];
    let text = original;
    for (let round = 0; round < 10; round++) {
      const step = this.#fixOnce(path, level, only);
      if (step === undefined || seen.has(step.text)) break;
      seen.add(step.text);
      text = step.text;
      applied.push(...step.applied);
      this.update({ ...record.input, text }, settings, { retain: true });
      this.#refreshQuietly();
    }
    if (text === original) return undefined;
    this.update({ ...record.input, text: original }, settings, { retain: true });
    this.#refreshQuietly();
    return { text, applied };
  }

  #fixOnce(path: string, level: FixLevel, only: ReadonlySet<string> | undefined): { text: string; applied: Finding[] } | undefined {
    const text = this.#files.get(path)?.text;
    if (text === undefined) return undefined;
    const byUnit = new Map<number, { unit: Unit; fixes: { finding: Finding; fix: Fix }[] }>();
    for (const finding of this.findings(path)) {
      if (only !== undefined && !only.has(finding.rule)) continue;
      const origin = this.#origins.get(finding);
      if (origin === undefined) continue;
      const fix = offersOf(origin.offer).find((offer) => !isRefusal(offer) && allowed(offer.level ?? origin.level, level) && (!offer.createsDocument || only !== undefined));
      if (fix === undefined || isRefusal(fix)) continue;
      const group = byUnit.get(origin.unit.offset) ?? { unit: origin.unit, fixes: [] };
      byUnit.set(origin.unit.offset, group);
      group.fixes.push({ finding, fix });
    }
    const edits: TextEdit[] = [];
    const applied: Finding[] = [];
    for (const { unit, fixes } of byUnit.values()) {
      const chosen = compatible(fixes, unit);
      if (chosen.edits.length > 0 && !breaks(unit, chosen.edits)) {
        edits.push(...chosen.edits);
        applied.push(...chosen.applied);
      }
    }
    return edits.length === 0 ? undefined : { text: applyEdits(text, edits), applied };
  }

  /** Rules that threw, once each for a file. */
  failures(): readonly { readonly rule: string; readonly path: string; readonly message: string }[] {
    const local = [...this.#files].flatMap(([path, { units }]) => units.flatMap(({ unit }) => unit.analysis.failures.map((failure) => ({ ...failure, path }))));
    return [...local, ...[...this.#crossFailures].map(([rule, message]) => ({ rule, path: '', message }))];
  }

  #ruleSet(settings: Settings): RuleSet {
    let rules = this.#ruleSets.get(settings);
    if (rules === undefined) {
      rules = ruleSetFor(this.#rules, settings);
      this.#ruleSets.set(settings, rules);
    }
    return rules;
  }

  /** Takes in the facts of a file; equal facts stop here. */
  #learn(path: string, extracted: readonly Extracted[]): void {
    const known = this.#facts.get(path) ?? [];
    this.#facts.set(path, extracted);
    const length = Math.max(known.length, extracted.length);
    const moved = known.length !== extracted.length;
    for (let i = 0; i < length; i++) {
      const [before, after] = [known[i], extracted[i]];
      if (!moved && (before === after || JSON.stringify(before?.fact) === JSON.stringify(after?.fact))) continue;
      if (before !== undefined) this.#dirty.add(before.fact.factKind);
      if (after !== undefined) this.#dirty.add(after.fact.factKind);
    }
  }

  /** Finds out anew which files are patches, after a kustomization changed. */
  #relink(): void {
    const before = this.#patches;
    this.#patches = new Set(this.#kustomizations().flatMap(({ patches }) => patches));
    for (const [path, { patch }] of this.#files) if (this.#patches.has(path) !== patch) this.#stale.add(path);
    if (before.size !== this.#patches.size || this.complete) for (const { reads } of this.#workspaceRules()) for (const kind of reads) this.#dirty.add(kind);
  }

  #kustomizations(): readonly Kustomization[] {
    return [...this.#files.values()].flatMap(({ kustomization }) => kustomization ?? []);
  }

  #workspaceRules(): readonly WorkspaceRule[] {
    return this.#rules.filter((rule): rule is WorkspaceRule => rule.subject === 'workspace').filter((rule) => [...this.#ruleSets.values()].some(({ severity }) => severity.has(rule.id)));
  }

  #index(): Facts {
    const files = [...this.#facts].map(([path, extracted]) => ({ path, facts: extracted.map(({ fact }) => fact) }));
    return indexFacts(files, this.#kustomizations());
  }

  #run(rule: WorkspaceRule, facts: Facts): void {
    const byPath = new Map<string, CrossFinding[]>();
    const settings = [...this.#ruleSets.keys()][0];
    try {
      rule.check(
        facts,
        ({ ref }, message, options = {}) => {
          const list = byPath.get(ref.file) ?? [];
          byPath.set(ref.file, list);
          list.push({ rule, message, ordinal: ref.ordinal, place: options.place ?? 'name', fix: options.fix });
        },
        { kubernetesMinor: settings?.kubernetesMinor ?? 0, registries: settings?.registries ?? [] },
      );
      this.#crossFailures.delete(rule.id);
    } catch (error) {
      this.#crossFailures.set(rule.id, error instanceof Error ? error.message : String(error));
      byPath.clear();
    }
    const before = this.#cross.get(rule.id) ?? new Map<string, readonly CrossFinding[]>();
    this.#cross.set(rule.id, byPath);
    for (const path of new Set([...before.keys(), ...byPath.keys()])) {
      if (outline(before.get(path)) !== outline(byPath.get(path))) this.#changed.add(path);
    }
  }

  /** Runs what is due and keeps the news for the host's next call. */
  #refreshQuietly(): void {
    for (const path of this.refresh()) this.#changed.add(path);
  }
}

function outline(findings: readonly CrossFinding[] | undefined): string {
  return JSON.stringify((findings ?? []).map(({ message, ordinal, place }) => [message, ordinal, place]));
}

function unitsOf(source: SourceFile, text: string, rules: RuleSet, patch: boolean, previous: FileRecord | undefined): readonly UnitRecord[] {
  if (source.kind === 'dockerfile') return [{ offset: 0, unit: dockerfileUnit(source.dockerfile, text, rules), held: undefined }];
  if (source.kind !== 'manifest') return [];
  const { documents } = source.stream;
  return documents.map(({ offset, document }, i) => {
    const unit = documentUnit(document, rules, patch, i === 0);
    const before = previous?.units.length === documents.length ? previous.units[i] : undefined;
    return { offset, unit, held: before === undefined ? undefined : remapped(before, unit) };
  });
}

function stateOf(source: SourceFile, units: readonly UnitRecord[]): FileState {
  if (source.kind === 'other' || source.kind === 'skipped') return source;
  const held = units.some((unit) => unit.held !== undefined);
  if (source.kind === 'dockerfile') return { kind: 'analysed', type: 'dockerfile', resources: 0, problems: [], held };
  const resources = units.reduce((sum, { unit }) => sum + unit.analysis.resourceCount, 0);
  const problems = units.flatMap(({ offset, unit }) => (unit.document?.problems ?? []).map(({ message, ...span }) => ({ span: shifted(span, offset), message })));
  if (resources === 0 && source.kustomization === undefined && !/^["']?kind["']?\s*:/m.test(source.source.text)) return { kind: 'other' };
  return { kind: 'analysed', type: 'manifest', resources, problems, held };
}

function sameObject(a: Finding, b: Finding): boolean {
  return a.resource?.kind === b.resource?.kind && a.resource?.name === b.resource?.name && a.resource?.namespace === b.resource?.namespace;
}

function allowed(level: FixLevel | undefined, wanted: FixLevel): boolean {
  return level === 'safe' || (level === 'review' && wanted === 'review');
}

/** Whether a document would have errors it did not have; a Dockerfile's edits are proved by its own model. */
function breaks(unit: Unit, edits: readonly TextEdit[]): boolean {
  if (unit.document === undefined) return false;
  const own = edits.map((edit) => ({ ...edit, start: edit.start - unit.offset, end: edit.end - unit.offset })).filter(({ text }) => !/^(?:\r?\n)?---/.test(text));
  return parseDocument(applyEdits(unit.document.text, own)).problems.length > unit.document.problems.length;
}
