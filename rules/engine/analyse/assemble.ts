/**
 * Puts the findings of one file together: those of its units and of the workspace rules, minus the ignored ones, plus what there is
 * to say about the ignores themselves. From offsets of units to offsets of the file.
 */

import { type FixLevel, type Severity, type Surroundings, severities } from '../../contract/finding.ts';
import type { Rule } from '../../contract/rule.ts';
import type { FactRef } from '../../facts/fact.ts';
import { namespaceOf } from '../../facts/questions/file-context.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import type { Resource, ResourceIdentity } from '../../model/kubernetes/resource.ts';
import { withoutCredentials } from '../../text/credentials.ts';
import { messageLimit, shortened } from '../../text/shortened.ts';
import { closest } from '../../text/similar.ts';
import { type Span, shifted } from '../../text/source.ts';
import { type Exposed, isRaised, raised } from '../findings/exposure.ts';
import { type Finding, hash } from '../findings/finding.ts';
import { ignoresById } from '../findings/ignore-index.ts';
import { malformedIgnore, type Notice, ruleFailure, uncheckedPart, unusedIgnore } from '../findings/notices.ts';
import type { Ignore } from '../findings/suppress.ts';
import type { Offer, Unit } from '../fixes/fix.ts';
import type { RawFinding } from './analyze.ts';
import type { CrossFinding } from './cross.ts';
import type { Located } from './fact-place.ts';
import type { DocumentRecord, FileRecord } from './file-record.ts';

/** A finding with what its fixes need. */
export interface FileFinding {
  readonly finding: Finding;
  readonly unit: Unit;
  readonly level: FixLevel | undefined;
  readonly offer: Offer | undefined;
  readonly resource: Resource | undefined;
}

interface PendingFinding {
  readonly rule: { readonly id: string; readonly fix?: FixLevel };
  readonly severity: Severity;
  readonly raised: Finding['raised'];
  readonly message: string;
  /** Offsets of the file. */
  readonly span: Span;
  readonly absent: boolean;
  readonly place: string;
  readonly identity: ResourceIdentity | undefined;
  readonly container: string | undefined;
  readonly related: Finding['related'];
  readonly offer: Offer | undefined;
  readonly resource: Resource | undefined;
  readonly unit: Unit;
}

/** What is known about the workspace rules, without which nobody can say that an ignore hides nothing. */
export interface CrossState {
  readonly complete: boolean;
  readonly failed: ReadonlyMap<string, string>;
  /** Pods of the file that are reached from outside, by the ordinal of their fact. */
  readonly exposed: ReadonlyMap<number, Exposed>;
  /** For fixes, once they are asked for. */
  readonly around: Surroundings;
}

/** Finds the place of a fact of any file. */
export type Locate = (ref: FactRef, place: string) => Located | undefined;

export function assemble(
  record: FileRecord,
  cross: readonly CrossFinding[],
  known: ReadonlyMap<string, Rule>,
  state: CrossState,
  locate: Locate,
): readonly FileFinding[] {
  const name = record.input.name ?? record.input.path;
  const used = new Set<string>();
  const candidates: PendingFinding[] = [];
  // Ignored ones are counted among their twins, so that fingerprints of the others stay.
  const hidden = new Set<PendingFinding>();
  const ofFile = ignoresById(
    record.units.flatMap(({ unit: { ignores } }, unit) =>
      ignores.flatMap((ignore) => (ignore.scope === undefined ? { ignore, unit } : [])),
    ),
  );

  const crossByUnit = byUnit(record, cross);
  const exposed = state.exposed.size === 0 ? [] : exposedByUnit(record, state.exposed);
  record.units.forEach((unitRecord, i) => {
    const own = ignoresById(
      unitRecord.unit.ignores.flatMap((ignore) => (ignore.scope === undefined ? [] : { ignore, unit: i })),
    );
    const hiddenBy = (id: string, at: number): boolean => {
      const hiding = [...(own.get(id)?.at(at) ?? []), ...(ofFile.get(id)?.at(0) ?? [])];
      for (const twins of hiding) {
        if (twins.isUsed) continue;
        twins.isUsed = true;
        for (const { ignore, unit } of twins.ignores) used.add(keyOf(unit, ignore, id));
      }
      return hiding.length > 0;
    };
    const reached = exposed[i];
    for (const raw of unitRecord.held ?? unitRecord.unit.analysis.findings) {
      const candidate = raise(local(record, unitRecord, raw, state.around), raw.rule, reached, locate);
      candidates.push(candidate);
      if (hiddenBy(raw.rule.id, raw.anchor.start)) hidden.add(candidate);
    }
    for (const cross of crossByUnit[i] ?? []) {
      for (const candidate of crossOf(record, unitRecord, cross, locate)) {
        const weighed = raise(candidate, cross.finding.rule, reached, locate);
        candidates.push(weighed);
        if (hiddenBy(weighed.rule.id, weighed.span.start - unitRecord.offset)) hidden.add(weighed);
      }
    }
  });

  record.units.forEach((unitRecord, i) => {
    const failed = new Set(unitRecord.unit.analysis.failures.map(({ rule }) => rule));
    for (const ignore of unitRecord.unit.ignores.filter((own) => own.foreign !== true))
      for (const about of aboutIgnore(record, unitRecord, i, ignore, known, used, state, failed))
        candidates.push(about);
    const { cut } = unitRecord.unit;
    if (cut !== undefined) candidates.push(notice(uncheckedPart, cut.message, cut, unitRecord));
    for (const failure of unitRecord.unit.analysis.failures) {
      const message = `Rule ${failure.rule} could not finish here: ${failure.message}`;
      candidates.push(notice(ruleFailure, message, { start: 0, end: 0 }, unitRecord));
    }
  });
  candidates.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0),
  );
  return placed(record, name, candidates, hidden);
}

/** How objects of each unit are reached from outside, by their kind and name. */
function exposedByUnit(
  { units }: FileRecord,
  exposed: ReadonlyMap<number, Exposed>,
): readonly ReadonlyMap<string, Exposed>[] {
  let ordinal = 0;
  return units.map(({ unit }) => {
    const found = new Map<string, Exposed>();
    for (const { fact } of unit.extracted) {
      const way = exposed.get(ordinal++);
      if (way !== undefined) found.set(objectKey(fact), way);
    }
    return found;
  });
}

const objectKey = (of: {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}): string => `${of.kind}/${of.namespace ?? ''}/${of.name}`;

function raise(
  candidate: PendingFinding,
  rule: Rule,
  reached: ReadonlyMap<string, Exposed> | undefined,
  locate: Locate,
): PendingFinding {
  const { identity, severity, related } = candidate;
  if (identity === undefined || reached === undefined || !isRaised(rule)) return candidate;
  const way = reached.get(objectKey(identity));
  const more = way === undefined ? undefined : raised(severity);
  if (way === undefined || more === undefined) return candidate;
  const at = locate(way.by, 'name');
  return {
    ...candidate,
    raised: { severity: more, reason: way.reason },
    related: at === undefined ? related : [...related, { ...at, message: way.reason }],
  };
}

function local(
  { input, rules, fileContext }: FileRecord,
  { offset, unit }: DocumentRecord,
  raw: RawFinding,
  around: Surroundings,
): PendingFinding {
  const own = raw.identity === undefined ? rules : rules.in(namespaceOf(raw.identity, fileContext));
  const severity = own.severity.get(raw.rule.id) ?? raw.severity;
  return {
    rule: raw.rule,
    severity: weaker(severity, raw.atMost ?? severity),
    raised: undefined,
    message: raw.message,
    span: shifted(raw.anchor, offset),
    absent: raw.absent,
    place: raw.path,
    identity: raw.identity,
    container: raw.container,
    related: raw.related.map(({ anchor, message }) => ({ path: input.path, span: shifted(anchor, offset), message })),
    offer: raw.offer === undefined ? undefined : () => raw.offer?.(around),
    resource: raw.resource,
    unit: { offset, document: unit.document, refusal: unit.refusal },
  };
}

/** A workspace finding and which fact of its unit it is about. */
interface CrossFileFinding {
  readonly finding: CrossFinding;
  readonly index: number;
}

/** Workspace findings by the unit whose facts they are about. */
function byUnit({ units }: FileRecord, cross: readonly CrossFinding[]): readonly (readonly CrossFileFinding[])[] {
  if (cross.length === 0) return [];
  const unitOfOrdinal: { readonly unit: number; readonly index: number }[] = [];
  units.forEach(({ unit: { extracted } }, unit) => {
    for (let index = 0; index < extracted.length; index++) unitOfOrdinal.push({ unit, index });
  });
  const found: CrossFileFinding[][] = [];
  for (const finding of cross) {
    const at = unitOfOrdinal[finding.ordinal];
    if (at === undefined) continue;
    found[at.unit] ??= [];
    found[at.unit]?.push({ finding, index: at.index });
  }
  return found;
}

function offerOf(
  { fix, fixDockerfile }: CrossFinding,
  resource: Resource | undefined,
  dockerfile: Dockerfile | undefined,
): Offer | undefined {
  if (fix !== undefined && resource !== undefined) return () => fix(resource);
  if (fixDockerfile !== undefined && dockerfile !== undefined) return () => fixDockerfile(dockerfile);
  return undefined;
}

function crossOf(
  { rules, fileContext }: FileRecord,
  { offset, unit }: DocumentRecord,
  { finding, index }: CrossFileFinding,
  locate: Locate,
): PendingFinding[] {
  const { rule, message, place } = finding;
  const extracted = unit.extracted[index];
  const own = (extracted === undefined ? rules : rules.in(namespaceOf(extracted.fact, fileContext))).severity.get(
    rule.id,
  );
  const severity = own === undefined ? undefined : weaker(own, finding.atMost ?? own);
  const anchor = extracted?.places[place] ?? extracted?.places['name'];
  if (extracted === undefined || severity === undefined || anchor === undefined) return [];
  const { resource, dockerfile, fact } = extracted;
  const identity = resource?.identity ?? identityOf(fact);
  const offer = offerOf(finding, resource, dockerfile);
  const span = shifted(anchor, offset);
  return [
    {
      rule,
      severity,
      raised: undefined,
      message,
      span,
      absent: false,
      place,
      identity,
      container: undefined,
      related: finding.related.flatMap(({ fact: to, place: at, message: text }) => {
        const where = locate(to.ref, at);
        return where === undefined ? [] : [{ ...where, message: text }];
      }),
      offer,
      resource,
      unit: { offset, document: unit.document, refusal: unit.refusal },
    },
  ];
}

const weaker = (a: Severity, b: Severity): Severity => (severities.indexOf(a) > severities.indexOf(b) ? a : b);

function identityOf(fact: {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}): ResourceIdentity | undefined {
  // A Dockerfile is no resource.
  if (fact.kind === '') return undefined;
  const { apiVersion, kind, name, namespace } = fact;
  return namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, name, namespace };
}

function aboutIgnore(
  { rules }: FileRecord,
  unitRecord: DocumentRecord,
  index: number,
  ignore: Ignore,
  known: ReadonlyMap<string, Rule>,
  used: ReadonlySet<string>,
  state: CrossState,
  failed: ReadonlySet<string>,
): PendingFinding[] {
  if (ignore.rules.length === 0)
    return [
      notice(
        malformedIgnore,
        'This ignore names no rule: write `# seaworthy-ignore rule-id: reason`.',
        ignore.span,
        unitRecord,
      ),
    ];
  if (ignore.reason === '')
    return [
      notice(
        malformedIgnore,
        'This ignore gives no reason, so it hides nothing: add `: why it is fine here`.',
        ignore.span,
        unitRecord,
      ),
    ];
  const damaged = (unitRecord.unit.document?.problems.length ?? 0) > 0 || unitRecord.held !== undefined;
  return ignore.rules.flatMap(({ id, span }) => {
    const rule = known.get(id);
    if (rule === undefined) {
      const meant = closest(id, known.keys());
      return [
        notice(
          malformedIgnore,
          `There is no rule ${id}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
          span,
          unitRecord,
        ),
      ];
    }
    const ran =
      rules.severity.has(id) &&
      !failed.has(id) &&
      !damaged &&
      (rule.subject !== 'workspace' || (state.complete && !state.failed.has(id)));
    if (!ran || used.has(keyOf(index, ignore, id))) return [];
    return [notice(unusedIgnore, `${id} has nothing to hide here: delete this ignore.`, span, unitRecord)];
  });
}

function keyOf(unit: number, ignore: Ignore, id: string): string {
  return `${unit}:${ignore.span.start}:${id}`;
}

function notice({ id, severity }: Notice, message: string, at: Span, { offset, unit }: DocumentRecord): PendingFinding {
  const unplaced = { identity: undefined, container: undefined, offer: undefined, resource: undefined };
  return {
    rule: { id },
    severity,
    raised: undefined,
    message: shortened(message, messageLimit),
    span: shifted(at, offset),
    absent: false,
    place: '',
    related: [],
    ...unplaced,
    unit: { offset, document: unit.document, refusal: unit.refusal },
  };
}

function placed(
  { input }: FileRecord,
  name: string,
  candidates: readonly PendingFinding[],
  hidden: ReadonlySet<PendingFinding>,
): FileFinding[] {
  const twins = new Map<string, number>();
  return candidates.flatMap((candidate) => {
    const { rule, severity, raised: more, message, span, absent, place } = candidate;
    const { identity, container, related, offer, resource, unit } = candidate;
    const key = [rule.id, name, identity?.kind, identity?.namespace, identity?.name, container, place].join('\n');
    const ordinal = twins.get(key) ?? 0;
    twins.set(key, ordinal + 1);
    if (hidden.has(candidate)) return [];
    const finding: Finding = {
      rule: rule.id,
      severity,
      message: withoutCredentials(message),
      path: input.path,
      span,
      absent,
      related: related.map((place) => ({ ...place, message: withoutCredentials(place.message) })),
      // Read by reports alone, so it is computed when it is read.
      get fingerprint() {
        return hash(`${key}\n${ordinal}`);
      },
      ...(identity === undefined ? {} : { resource: identity }),
      ...(container === undefined ? {} : { container }),
      ...(rule.fix === undefined ? {} : { fix: rule.fix }),
      ...(more === undefined ? {} : { raised: { ...more, reason: withoutCredentials(more.reason) } }),
    };
    return [{ finding, unit, level: rule.fix, offer, resource }];
  });
}
