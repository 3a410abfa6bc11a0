/**
 * The rules that need several documents: what they read, when they run again, what they said last. Must not know texts or trees;
 * what it says has a place only once a file puts it into its own text.
 */

import type { Context, WorkspaceRule } from '../../contract/rule.ts';
import type { Extracted } from '../../facts/extract.ts';
import type { FactRef } from '../../facts/fact.ts';
import type { Facts } from '../../facts/index.ts';
import { indexFacts } from '../../facts/index.ts';
import type { FactKind, FactWithoutRef } from '../../facts/kinds/index.ts';
import type { AroundFacts } from '../../model/kustomize/unit-kustomizations.ts';
import { messageLimit, shortened } from '../../text/shortened.ts';
import { changedExposures, type Exposures, exposureReads, exposuresOf } from '../findings/exposure.ts';
import type { CrossFileFinding, CrossFileState, Part } from './cross-file-finding.ts';

/** Something that is said of a file points at a place of another one. */
interface Pointer {
  readonly path: string;
  readonly ref: FactRef;
  readonly place: string;
}

/** What rules on several files say of one set of files; each runs again only when a kind of fact that it reads changed. */
export class CrossFileRules {
  /** True once rules have run over a complete scope, so that what they did not say is an answer too. */
  ready = false;
  /** Why a rule threw, by its id. */
  readonly failures = new Map<string, string>();
  readonly #facts = new Map<string, readonly Extracted[]>();
  /** The paths in order, as long as none comes or goes. */
  #order: readonly string[] | undefined;
  readonly #dirty = new Set<FactKind>();
  #exposures: Exposures = new Map();
  readonly #said = new Map<string, ReadonlyMap<string, readonly CrossFileFinding[]>>();
  #index: Facts | undefined;
  /** By the file that is pointed at; made when somebody asks, and as long as nothing else is said. */
  #pointers: ReadonlyMap<string, readonly Pointer[]> | undefined;
  /** By the file that findings are part of; made and forgotten with these. */
  #parts: ReadonlyMap<string, readonly Part[]> | undefined;

  /** A copy that goes its own way from here; what was worked out is shared. */
  fork(): CrossFileRules {
    const copy = new CrossFileRules();
    copy.ready = this.ready;
    for (const [rule, message] of this.failures) copy.failures.set(rule, message);
    for (const [path, extracted] of this.#facts) copy.#facts.set(path, extracted);
    for (const kind of this.#dirty) copy.#dirty.add(kind);
    for (const [rule, files] of this.#said) copy.#said.set(rule, files);
    copy.#exposures = this.#exposures;
    copy.#index = this.#index;
    copy.#order = this.#order;
    copy.#pointers = this.#pointers;
    copy.#parts = this.#parts;
    return copy;
  }

  /** Takes in the facts of a file; equal facts stop here. */
  learn(path: string, extracted: readonly Extracted[]): void {
    const known = this.#facts.get(path) ?? [];
    if (this.#facts.has(path) !== extracted.length > 0) this.#order = undefined;
    if (extracted.length === 0) this.#facts.delete(path);
    else this.#facts.set(path, extracted);
    const moved = known.length !== extracted.length;
    for (let i = 0; i < Math.max(known.length, extracted.length); i++) {
      const [before, after] = [known[i], extracted[i]];
      if (!moved && (before === after || JSON.stringify(before?.fact) === JSON.stringify(after?.fact))) continue;
      this.#index = undefined;
      if (before !== undefined) this.#dirty.add(before.fact.factKind);
      if (after !== undefined) this.#dirty.add(after.fact.factKind);
    }
  }

  /** Something that facts are read with changed, such as a kustomization's namespace. */
  invalidate(rules: readonly WorkspaceRule[]): void {
    this.#index = undefined;
    for (const kind of exposureReads) this.#dirty.add(kind);
    for (const { reads } of rules) for (const kind of reads) this.#dirty.add(kind);
  }

  /**
   * Runs the rules whose facts changed.
   * @returns the files that are spoken of otherwise than before.
   */
  refresh(rules: readonly WorkspaceRule[], kustomizations: AroundFacts, context: Context): ReadonlySet<string> {
    const changed = new Set<string>();
    // A rule that does not run any more would go on saying what was so at its last run.
    for (const [id, files] of this.#said) {
      if (rules.some((rule) => rule.id === id)) continue;
      this.#said.delete(id);
      this.#forgetPlaces();
      for (const path of files.keys()) changed.add(path);
    }
    const due = rules.filter(
      (rule) => !this.ready || !this.#said.has(rule.id) || rule.reads.some((kind) => this.#dirty.has(kind)),
    );
    const exposes = !this.ready || exposureReads.some((kind) => this.#dirty.has(kind));
    this.ready = true;
    this.#dirty.clear();
    if (due.length === 0 && !exposes) return changed;
    this.#forgetPlaces();
    const facts = this.facts(kustomizations);
    if (exposes) {
      const now = exposuresOf(facts);
      for (const path of changedExposures(this.#exposures, now)) changed.add(path);
      this.#exposures = now;
    }
    for (const rule of due) {
      const before = this.#said.get(rule.id);
      const now = this.#run(rule, facts, context);
      this.#said.set(rule.id, now);
      for (const path of new Set([...(before?.keys() ?? []), ...now.keys()])) {
        if (outline(before?.get(path)) === outline(now.get(path))) continue;
        changed.add(path);
        for (const { partOf } of [...(before?.get(path) ?? []), ...(now.get(path) ?? [])])
          if (partOf !== undefined) changed.add(partOf.ref.file);
      }
    }
    return changed;
  }

  /** What all files say, kept until one of them says something else. */
  facts(kustomizations: AroundFacts): Facts {
    this.#index ??= indexFacts(this.files(), kustomizations);
    return this.#index;
  }

  /** What is known of each file, in an order that says nothing of when they were read: where several facts would do, rules name the first. */
  files(): readonly { readonly path: string; readonly facts: readonly FactWithoutRef[] }[] {
    this.#order ??= [...this.#facts.keys()].sort((a, b) => (a < b ? -1 : 1));
    return this.#order.map((path) => ({ path, facts: factsOf(this.#facts.get(path) ?? []) }));
  }

  /** Everything said of a file, and what is known beside it. */
  of(path: string, kustomizations: AroundFacts): CrossFileState {
    const facts = (): Facts => this.facts(kustomizations);
    return {
      findings: [...this.#said.values()].flatMap((files) => files.get(path) ?? []),
      parts: this.#partsOf(path),
      complete: this.ready,
      failed: this.failures,
      exposed: this.#exposures.get(path) ?? new Map(),
      around: {
        path,
        // Put together only when a fix looks at them.
        get facts() {
          return facts();
        },
      },
    };
  }

  /** Whether the same is said of the same. @param finding of other rules than these. */
  says(path: string, { rule, ordinal, place }: CrossFileFinding): boolean {
    const known = this.#said.get(rule.id)?.get(path) ?? [];
    return known.some((one) => one.ordinal === ordinal && one.place === place);
  }

  /** Whether something that is said is so. */
  some(is: (path: string, finding: CrossFileFinding) => boolean): boolean {
    for (const files of this.#said.values())
      for (const [path, findings] of files) if (findings.some((finding) => is(path, finding))) return true;
    return false;
  }

  /**
   * Files of which something is said that points at a place of another file.
   * @param files that are pointed at. @param at whether it is one of the places that are asked about.
   */
  pointingAt(files: Iterable<string>, at: (ref: FactRef, place: string) => boolean): ReadonlySet<string> {
    this.#pointers ??= this.#pointersByFile();
    const found = new Set<string>();
    for (const file of files)
      for (const { path, ref, place } of this.#pointers.get(file) ?? []) if (at(ref, place)) found.add(path);
    return found;
  }

  #forgetPlaces(): void {
    this.#pointers = undefined;
    this.#parts = undefined;
  }

  #partsOf(file: string): readonly Part[] {
    this.#parts ??= this.#partsByFile();
    return this.#parts.get(file) ?? [];
  }

  #partsByFile(): ReadonlyMap<string, readonly Part[]> {
    const parts = new Map<string, Part[]>();
    for (const files of this.#said.values())
      for (const [path, findings] of files)
        for (const finding of findings) {
          if (finding.partOf === undefined) continue;
          const { ref, place } = finding.partOf;
          const known = parts.get(ref.file) ?? [];
          parts.set(ref.file, known);
          known.push({ ordinal: ref.ordinal, place, finding, by: { file: path, ordinal: finding.ordinal } });
        }
    return parts;
  }

  #pointersByFile(): ReadonlyMap<string, readonly Pointer[]> {
    const pointers = new Map<string, Pointer[]>();
    const add = (path: string, ref: FactRef, place: string): void => {
      const known = pointers.get(ref.file) ?? [];
      pointers.set(ref.file, known);
      known.push({ path, ref, place });
    };
    for (const [path, ways] of this.#exposures) for (const { by } of ways.values()) add(path, by, 'name');
    for (const files of this.#said.values())
      for (const [path, findings] of files)
        for (const { related } of findings) for (const { fact, place } of related) add(path, fact.ref, place);
    return pointers;
  }

  #run(rule: WorkspaceRule, facts: Facts, context: Context): ReadonlyMap<string, readonly CrossFileFinding[]> {
    const said = new Map<string, CrossFileFinding[]>();
    try {
      rule.check(
        facts,
        ({ ref }, message, options = {}) => {
          const list = said.get(ref.file) ?? [];
          said.set(ref.file, list);
          const { place = 'name', atMost, from, fix, fixDockerfile, related = [] } = options;
          const { fact, place: at = 'name' } = options.partOf ?? options.repeats ?? {};
          const partOf = fact === undefined ? undefined : { ref: fact.ref, place: at };
          const text = shortened(message, messageLimit);
          const weight = { ...(atMost === undefined ? {} : { atMost }), ...(from === undefined ? {} : { from }) };
          list.push({
            rule,
            message: text,
            ordinal: ref.ordinal,
            place,
            ...weight,
            fix,
            fixDockerfile,
            related,
            partOf,
            partFrom: options.partOf === undefined && fact !== undefined ? 'strict' : undefined,
          });
        },
        context,
      );
      this.failures.delete(rule.id);
      return said;
    } catch (error) {
      this.failures.set(rule.id, error instanceof Error ? error.message : String(error));
      return new Map();
    }
  }
}

/** The same list for the same file: what is worked out of a file is kept by it. */
const plain = new WeakMap<readonly Extracted[], readonly FactWithoutRef[]>();

function factsOf(extracted: readonly Extracted[]): readonly FactWithoutRef[] {
  let facts = plain.get(extracted);
  if (facts === undefined) {
    facts = extracted.map(({ fact }) => fact);
    plain.set(extracted, facts);
  }
  return facts;
}

const outlines = new WeakMap<readonly CrossFileFinding[], string>();

/** What is said of a file, as a text that is equal where the same is said. */
function outline(findings: readonly CrossFileFinding[] | undefined): string {
  if (findings === undefined) return '';
  let text = outlines.get(findings);
  if (text === undefined) {
    text = JSON.stringify(
      findings.map(({ message, ordinal, place, atMost, from, related, partOf }) => [
        message,
        ordinal,
        place,
        atMost,
        from,
        partOf,
        related.map(({ fact, place: at, message: text }) => [fact.ref, at, text]),
      ]),
    );
    outlines.set(findings, text);
  }
  return text;
}
