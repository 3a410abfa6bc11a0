/**
 * What only those who are strict hear, since another finding of the same file tells it: the lesser danger beside the greater one, and a permission of a role
 * again. Must not know what a rule says.
 */
import { bySeverity } from '../../contract/finding.ts';
import type { Rule } from '../../contract/rule.ts';
import { isShown } from '../settings/shown.ts';
import type { FileRecord } from './file-record.ts';
import { type PendingFinding, settingsFor, weaker } from './pending-finding.ts';

/** Findings of a file. Those that are hidden are among those that were found; those that are told weigh too little beside another one. */
export interface FoundFindings {
  readonly found: PendingFinding[];
  readonly hidden: Set<PendingFinding>;
  readonly told: Set<PendingFinding>;
}

type Known = ReadonlyMap<string, Rule>;

/**
 * Hides what a greater danger uncovers, where that one is told: at its place, and of rules on roles in the whole role.
 * @returns what was given, with more that is hidden.
 */
export function hideObvious(findings: FoundFindings, known: Known, record: FileRecord): FoundFindings {
  const { found, hidden } = findings;
  const obvious = new Set(
    found.flatMap((greater) =>
      hidden.has(greater)
        ? []
        : (known.get(greater.rule)?.uncovers ?? []).flatMap((rule) =>
            rule === greater.rule
              ? []
              : [placeOf(greater, rule), ...(isPermission(known.get(rule)) ? roleKeys(greater, rule, known) : [])],
          ),
    ),
  );
  if (obvious.size === 0) return findings;
  for (const pending of found)
    if ([placeOf(pending), ...roleKeys(pending, pending.rule, known)].some((key) => obvious.has(key)))
      keepForStrict(pending, findings, known, record);
  return findings;
}

/**
 * A role that allows one thing by several of its rules is mended as a whole: the finding that weighs most stands for all, and the others are related places.
 * @returns the findings; some that were found are replaced by those that tell more.
 */
export function foldedByRole(findings: FoundFindings, known: Known, record: FileRecord): PendingFinding[] {
  const byRole = new Map<string, PendingFinding[]>();
  for (const pending of findings.found) {
    if (findings.hidden.has(pending)) continue;
    for (const key of roleKeys(pending, pending.rule, known)) byRole.set(key, [...(byRole.get(key) ?? []), pending]);
  }
  return folded([...byRole.values()], findings, known, record, (one) => one);
}

/**
 * In what nobody here decides over or deploys, each kind of finding is told once, with the places of all: what a program of others needs is no choice of those who
 * install it, but to install it is; and what a test may do counts for the day of the test. Secrets are secrets there, too. @returns the findings; some that were found are replaced by those that tell more and weigh less.
 */
export function foldedByFile(findings: FoundFindings, known: Known, record: FileRecord): PendingFinding[] {
  const byRule = new Map<string, PendingFinding[]>();
  for (const pending of findings.found) {
    const rule = known.get(pending.rule);
    if (findings.hidden.has(pending) || rule === undefined || rule.subject === 'image' || rule.isSecret === true)
      continue;
    byRule.set(pending.rule, [...(byRule.get(pending.rule) ?? []), pending]);
  }
  return folded([...byRule.values()], findings, known, record, (one) => {
    const { raised: _raised, ...says } = one.says;
    return { ...one, says: { ...says, severity: weaker(says.severity, 'medium') } };
  });
}

/** What comes from one cause is told once. @returns the findings; some are replaced by those that tell more. */
export function foldedByCause(findings: FoundFindings, known: Known, record: FileRecord): PendingFinding[] {
  const byCause = new Map<string, PendingFinding[]>();
  for (const pending of findings.found) {
    if (pending.cause === undefined || findings.hidden.has(pending)) continue;
    byCause.set(pending.cause.key, [...(byCause.get(pending.cause.key) ?? []), pending]);
  }
  const groups = [...byCause.values()].filter(({ length }) => length > 1);
  return groups.length === 0 ? findings.found : folded(groups, findings, known, record, (one) => one);
}

/** The gravest of each group stands for it, unless somebody is strict. @param weighed that one, as it is told. */
function folded(
  groups: readonly (readonly PendingFinding[])[],
  findings: FoundFindings,
  known: Known,
  record: FileRecord,
  weighed: (kept: PendingFinding) => PendingFinding,
): PendingFinding[] {
  const replaced = new Map<PendingFinding, PendingFinding>();
  for (const [first, ...rest] of groups) {
    if (first === undefined) continue;
    const kept = rest.reduce(
      (most, one) => (bySeverity(one.says.severity, most.says.severity) < 0 ? one : most),
      first,
    );
    if (isForStrict(kept, known, record)) continue;
    const others = [first, ...rest].filter((one) => one !== kept && keepForStrict(one, findings, known, record));
    const related = others.flatMap(({ says }) => [
      { path: record.input.path, span: says.span, message: says.message },
      ...says.related,
    ]);
    const lighter = weighed(kept);
    replaced.set(kept, {
      ...lighter,
      says: { ...lighter.says, related: [...kept.says.related, ...related].slice(0, mostRelated) },
    });
  }
  return findings.found.map((pending) => replaced.get(pending) ?? pending);
}

/** Whether somebody asks for findings of the strict profile. */
export function isForStrict(pending: PendingFinding, known: Known, record: FileRecord): boolean {
  const rule = known.get(pending.rule);
  return rule === undefined || isShown(rule, { from: 'strict' }, undefined, settingsFor(record, pending));
}

/** @returns whether it is hidden now. */
function keepForStrict(
  pending: PendingFinding,
  { hidden, told }: FoundFindings,
  known: Known,
  record: FileRecord,
): boolean {
  if (isForStrict(pending, known, record)) return false;
  if (!hidden.has(pending)) told.add(pending);
  hidden.add(pending);
  return true;
}

/** It is a danger wherever in the role it is allowed; a star is one where it stands. */
const isPermission = (rule: Rule | undefined): boolean =>
  rule?.subject === 'rbac-rule' && rule.permission !== undefined;

const placeOf = ({ rule, says: { span } }: PendingFinding, of = rule): string => `${span.start} ${span.end} ${of}`;

/** @param of a rule that says something of the same role. @returns nothing for a finding on anything but a rule of a role. */
function roleKeys({ rule, place, says: { resource } }: PendingFinding, of: string, known: Known): readonly string[] {
  if (resource === undefined || known.get(rule)?.subject !== 'rbac-rule' || !place.startsWith('rules[')) return [];
  return [`${resource.kind}/${resource.namespace ?? ''}/${resource.name} ${of}`];
}

/** Related places of one finding; a role may have a thousand rules. */
const mostRelated = 20;
