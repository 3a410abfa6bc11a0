/**
 * Fixes of rules that make the edits which close attack paths. Which kinds of edits its fix may make a rule says itself; that one makes an edit is proved on a
 * copy of the files: afterwards there are the steps that the edit leaves, and no others. Must not know a rule, nor disks.
 */
import type { FixLevel } from '../contract/finding.ts';
import type { Rule } from '../contract/rule.ts';
import type { Cut, Step } from '../facts/attack/edge.ts';
import { reachRow } from '../facts/attack/network.ts';
import { cutsIn, type Steps, stepsOf } from '../facts/attack/steps.ts';
import { openNetwork } from '../facts/attack/vertex.ts';
import type { Facts } from '../facts/index.ts';
import { factsWithin } from '../facts/within.ts';
import { applyEdits } from '../text/edit.ts';
import { isRefusal, type Refusal } from '../yaml/change.ts';
import { documentStartOf } from './analyse/fact-place.ts';
import type { Deployed } from './attack-paths.ts';
import type { Finding, ResolvedEdit } from './findings/finding.ts';
import type { Workspace } from './workspace.ts';

/** The fix that makes an edit. */
export interface EditFix {
  readonly rule: string;
  /** As menus have it: what is written, and what may stop. */
  readonly title: string;
  readonly level: FixLevel;
}

/** An edit that was made on a copy of the files. */
export interface MadeEdit {
  readonly fix: EditFix;
  readonly workspace: Workspace;
  readonly deployed: Deployed;
  /** The file that has another text. */
  readonly path: string;
}

/** Why no fix of a rule makes an edit. */
export interface NotMade extends Refusal {
  /** The reason of the author who ignores what the edit mends. */
  readonly accepted?: string;
}

/** Most fixes that are tried for one edit. */
const mostTried = 8;

/**
 * Makes an edit by the fix of a rule.
 * @param workspace holds the text of the edit's file; it stays as it is. @param rules by id.
 */
export function makeEdit(
  workspace: Workspace,
  deployed: Deployed,
  cut: Cut,
  rules: ReadonlyMap<string, Rule>,
): MadeEdit | NotMade {
  const { found, accepted, refused } = candidates(workspace, cut, rules);
  if (found.length === 0)
    return accepted === undefined
      ? { refused: refused ?? 'no rule has a fix for it' }
      : { refused: `it is accepted: ${accepted}`, accepted };
  const before = stepsOf(deployed.facts);
  let tried = 0;
  for (const { rule, fix } of found) {
    if (fix.level === 'template' || tried++ >= mostTried) continue;
    const made = apply(workspace, deployed, cut.fact.ref.file, fix);
    if (made !== undefined && leavesOnly(before, stepsOf(made.deployed.facts), cut))
      return { ...made, fix: { rule, title: fix.title, level: fix.level } };
  }
  return { refused: refused ?? 'no fix of a rule makes it without opening something else' };
}

interface Candidate {
  readonly rule: string;
  readonly fix: ResolvedEdit;
}

interface Candidates {
  readonly found: readonly Candidate[];
  /** The reason of an ignore of such a finding. */
  readonly accepted: string | undefined;
  /** Why a rule has no fix in this place. */
  readonly refused: string | undefined;
}

/** Fixes of findings on the object of the edit, of rules that close such steps; those nearest to its place first. */
function candidates(workspace: Workspace, { fact, place, kind }: Cut, rules: ReadonlyMap<string, Rule>): Candidates {
  const path = fact.ref.file;
  const closing = new Map([...rules].filter(([, rule]) => closedBy(rule).includes(kind)));
  const shown = showing(workspace, path, closing);
  const document = documentStartOf(shown?.record(path), fact.ref.ordinal);
  if (shown === undefined || document === undefined) return { found: [], accepted: undefined, refused: undefined };
  const next = shown.record(path)?.units.find(({ offset }) => offset > document)?.offset ?? Number.POSITIVE_INFINITY;
  const isMeant = ({ rule, span: { start } }: Finding): boolean =>
    closing.has(rule) && start >= document && start < next;
  const at = shown.locate(fact.ref, place)?.span.start ?? document;
  const away = ({ span }: Finding): number => Math.abs(span.start - at);
  const { placed, ignored } = shown.assembled(path);
  const findings = placed
    .map(({ finding }) => finding)
    .filter(isMeant)
    .sort((a, b) => away(a) - away(b));
  const offers = findings.flatMap((finding) => shown.fixes(finding).map((fix) => ({ rule: finding.rule, fix })));
  return {
    found: offers.flatMap(({ rule, fix }): readonly Candidate[] => (isRefusal(fix) ? [] : [{ rule, fix }])),
    refused: offers.flatMap(({ fix }) => (isRefusal(fix) ? fix.refused : []))[0],
    accepted: ignored.find(({ finding }) => isMeant(finding))?.reason,
  };
}

/** A copy in which a file is told what some rules find, whatever its profile shows; undefined where its text is not there. */
function showing(workspace: Workspace, path: string, closing: ReadonlyMap<string, Rule>): Workspace | undefined {
  const record = workspace.record(path);
  const text = workspace.text(path);
  if (record === undefined || text === undefined) return undefined;
  const { settings } = record.rules;
  const wanted = [...closing.values()].filter(({ id }) => settings.severity.get(id) !== 'off');
  const severity = new Map([...wanted.map(({ id, severity: own }) => [id, own] as const), ...settings.severity]);
  const copy = workspace.fork();
  copy.update({ ...record.input, text }, { ...settings, profile: 'essential', severity }, { retain: true });
  // What rules on several files say is known already where they ran.
  if (wanted.some(({ id, subject }) => subject === 'workspace' && !record.rules.runs(id))) copy.refresh();
  return copy;
}

/** Kinds of edits that the fix of a rule may make. */
export function closedBy(rule: Rule | undefined): NonNullable<Rule['closes']> {
  return rule?.closes ?? (rule?.subject === 'rbac-rule' && rule.fix !== undefined ? ['permission'] : []);
}

/** @param path of the finding. @returns undefined where the text of a file is not there, or the edit makes nothing else of it. */
function apply(
  workspace: Workspace,
  deployed: Deployed,
  path: string,
  { edits, path: written = path, creates = [] }: ResolvedEdit,
): Omit<MadeEdit, 'fix'> | undefined {
  // Only texts that are there are tried.
  if (creates.length > 0) return undefined;
  const copy = workspace.fork();
  const record = copy.record(written);
  const before = copy.text(written);
  if (record === undefined || before === undefined) return undefined;
  const text = applyEdits(before, edits);
  copy.update({ ...record.input, text }, record.rules.settings, { retain: true });
  // What is rendered from the file is only known then.
  if (written !== path) copy.refresh();
  return { workspace: copy, deployed: again(copy, deployed), path: written };
}

/** The same files, as a copy has them. */
function again(workspace: Workspace, { files }: Deployed): Deployed {
  const facts = workspace.facts();
  return { files, facts: files === undefined ? facts : factsWithin(facts, files) };
}

/** Whether an edit was made, and nothing was opened by it: each step that is left was there without the edit, and needed no more. */
function leavesOnly(before: Steps, after: Steps, cut: Cut): boolean {
  const kept = before.all.filter(({ cuts }) => !cuts.some(({ id }) => id === cut.id));
  const left = new Map<string, Step[]>();
  for (const step of kept) {
    const alike = left.get(keyOf(step)) ?? [];
    left.set(keyOf(step), alike);
    alike.push(step);
  }
  const roaming = new Set(before.network.roaming.map(({ id }) => id));
  const open = new Set(kept.flatMap(({ from, to }) => (from === openNetwork ? [to] : [])));
  return after.all.every((step) => {
    const alike = left.get(keyOf(step)) ?? [];
    const same = alike.findIndex((one) => isWithin(one, step));
    if (same >= 0) alike.splice(same, 1);
    // Who could go anywhere is named where a policy lets it go on.
    return same >= 0 || (step.edge === reachRow.id && roaming.has(step.from) && open.has(step.to));
  });
}

const keyOf = ({ edge, from, to }: Step): string => `${edge}\n${from}\n${to}`;

/** Whether what takes the first step away, or has to be assumed for it, does and has to for the second. */
function isWithin(one: Step, other: Step): boolean {
  const edits = new Set(other.cuts.map(({ edit }) => edit));
  return one.assumes.every((each) => other.assumes.includes(each)) && one.cuts.every(({ edit }) => edits.has(edit));
}

/** The edit of a later version of the files: what is the same edit of the same object. */
function sameEdit(facts: Facts, { id, edit, fact }: Cut): Cut | undefined {
  const cuts = cutsIn(stepsOf(facts));
  return (
    cuts.find((one) => one.id === id && one.edit === edit) ??
    cuts.find((one) => one.edit === edit && one.fact.ref.file === fact.ref.file && one.fact.name === fact.name)
  );
}

/** What became of several edits. */
export interface MadeEdits {
  readonly workspace: Workspace;
  readonly deployed: Deployed;
  /** Files that have another text. */
  readonly paths: ReadonlySet<string>;
  /** Those that no fix makes, in words. */
  readonly left: readonly { readonly cut: Cut; readonly reason: string }[];
}

/**
 * Makes several edits, one after the other, each on what the one before left. What another one made already is not made again.
 * @param workspace holds the texts of all edits' files.
 * @yields the path of each edit's file before it is made, so that the caller can look whether to go on.
 */
export function* makingEdits(
  workspace: Workspace,
  deployed: Deployed,
  cuts: readonly Cut[],
  rules: ReadonlyMap<string, Rule>,
): Generator<string, MadeEdits, void> {
  let at: Pick<MadeEdit, 'workspace' | 'deployed'> = { workspace, deployed: again(workspace, deployed) };
  const paths = new Set<string>();
  const left: MadeEdits['left'][number][] = [];
  for (const asked of cuts) {
    yield asked.fact.ref.file;
    const cut = sameEdit(at.deployed.facts, asked);
    if (cut === undefined) continue;
    const made = makeEdit(at.workspace, at.deployed, cut, rules);
    if (isRefusal(made)) left.push({ cut, reason: made.refused });
    else {
      at = made;
      paths.add(made.path);
    }
  }
  return { ...at, paths, left };
}
