/**
 * Puts the findings of one file together: those of its documents and of the workspace rules, minus the ignored ones, plus what there is
 * to say about the ignores themselves. From offsets of documents to offsets of the file.
 */

import type { Weight } from '../../contract/finding.ts';
import type { Rule } from '../../contract/rule.ts';
import { withoutCredentials } from '../../text/credentials.ts';
import { type Finding, fingerprintOf, type Identity, twinKeyOf } from '../findings/finding.ts';
import { ignoresById } from '../findings/ignore-index.ts';
import { leftPlaceholder, ruleFailure, syntaxError, uncheckedPart } from '../findings/notices.ts';
import type { Ignore } from '../findings/suppress.ts';
import { isShown } from '../settings/shown.ts';
import { aboutIgnores } from './about-ignores.ts';
import type { CrossFileFinding, CrossFileState } from './cross-file-finding.ts';
import type { Locate } from './fact-place.ts';
import { type DocumentRecord, type FileRecord, purposeOfFile } from './file-record.ts';
import { foldedByCause, foldedByFile, foldedByRole, hideObvious, isForStrict } from './obvious.ts';
import {
  type Fixable,
  fromDocument,
  fromFact,
  fromNotice,
  type PendingFinding,
  settingsFor,
} from './pending-finding.ts';
import { exposedObjects, raise } from './raise.ts';
import { type IsTold, withParts } from './stories.ts';

/** A finding with what its fixes need. */
export interface FileFinding extends Fixable {
  readonly finding: Finding;
}

/** A finding that an ignore with a reason hides. */
export interface IgnoredFinding {
  readonly finding: Finding;
  /** As its author wrote it; the first, where several ignores hide it. */
  readonly reason: string;
}

/** The findings of a file: those that are shown, and those that its author hid. */
export interface Assembled {
  readonly placed: readonly FileFinding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Of rules that are shown, what weighs too little beside another finding that tells it. Once that one is gone they are shown, and yet are not new. */
  readonly told: readonly Finding[];
}

/** @param known every rule by each id that may be written. */
export function assemble(
  record: FileRecord,
  known: ReadonlyMap<string, Rule>,
  state: CrossFileState,
  locate: Locate,
  isTold: IsTold,
): Assembled {
  const suppression = new Suppression(record, known);
  const found: PendingFinding[] = [];
  // Those that are ignored or not asked for are counted among their twins, so that fingerprints of the others stay.
  const hidden = new Set<PendingFinding>();
  const reasons = new Map<PendingFinding, string>();
  const told = new Set<PendingFinding>();
  const ofFacts = byDocument(record, state.findings);
  const exposed = exposedObjects(record, state.exposed);
  const purpose = purposeOfFile(record);
  record.units.forEach((document, i) => {
    const hides = suppression.of(i);
    const add = (pending: PendingFinding, rule: Rule, weight: Weight, isOfTest = false): void => {
      const weighed = raise(pending, rule, exposed[i], locate);
      found.push(weighed);
      const reason = hides(rule.id, weighed.says.span.start - document.offset);
      const settings = settingsFor(record, weighed);
      const own = isOfTest ? 'test' : purpose;
      const isAskedFor = isShown(rule, weight, own, settings);
      if (reason === undefined && !isAskedFor && isShown(rule, { ...weight, from: rule.profile }, own, settings))
        told.add(weighed);
      if (reason !== undefined || !isAskedFor) hidden.add(weighed);
      if (reason !== undefined && isAskedFor) reasons.set(weighed, reason);
    };
    for (const raw of document.unit.analysis.findings) {
      const pending = withParts(fromDocument(record, document, raw, state.around), raw, record, state, locate);
      add(pending, raw.rule, raw, raw.isOfTest);
    }
    for (const { finding, index } of document.unit.rendered === 'vendored' ? [] : (ofFacts[i] ?? [])) {
      const pending = fromFact(record, document, finding, index, locate);
      if (pending === undefined) continue;
      if (!isTold(finding, pending.says.severity)) add(pending, finding.rule, finding);
      else if (finding.partFrom !== undefined) add(pending, finding.rule, { from: finding.partFrom });
    }
  });
  const findings = hideObvious({ found, hidden, told }, known, record);
  const isOurs = purpose === undefined || purpose === 'sample';
  const byKind = (isOurs ? foldedByRole : foldedByFile)(findings, known, record);
  const shown = [...foldedByCause({ ...findings, found: byKind }, known, record)];
  shown.push(...aboutIgnores(record, { ...state, known, isUsed: suppression.isUsed }), ...incomplete(record));
  const all = identified(record, shown.sort(byPlace), (pending) => isForStrict(pending, known, record));
  return {
    placed: all.flatMap(({ pending, made }) => (hidden.has(pending) ? [] : [made()])),
    ignored: all.flatMap(({ pending, made }) => {
      const reason = reasons.get(pending);
      return reason === undefined ? [] : [{ finding: made().finding, reason: withoutCredentials(reason) }];
    }),
    told: all.flatMap(({ pending, made }) => (told.has(pending) ? [made().finding] : [])),
  };
}

const byPlace = (a: PendingFinding, b: PendingFinding): number =>
  a.says.span.start - b.says.span.start ||
  a.says.span.end - b.says.span.end ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** The ignores of a file, and which of them hid something. */
class Suppression {
  readonly #record: FileRecord;
  readonly #known: ReadonlyMap<string, Rule>;
  readonly #used = new Set<string>();
  readonly #ofFile: ReturnType<typeof ignoresById>;

  constructor(record: FileRecord, known: ReadonlyMap<string, Rule>) {
    this.#record = record;
    this.#known = known;
    this.#ofFile = ignoresById(
      record.units.flatMap(({ unit: { ignores } }, unit) =>
        ignores.flatMap((ignore) => (ignore.scope === undefined ? { ignore, unit } : [])),
      ),
      known,
    );
  }

  /** @returns what says for which reason a finding of one document is hidden, by rule and offset in the document; undefined for one that is not. */
  of(i: number): (rule: string, at: number) => string | undefined {
    const own = ignoresById(
      (this.#record.units[i]?.unit.ignores ?? []).flatMap((ignore) =>
        ignore.scope === undefined ? [] : { ignore, unit: i },
      ),
      this.#known,
    );
    return (rule, at) => {
      const hiding = [...(own.get(rule)?.at(at) ?? []), ...(this.#ofFile.get(rule)?.at(0) ?? [])];
      for (const twins of hiding) {
        if (twins.isUsed) continue;
        twins.isUsed = true;
        for (const { ignore, unit } of twins.ignores) this.#used.add(keyOf(unit, ignore, rule));
      }
      return hiding[0]?.ignores[0]?.ignore.reason;
    };
  }

  readonly isUsed = (document: number, ignore: Ignore, rule: string): boolean =>
    this.#used.has(keyOf(document, ignore, rule));
}

const keyOf = (document: number, ignore: Ignore, rule: string): string => `${document}:${ignore.span.start}:${rule}`;

/** What was not looked at, or not as it is meant: beyond a budget, since a rule threw, behind an error of syntax, or where a fix waits for a value. */
function incomplete({ units, state }: FileRecord): readonly PendingFinding[] {
  if (state.kind !== 'analysed') return [];
  return units.flatMap((document) => [...cutsOf(document), ...syntaxErrorsOf(document), ...placeholdersOf(document)]);
}

/** The first one of a document, since others follow from it. */
function syntaxErrorsOf(document: DocumentRecord): readonly PendingFinding[] {
  const problem = document.unit.syntaxError;
  return problem === undefined ? [] : [fromNotice(syntaxError, problem.message, problem, document)];
}

function placeholdersOf(document: DocumentRecord): readonly PendingFinding[] {
  const { placeholders = [] } = document.unit;
  return placeholders.map((span) =>
    fromNotice(leftPlaceholder, 'Stands for a value that only you know: fill it in.', span, document),
  );
}

function cutsOf(document: DocumentRecord): readonly PendingFinding[] {
  const { cut, analysis } = document.unit;
  const failures = analysis.failures.map(({ rule, message }) =>
    fromNotice(ruleFailure, `Rule ${rule} could not finish here: ${message}`, { start: 0, end: 0 }, document),
  );
  return cut === undefined ? failures : [fromNotice(uncheckedPart, cut.message, cut, document), ...failures];
}

/** Workspace findings by the document whose facts they are about, with the index of the fact there. */
function byDocument(
  { units }: FileRecord,
  findings: readonly CrossFileFinding[],
): readonly (readonly { readonly finding: CrossFileFinding; readonly index: number }[])[] {
  if (findings.length === 0) return [];
  const places = units.flatMap(({ unit: { extracted } }, document) =>
    extracted.map((_, index) => ({ document, index })),
  );
  const found: { finding: CrossFileFinding; index: number }[][] = units.map(() => []);
  for (const finding of findings) {
    const at = places[finding.ordinal];
    if (at !== undefined) found[at.document]?.push({ finding, index: at.index });
  }
  return found;
}

/** With the fingerprint that tells each from its twins. A finding is made only when somebody asks for it: most that are hidden are asked for by nobody. */
function identified(
  { input }: FileRecord,
  found: readonly PendingFinding[],
  isStrict: (pending: PendingFinding) => boolean,
): readonly { readonly pending: PendingFinding; readonly made: () => FileFinding }[] {
  const name = input.name ?? input.path;
  const twins = new Map<string, number>();
  return found.map((pending) => {
    const { place, says } = pending;
    const own = { rule: pending.firstId, file: name, resource: says.resource, container: says.container, place };
    const key = twinKeyOf(own);
    const ordinal = twins.get(key) ?? 0;
    twins.set(key, ordinal + 1);
    return { pending, made: () => identifiedAs(pending, input.path, { ...own, ordinal }, isStrict(pending)) };
  });
}

function identifiedAs(
  { rule, says, fixable, cause }: PendingFinding,
  path: string,
  identity: Identity,
  isStrict: boolean,
): FileFinding {
  const { raised } = says;
  const finding: Finding = {
    ...says,
    rule,
    message: withoutCredentials(says.message),
    path,
    related: says.related.map((other) => ({ ...other, message: withoutCredentials(other.message) })),
    // Read by reports alone, so it is computed when it is read.
    get fingerprint() {
      return fingerprintOf(identity);
    },
    identity,
    ...(cause?.within === 'scan' && !isStrict ? { cause: cause.key } : {}),
    ...(fixable.level === undefined ? {} : { fix: fixable.level }),
    ...(raised === undefined ? {} : { raised: { ...raised, reason: withoutCredentials(raised.reason) } }),
  };
  return { ...fixable, finding };
}
