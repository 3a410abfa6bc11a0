/**
 * Findings on their way into their file: in offsets of the file and with the severity they have there, but not yet told apart from those that
 * an ignore hides. Made of what rules on one document reported, of what rules on several files did, and of what the engine has to say.
 */

import { type FixLevel, isAtLeast, type Severity, type Surroundings, severities } from '../../contract/finding.ts';
import type { Extracted } from '../../facts/extract.ts';
import type { Fact } from '../../facts/fact.ts';
import { namespaceOf } from '../../facts/questions/file-context.ts';
import type { Resource, ResourceIdentity } from '../../model/kubernetes/resource.ts';
import { messageLimit, shortened } from '../../text/shortened.ts';
import { type Span, shifted } from '../../text/source.ts';
import { type Finding, hash } from '../findings/finding.ts';
import type { Notice } from '../findings/notices.ts';
import { type Settling, settlingBy, settlingOfNotice } from '../findings/settling.ts';
import type { Offer, Unit } from '../fixes/fix.ts';
import type { Settings } from '../settings/settings.ts';
import type { RawFinding } from './analyze.ts';
import type { CrossFileFinding } from './cross-file-finding.ts';
import type { Locate } from './fact-place.ts';
import { type DocumentRecord, type FileRecord, rootOf } from './file-record.ts';
import { isForDevelopment } from './units/purpose.ts';

/** What the fixes of a finding need. */
export interface Fixable {
  readonly unit: Unit;
  /** The level its rule declares; undefined when it has no fix. */
  readonly level: FixLevel | undefined;
  readonly offer: Offer | undefined;
  /** The object it is about. */
  readonly resource: Resource | undefined;
  /** What has to be written to its end before it is right, as far as its rule and its place say. */
  readonly settling: Settling;
}

/** A finding that may yet be hidden, with what its fingerprint is made of. */
export interface PendingFinding {
  readonly rule: string;
  /** The id that its rule had first; part of the fingerprint. */
  readonly firstId: string;
  /** Names the place inside its object; part of the fingerprint. */
  readonly place: string;
  readonly says: Pick<
    Finding,
    'severity' | 'raised' | 'message' | 'span' | 'resource' | 'container' | 'absent' | 'protection' | 'related'
  >;
  readonly fixable: Fixable;
  /** What it comes from, hashed with its rule. */
  readonly cause?: { readonly key: string; readonly within: 'file' | 'scan' };
}

/** The settings of the namespace of what is found. */
export const settingsFor = ({ rules, fileContext }: FileRecord, { says: { resource } }: PendingFinding): Settings =>
  (resource === undefined ? rules : rules.in(namespaceOf(resource, fileContext))).settings;

const unitOf = ({ offset, unit: { document, refusal } }: DocumentRecord): Unit => ({ offset, document, refusal });

/** One step less. */
const lighter = (severity: Severity): Severity => severities[severities.indexOf(severity) + 1] ?? severity;

/** What a rule on one document reported. */
export function fromDocument(
  record: FileRecord,
  document: DocumentRecord,
  raw: RawFinding,
  around: Surroundings,
): PendingFinding {
  const { input, rules, fileContext } = record;
  const { rule, identity, container, offer, resource } = raw;
  const own = identity === undefined ? rules : rules.in(namespaceOf(identity, fileContext));
  const severity = own.severity.get(rule.id) ?? raw.severity;
  // What a configuration chose stays.
  const least = severity === rule.severity ? stronger(severity, raw.atLeast ?? severity) : severity;
  // A password that developers thought up for themselves opens what they alone have.
  const isLighter =
    raw.isThoughtUp === true && severity === rule.severity && isForDevelopment(input.path, rootOf(record));
  const most = isLighter ? lighter(least) : least;
  const inFile = (span: Span): Span => shifted(span, document.offset);
  return {
    rule: rule.id,
    firstId: rule.formerIds?.[0] ?? rule.id,
    place: raw.path,
    says: {
      severity: weaker(most, raw.atMost ?? most),
      message: raw.message,
      span: inFile(raw.anchor),
      absent: raw.absent,
      ...(raw.absent && rule.protection !== undefined ? { protection: rule.protection } : {}),
      related: raw.related.map(({ anchor, message }) => ({ path: input.path, span: inFile(anchor), message })),
      ...(identity === undefined ? {} : { resource: identity }),
      ...(container === undefined ? {} : { container }),
    },
    fixable: {
      unit: raw.unit ?? unitOf(document),
      level: raw.isUnfixable === true ? undefined : rule.fix,
      offer: offer === undefined ? undefined : () => offer(around),
      resource,
      settling: settlingBy(raw),
    },
    ...causeOf(raw),
  };
}

/** What is said of an image holds wherever it is used. */
function causeOf({ rule, message, cause }: RawFinding): Pick<PendingFinding, 'cause'> {
  const own = cause ?? (rule.subject === 'image' ? { key: message, within: 'scan' as const } : undefined);
  return own === undefined ? {} : { cause: { key: hash(`${rule.id} ${own.key}`), within: own.within } };
}

/**
 * What a rule on several files reported.
 * @param index of the fact that it is about, among those of the document.
 * @returns undefined where its rule is off, or the fact has no place.
 */
export function fromFact(
  { rules, fileContext }: FileRecord,
  document: DocumentRecord,
  finding: CrossFileFinding,
  index: number,
  locate: Locate,
): PendingFinding | undefined {
  const { rule, message, place, atMost } = finding;
  const extracted = document.unit.extracted[index];
  if (extracted === undefined) return undefined;
  const { resource, fact, places } = extracted;
  const severity = rules.in(namespaceOf(fact, fileContext)).severity.get(rule.id);
  const anchor = places[place] ?? places['name'];
  if (severity === undefined || anchor === undefined) return undefined;
  const identity = resource?.identity ?? identityOf(fact);
  return {
    rule: rule.id,
    firstId: rule.formerIds?.[0] ?? rule.id,
    place,
    says: {
      severity: weaker(severity, atMost ?? severity),
      message,
      span: shifted(anchor, document.offset),
      absent: false,
      related: finding.related.flatMap(({ fact: to, place: at, message: text }) => {
        const where = locate(to.ref, at);
        return where === undefined ? [] : [{ ...where, message: text }];
      }),
      ...(identity === undefined ? {} : { resource: identity }),
    },
    fixable: {
      unit: unitOf(document),
      level: document.unit.rendered === undefined ? rule.fix : undefined,
      offer: offerOf(finding, extracted),
      resource,
      settling: 'files',
    },
  };
}

function offerOf({ fix, fixDockerfile }: CrossFileFinding, { resource, dockerfile }: Extracted): Offer | undefined {
  if (fix !== undefined && resource !== undefined) return () => fix(resource);
  if (fixDockerfile !== undefined && dockerfile !== undefined) return () => fixDockerfile(dockerfile);
  return undefined;
}

function identityOf({ apiVersion, kind, name, namespace }: Omit<Fact, 'ref'>): ResourceIdentity | undefined {
  // A Dockerfile is no resource.
  if (kind === '') return undefined;
  return namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, name, namespace };
}

/** What the engine itself has to say. @param at in offsets of the document. */
export function fromNotice(
  { id, severity }: Notice,
  message: string,
  at: Span,
  document: DocumentRecord,
): PendingFinding {
  return {
    rule: id,
    firstId: id,
    place: '',
    says: {
      severity,
      message: shortened(message, messageLimit),
      span: shifted(at, document.offset),
      absent: false,
      related: [],
    },
    fixable: {
      unit: unitOf(document),
      level: undefined,
      offer: undefined,
      resource: undefined,
      settling: settlingOfNotice(id),
    },
  };
}

/** @returns the one of two severities that weighs less. */
export const weaker = (a: Severity, b: Severity): Severity => (isAtLeast(b, a) ? a : b);

const stronger = (a: Severity, b: Severity): Severity => (weaker(a, b) === a ? b : a);
