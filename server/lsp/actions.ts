/**
 * The fix menu: for each problem its fixes, what hardens everything, and a way to ignore it with a reason; for the file what can be fixed in bulk.
 * Actions are listed with their titles and filled in when one is chosen, from the document as it is then.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding, ResolvedEdit, ResolvedFix } from '../../rules/engine/findings/finding.ts';
import type { IgnoreScope } from '../../rules/engine/findings/ignoring.ts';
import { isNotice } from '../../rules/engine/findings/notices.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { differences } from '../../rules/text/difference.ts';
import type { TextEdit } from '../../rules/text/edit.ts';
import type { LineTable, Span } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';
import type { Client } from './client.ts';
import { toDiagnostics, toWorkspaceEdit } from './convert.ts';
import { actionData } from './parameter-shapes.ts';
import { present, type Shown, worstFirst } from './presentation.ts';
import { TooLong } from './time-limit.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.seaworthy`;

/** An analysed document, as the menu needs it. */
export interface ActionTarget {
  readonly workspace: Workspace;
  readonly path: string;
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineTable;
}

/** How an action is found again when it is chosen. */
type Choice =
  | { readonly kind: 'fix'; readonly fingerprint: string; readonly index: number }
  | { readonly kind: 'harden'; readonly fingerprint: string; readonly workload: boolean }
  | {
      readonly kind: 'ignore';
      readonly fingerprint: string;
      readonly rules: readonly string[];
      readonly scope: IgnoreScope;
    }
  | { readonly kind: 'fix-rule'; readonly rule: string }
  | { readonly kind: 'fix-all' };

interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly choice: Choice;
}

export interface MenuOptions {
  /** The client asks for the edit of the one that is chosen; otherwise every action carries its own. */
  readonly resolves: boolean;
  readonly versioned: boolean;
  /** Which commands of its own the client has. */
  readonly client: Pick<Client, 'opensPages' | 'previewsFixes' | 'asksReasons' | 'turnsOff'>;
  /** Lets others go first; ends the work by throwing when nobody waits for it, or the document is another one. */
  readonly pause: () => Promise<void>;
}

/** So many problems of a selection make a menu; the worst ones. */
const problemLimit = 10;

/** So many problems of a rule are looked at to see whether it has several that can be fixed. */
const siblingLimit = 20;

/** Commands of a client that the menu leads to. */
export const pageCommand = 'seaworthy.openRulePage';
export const fixRuleCommand = 'seaworthy.fixRuleInWorkspace';
export const ignoreCommand = 'seaworthy.ignore';
export const disableRuleCommand = 'seaworthy.turnOff';

/** An ignore that was chosen, with the reason that its author gave. */
export interface IgnoreQuestion {
  readonly action: unknown;
  readonly reason: string;
}

/** What an ignore says until its author says more. */
const placeholderReason = 'say why this is fine here';

/**
 * @param range what is selected, as offsets; problems that touch it are offered.
 * @param only kinds the client asks for; undefined: all.
 */
export async function codeActions(
  target: ActionTarget,
  range: Span,
  only: readonly string[] | undefined,
  options: MenuOptions,
): Promise<CodeAction[]> {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  /** Steps that put right all that a container or an object lacks. */
  const hardening = new Set<CodeAction>();
  if (wants(CodeActionKind.QuickFix)) {
    const shown = present(target.workspace.findings(target.path)).filter(
      ({ span }) => span.start <= range.end && range.start <= span.end,
    );
    for (const item of worstFirst(shown).slice(0, problemLimit)) {
      await options.pause();
      // Several problems of one object share the step that puts all of them right.
      const isKnown = (made: CodeAction): boolean =>
        hardening.has(made) && actions.some(({ title }) => title === made.title);
      actions.push(...quickFixes(target, item, options, hardening).filter((made) => !isKnown(made)));
    }
  }
  // Bulk fixing is for those who ask for it by its kind: the lightbulb's menu is about what is under the cursor.
  if (only !== undefined && wants(fixAllKind)) {
    await options.pause();
    const all = { kind: 'fix-all' } as const;
    if (editsOf(target, all).length > 0)
      actions.push(action(target, 'Fix all safe Seaworthy problems', fixAllKind, [], all, options));
  }
  return actions;
}

/** @param hardening is given the actions that harden. */
function quickFixes(
  target: ActionTarget,
  shown: Shown,
  options: MenuOptions,
  hardening: Set<CodeAction>,
): CodeAction[] {
  const { workspace, lines } = target;
  const diagnostics = toDiagnostics([shown], { lines, locate: undefined });
  const kind = CodeActionKind.QuickFix;
  const make = (title: string, choice: Choice): CodeAction => action(target, title, kind, diagnostics, choice, options);
  const list: CodeAction[] = [];
  const addHardening = (title: string, workload: boolean): CodeAction => {
    const made = make(title, { kind: 'harden', fingerprint: first.fingerprint, workload });
    hardening.add(made);
    list.push(made);
    return made;
  };
  const [first] = shown.findings as [Finding];
  const group = shown.findings.length > 1;
  let preferred: CodeAction | undefined;
  if (group) {
    const whole = workspace.harden(first, false);
    if (whole !== undefined && 'edits' in whole) preferred = addHardening(whole.title, false);
  }
  for (const finding of shown.findings) {
    workspace.fixes(finding).forEach((fix, index) => {
      if (!('edits' in fix)) return;
      const made = make(fix.title, { kind: 'fix', fingerprint: finding.fingerprint, index });
      list.push(made);
      if (!fix.assumes) preferred ??= made;
    });
  }
  if (preferred !== undefined) preferred.isPreferred = true;
  // What a namespace lacks is told in single findings; one step puts it right all the same.
  if (first.resource?.kind === 'Namespace') {
    const whole = workspace.harden(first, true);
    const isMore = (all: ResolvedEdit): boolean =>
      !workspace.fixes(first).some((fix) => 'edits' in fix && sameEdits(fix, all));
    if (whole !== undefined && 'edits' in whole && isMore(whole)) addHardening(whole.title, true);
  }
  if (group) {
    const one = workspace.harden(first, false);
    const all = workspace.harden(first, true);
    // Of an object with one container both are the same.
    const more = all !== undefined && 'edits' in all && !(one !== undefined && 'edits' in one && sameEdits(one, all));
    if (more) addHardening(all.title, true);
  }
  list.push(...bulkFixes(target, shown, make));
  // What is saved nowhere belongs to no folder.
  const isInFolder = !target.uri.startsWith('untitled:');
  if (options.client.previewsFixes && isInFolder && first.fix !== undefined && first.fix !== 'template' && !group) {
    const title = `Fix all of ${first.rule} in the workspace, with a preview`;
    list.push({ title, kind, diagnostics, command: { title, command: fixRuleCommand, arguments: [first.rule] } });
  }
  const rules = [...new Set(shown.findings.map(({ rule }) => rule))].filter((rule) => !isNotice(rule));
  if (rules.length === 0) return list;
  const { fingerprint } = first;
  for (const scope of workspace.ignoreScopes(first)) {
    const ignored = workspace.ignoring(first, rules, placeholderReason, scope);
    if ('refused' in ignored) continue;
    const title = visible(`${ignored.title}, with a reason`);
    const choice = { kind: 'ignore', fingerprint, rules, scope } as const;
    if (options.client.asksReasons) {
      const data: ActionData = { uri: target.uri, version: target.version, choice };
      list.push({ title, kind, diagnostics, command: { title, command: ignoreCommand, arguments: [data] } });
    } else list.push(make(title, choice));
  }
  if (options.client.turnsOff && isInFolder)
    for (const rule of rules) {
      const title = `Turn ${rule} off in .seaworthy.yaml`;
      list.push({
        title,
        kind,
        diagnostics,
        command: { title, command: disableRuleCommand, arguments: [target.uri, rule] },
      });
    }
  if (options.client.opensPages)
    for (const rule of rules) {
      const title = `What is ${rule}?`;
      list.push({ title, kind, diagnostics, command: { title, command: pageCommand, arguments: [rule] } });
    }
  return list;
}

/** Beyond the problem itself: the same one elsewhere in the file, and all that is safe. */
function bulkFixes(
  { workspace, path }: ActionTarget,
  { findings }: Shown,
  make: (title: string, choice: Choice) => CodeAction,
): CodeAction[] {
  const [first] = findings;
  if (first === undefined || findings.length > 1 || first.fix === undefined || first.fix === 'template') return [];
  const { rule } = first;
  const all = workspace.findings(path);
  const list: CodeAction[] = [];
  // How many it will be is found out when it is chosen.
  const siblings = all.filter((finding) => finding.rule === rule).slice(0, siblingLimit);
  if (siblings.filter((finding) => isFixedInBulk(workspace, finding)).length > 1)
    list.push(make(`Fix all of ${rule} in this file`, { kind: 'fix-rule', rule }));
  if (first.fix === 'safe' && all.some((finding) => finding.fix === 'safe' && finding.rule !== rule))
    list.push(make('Fix all safe Seaworthy problems in this file', { kind: 'fix-all' }));
  return list;
}

function isFixedInBulk(workspace: Workspace, finding: Finding): boolean {
  return workspace.fixes(finding).some((fix) => 'edits' in fix && fix.level !== 'template' && !fix.assumes);
}

function sameEdits(a: ResolvedEdit, b: ResolvedEdit): boolean {
  return JSON.stringify(a.edits) === JSON.stringify(b.edits);
}

function action(
  target: ActionTarget,
  text: string,
  kind: string,
  diagnostics: readonly Diagnostic[],
  choice: Choice,
  options: MenuOptions,
): CodeAction {
  const title = visible(text);
  const made: CodeAction = { title, kind, ...(diagnostics.length === 0 ? {} : { diagnostics: [...diagnostics] }) };
  if (options.resolves)
    return { ...made, data: { uri: target.uri, version: target.version, choice } satisfies ActionData };
  const edits = editsOf(target, choice);
  return { ...made, edit: toWorkspaceEdit(target.uri, target.version, target.lines, edits, options.versioned) };
}

/** The document an action that was chosen speaks of. */
export function uriOfAction({ data }: CodeAction): string | undefined {
  return isActionData(data) ? data.uri : undefined;
}

/** Fills in the edit. @param reason of an ignore. @throws ResponseError ContentModified when the document has changed since the menu was made. */
export function resolveAction(
  chosen: CodeAction,
  target: ActionTarget,
  versioned: boolean,
  reason = placeholderReason,
): CodeAction {
  const { data } = chosen;
  if (!isActionData(data)) throw new ResponseError(ErrorCodes.InvalidParams, 'This action was not made by Seaworthy.');
  if (data.version !== target.version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed; open the menu again.');
  return {
    ...chosen,
    edit: toWorkspaceEdit(target.uri, target.version, target.lines, editsOf(target, data.choice, reason), versioned),
  };
}

function editsOf(target: ActionTarget, choice: Choice, reason = placeholderReason): readonly TextEdit[] {
  const { workspace, path } = target;
  if (choice.kind === 'fix-all') return inBulk(target, 'safe');
  if (choice.kind === 'fix-rule') return inBulk(target, 'review', choice.rule);
  const finding = workspace.findings(path).find(({ fingerprint }) => fingerprint === choice.fingerprint);
  if (finding === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The problem is gone.');
  switch (choice.kind) {
    case 'fix':
      return edits(workspace.fixes(finding)[choice.index]);
    case 'harden':
      return edits(workspace.harden(finding, choice.workload));
    case 'ignore':
      return edits(workspace.ignoring(finding, choice.rules, reason, choice.scope));
  }
}

function inBulk({ workspace, path, text }: ActionTarget, level: 'safe' | 'review', rule?: string): readonly TextEdit[] {
  try {
    const done = workspace.fixAll(path, level, rule === undefined ? undefined : new Set([rule]));
    return done === undefined ? [] : differences(text, done.text);
  } catch (error) {
    if (error instanceof TooLong) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

function edits(fix: ResolvedFix | undefined): readonly TextEdit[] {
  if (fix === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The fix is gone.');
  if ('refused' in fix) throw new ResponseError(ErrorCodes.InvalidRequest, fix.refused);
  return fix.edits;
}

const ignoreScopes: readonly IgnoreScope[] = ['line', 'container', 'object', 'file'];

/** Whether it is what a menu of ours handed out; the client keeps it meanwhile. */
function isActionData(data: unknown): data is ActionData {
  if (actionData(data, 'data') !== undefined) return false;
  const { choice } = data as { readonly choice: { readonly [key: string]: unknown } };
  const has = (key: string, type: string): boolean => typeof choice[key] === type;
  switch (choice['kind']) {
    case 'fix':
      return has('fingerprint', 'string') && has('index', 'number');
    case 'harden':
      return has('fingerprint', 'string') && has('workload', 'boolean');
    case 'ignore':
      return (
        has('fingerprint', 'string') &&
        ignoreScopes.some((scope) => scope === choice['scope']) &&
        Array.isArray(choice['rules']) &&
        choice['rules'].every((rule) => typeof rule === 'string')
      );
    case 'fix-rule':
      return has('rule', 'string');
    default:
      return choice['kind'] === 'fix-all';
  }
}
