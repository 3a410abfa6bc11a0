/** What must hold of whatever files a folder has: nothing throws, nothing takes long where that is asked for, and what is said of a file lies in it. Must not know where they are from. */

import { rules } from '../../rules/catalog/index.ts';
import { readSource, type SourceFile } from '../../rules/engine/analyse/source-file.ts';
import type { Finding, ResolvedFix } from '../../rules/engine/findings/finding.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { applyEdits, overlaps } from '../../rules/text/edit.ts';
import type { Span } from '../../rules/text/source.ts';
import { LineTable } from '../../rules/text/source.ts';
import { Configurations } from '../../server/host/configuration.ts';
import { scan } from '../../server/host/scan.ts';
import {
  configurationCompletions,
  configurationDiagnostics,
  configurationHover,
} from '../../server/lsp/configuration-help.ts';
import { toDiagnostics } from '../../server/lsp/convert.ts';
import { hoverCard } from '../../server/lsp/hover-card.ts';
import { defaultLevels } from '../../server/lsp/levels.ts';
import { present } from '../../server/lsp/presentation.ts';
import { memoryFiles } from '../server/host/memory-files.ts';
import type { FileSet } from './ingredients.ts';
import type { Random } from './random.ts';

/** A law that is broken; the first words of the message name it. */
export class Broken extends Error {}

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** Microseconds that a step may keep the processor busy; time on a clock says more of the machine. */
let limit = Number.POSITIVE_INFINITY;
/** What keeps the processor busy for longer breaks a law from now on. For machines that do nothing else. */
export function limitSteps(seconds: number): void {
  limit = seconds * 1_000_000;
}

/** Microseconds on a clock; shorter steps are not worth to be asked for. */
const short = 100_000;

let slowest = 0;
/** The longest step so far, in milliseconds of the processor. */
export const slowestStep = (): number => Math.round(slowest / 1000);

/** Since when the processor's time is counted. To ask for it takes long itself, so that it is asked for after steps that the clock calls long. */
let counted = process.cpuUsage();

async function timed<T>(what: string, step: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await step();
  const onClock = (performance.now() - started) * 1000;
  if (onClock < short) return result;
  const { user, system } = process.cpuUsage(counted);
  counted = process.cpuUsage();
  // Short steps before it may be among what was counted, but not in the time of this one.
  const used = Math.min(user + system, onClock);
  slowest = Math.max(slowest, used);
  if (used > limit) throw new Broken(`takes long: ${what}, ${Math.round(used / 1000)} ms`);
  return result;
}

/** @throws Broken, or whatever is thrown. @returns how many findings there were. */
export async function hold(set: FileSet, random: Random): Promise<number> {
  counted = process.cpuUsage();
  const files = memoryFiles(Object.fromEntries(Object.entries(set).map(([path, text]) => [`/r/${path}`, text])));
  const configurations = new Configurations(files, rules, undefined, () => ['/r']);
  const workspace = new Workspace(rules);
  const host = { files, configurations, host: { profile: 'all' as const } };
  await timed('the scan', () => scan(workspace, host, ['/r'], { root: '/r', retain: true }));
  workspace.complete = true;
  await timed('rules on all files', () => workspace.refresh());
  for (const { rule, message } of workspace.failures()) throw new Broken(`throws: ${rule}: ${message}`);
  for (const { text, problems } of await configurations.broken()) {
    for (const { span, message } of problems) {
      within(span, text, 'a problem of a configuration');
      said(message, set);
    }
    configurationDiagnostics(problems, new LineTable(text));
    const at = random.below(text.length + 1);
    configurationHover(text, at, rulesById);
    configurationCompletions(text, at, new LineTable(text), rules);
  }
  let count = 0;
  for (const path of [...workspace.paths()]) {
    count += await holdFile(workspace, path, set, random);
    const { settings } = await configurations.for(path, host.host);
    await timed('what is typed', () => holdTyped(workspace, path, settings, set, random));
  }
  return count;
}

/** A stretch of the text is typed over, as in an editor: findings of what cannot be read any more are held, and moved. */
function holdTyped(workspace: Workspace, path: string, settings: Settings, set: FileSet, random: Random): void {
  const before = workspace.text(path) ?? '';
  const at = random.below(before.length + 1);
  const text =
    before.slice(0, at) + random.one(['', ' ', ':', '"', '[', '\n', '- x']) + before.slice(at + random.below(40));
  workspace.update({ path, text }, settings, { retain: true });
  workspace.refresh();
  for (const { rule, message } of workspace.failures()) throw new Broken(`throws while typing: ${rule}: ${message}`);
  for (const finding of workspace.findings(path)) {
    holdFinding(workspace, finding, text, { ...set, text });
    for (const fix of workspace.fixes(finding).slice(0, 1))
      if ('edits' in fix) for (const edit of fix.edits) within(edit, text, `an edit of ${finding.rule} while typing`);
  }
}

async function holdFile(workspace: Workspace, path: string, set: FileSet, random: Random): Promise<number> {
  const text = workspace.text(path) ?? '';
  const state = workspace.state(path);
  if (state?.kind === 'analysed') for (const { span } of state.problems) within(span, text, 'a problem');
  const findings = await timed('the findings', () => workspace.findings(path));
  for (const finding of findings) holdFinding(workspace, finding, text, set);
  const lines = workspace.lines(path);
  if (lines !== undefined)
    toDiagnostics(present(findings), {
      levels: defaultLevels,
      page: () => undefined,
      lines,
      locate: (other) => ({ uri: other, lines: workspace.lines(other) ?? lines }),
    });
  await timed('the fixes', () => {
    const some = findings.length <= 6 ? findings : Array.from({ length: 6 }, () => random.one(findings));
    for (const finding of some) {
      const fixes = workspace.fixes(finding);
      for (const fix of fixes) holdFix(path, text, finding.rule, fix, set);
      hoverCard([finding], rulesById, () => fixes, { pages: true });
      for (const whole of [false, true]) {
        const hardened = workspace.harden(finding, whole);
        if (hardened !== undefined) holdFix(path, text, `hardening for ${finding.rule}`, hardened, set);
      }
      for (const scope of workspace.ignoreScopes(finding))
        holdFix(
          path,
          text,
          `an ignore of ${finding.rule}`,
          workspace.ignoring(finding, [finding.rule], 'fine', scope),
          set,
        );
    }
  });
  const level = random.percent(50) ? 'review' : 'safe';
  const fixed = await timed('fixing everything', () => workspace.fixAll(path, level));
  if (fixed !== undefined) holdText(path, text, fixed.text, `fixing all that is ${level}`);
  return findings.length;
}

function holdFinding(
  workspace: Workspace,
  { rule, message, path, span, related, raised }: Finding,
  text: string,
  set: FileSet,
): void {
  within(span, text, rule);
  said(message, set);
  if (raised !== undefined) said(raised.reason, set);
  if (message.trim() === '') throw new Broken(`says nothing: ${rule}`);
  for (const other of related) {
    within(other.span, other.path === path ? text : (workspace.text(other.path) ?? ''), `${rule}, related`);
    said(other.message, set);
  }
}

function holdFix(path: string, text: string, what: string, fix: ResolvedFix, set: FileSet): void {
  if (!('edits' in fix)) {
    said(fix.refused, set);
    return;
  }
  said(fix.title, set);
  for (const edit of fix.edits) within(edit, text, `an edit of ${what}`);
  for (const [i, edit] of fix.edits.entries())
    for (const other of fix.edits.slice(i + 1)) if (overlaps(edit, other)) throw new Broken(`edits overlap: ${what}`);
  holdText(path, text, applyEdits(text, fix.edits), `${what}: "${fix.title}"`);
}

/** Half of a character, for which UTF-8 has no bytes. */
const half = /\p{Cs}/u;

/** The text that fixes were held to last: most files have several. */
let before:
  | { readonly path: string; readonly text: string; readonly source: SourceFile; readonly held: Set<string> }
  | undefined;

/** What could be read before can be read after, also once it was written. */
function holdText(path: string, text: string, after: string, what: string): void {
  if (half.test(after) && !half.test(text)) throw new Broken(`halves a character: ${what}`);
  if (before?.path !== path || before.text !== text)
    before = { path, text, source: readSource({ path, text }), held: new Set() };
  // Several fixes may make the same.
  if (before.held.has(after)) return;
  before.held.add(after);
  const [was, is] = [before.source, readSource({ path, text: after })];
  if (was.kind !== is.kind) throw new Broken(`does not parse: ${what} makes a ${was.kind} a file of kind ${is.kind}`);
  if (problemsOf(was) === 0 && problemsOf(is) > 0) throw new Broken(`does not parse: ${what}`);
}

function problemsOf(source: SourceFile): number {
  if (source.kind === 'dockerfile') return source.dockerfile.isOpenEnded ? 1 : 0;
  if (source.kind !== 'manifest' && source.kind !== 'compose') return 0;
  return source.stream.documents.reduce((sum, { document }) => sum + document.problems.length, 0);
}

function within({ start, end }: Span, text: string, what: string): void {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length))
    throw new Broken(`outside the file: ${what}, ${start}..${end} of ${text.length}`);
}

const slips = /\bundefined\b|\bNaN\b|\[object /;

/** Rules whose ids say it. */
const slippery = rules.map(({ id }) => id).filter((id) => slips.test(id));

/** What a program says when it means nothing; a file may say it itself. */
function said(message: string, set: FileSet): void {
  const slip = slips.exec(slippery.reduce((text, id) => text.replaceAll(id, ''), message))?.[0];
  if (slip !== undefined && !Object.entries(set).some(([path, text]) => path.includes(slip) || text.includes(slip)))
    throw new Broken(`says ${slip}: ${message}`);
}
