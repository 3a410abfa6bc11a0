/**
 * The menu of a document: few entries, those of the worst problem first; for the file what can be fixed in bulk. Actions are listed with their
 * titles and filled in when one is chosen, from the document as it is then.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { NewFile } from '../../../rules/contract/finding.ts';
import { byListing, listingEdits } from '../../../rules/engine/fixes/own-file.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import { baseName } from '../../../rules/text/path.ts';
import { LineTable, type Span } from '../../../rules/text/source.ts';
import { visible } from '../../../rules/text/visible.ts';
import { bestFixKind } from '../../protocol.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import type { Client } from '../client.ts';
import { type DiagnosticStyle, toDiagnostics, toWorkspaceEdit, withFiles } from '../convert.ts';
import { actionData } from '../parameter-shapes.ts';
import { present, type Shown, worstFirst } from '../presentation.ts';
import {
  type ActionData,
  type Choice,
  type FileEdits,
  fixAllKind,
  type MakeEdits,
  type Offer,
  type OfferedKind,
  type Problem,
  problemOf,
} from './code-action.ts';
import { sourceFixAll } from './fix-all-in-file.ts';
import { placeholderReason } from './ignore.ts';
import { beyond, editKinds, fixes, remaining } from './index.ts';

/** So many problems of a selection are looked at; the worst ones. */
const problemLimit = 10;

/** So many entries of ours a menu holds; those that are shared and what goes beyond have their places in it. */
const entryLimit = 7;

/** So many alternatives to the best fix of the worst problem are offered. */
const alternativeLimit = 2;

export interface MenuOptions {
  readonly client: Client;
  /** How the client shows the diagnostics that actions are about. */
  readonly style: DiagnosticStyle;
  /** Kinds that the client asks for; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** Lets others go first; ends the work by throwing when nobody waits for it, or the document is another one. */
  readonly pause: () => Promise<void>;
}

/** @param range what is selected, as offsets; problems that touch it are offered. */
export async function codeActions(
  document: AnalysedDocument,
  range: Span,
  options: MenuOptions,
): Promise<CodeAction[]> {
  const { client, only, pause } = options;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  // The best fix of each problem is for who looks at many of them, and asks for them by their kind.
  const isList = only?.includes(bestFixKind) === true;
  const actions: CodeAction[] = [];
  if (isList || wants(CodeActionKind.QuickFix) || wants(CodeActionKind.RefactorRewrite)) {
    const shown = present(document.shown).filter(({ span }) => span.start <= range.end && range.start <= span.end);
    const lists: Listed[] = [];
    for (const item of worstFirst(shown).slice(0, isList ? shown.length : problemLimit)) {
      await pause();
      lists.push(listed(document, item, options));
    }
    const menu = isList ? lists.flatMap(({ fixes: [best] }) => best ?? []) : menuOf(lists, options);
    actions.push(...menu.filter(({ kind }) => isList || wants(kind ?? CodeActionKind.QuickFix)));
  }
  // Bulk fixing is for those who ask for it by its kind: the lightbulb's menu is about what is under the cursor.
  if (only !== undefined && wants(fixAllKind)) {
    await pause();
    for (const offer of sourceFixAll(document)) actions.push(actionOf(document, offer, { kind: fixAllKind }, client));
  }
  return actions;
}

/** A problem with the ways to fix it, the best first. */
interface Listed {
  readonly problem: Problem;
  readonly diagnostics: Diagnostic[];
  readonly fixes: readonly CodeAction[];
}

function listed(document: AnalysedDocument, shown: Shown, { client, style }: MenuOptions): Listed {
  const problem = problemOf(document, shown, client);
  const diagnostics = toDiagnostics([shown], { ...style, lines: document.lines, locate: undefined });
  const offers = fixes.flatMap((entry) => entry.offer(problem));
  const preferred = offers.find((offer) => 'isPreferable' in offer && offer.isPreferable === true);
  const best = preferred ?? offers[0];
  const ordered = best === undefined ? [] : [best, ...offers.filter((offer) => offer !== best)];
  return {
    problem,
    diagnostics,
    fixes: ordered.map((offer) => {
      const made = actionOf(document, offer, { kind: CodeActionKind.QuickFix, diagnostics }, client);
      return offer === preferred ? { ...made, isPreferred: true } : made;
    }),
  };
}

/**
 * The best fix of each problem, other ways for the worst, what goes beyond it, and what can be done with those that stay: nobody reads more than a few
 * entries, and what belongs to one problem stands together.
 */
function menuOf(lists: readonly Listed[], { client }: MenuOptions): readonly CodeAction[] {
  const [worst] = lists;
  if (worst === undefined) return [];
  const { document } = worst.problem;
  const make = (offers: readonly Offer[], diagnostics: Diagnostic[]): CodeAction[] =>
    offers.map((offer) => actionOf(document, offer, { kind: CodeActionKind.QuickFix, diagnostics }, client));
  const problems = lists.map(({ problem }) => problem);
  const after = make(
    remaining.flatMap((entry) => entry.offerForAll(problems)),
    lists.flatMap(({ diagnostics }) => diagnostics),
  );
  const more = beyond.flatMap((entry) => {
    for (const { problem, diagnostics } of lists) {
      const offers = entry.offer(problem);
      if (offers.length > 0) return make(offers.slice(0, 1), diagnostics);
    }
    return [];
  });
  const left = entryLimit - after.length - more.length;
  const best = lists.flatMap(({ fixes: [first] }) => first ?? []).slice(0, left);
  const others = worst.fixes.slice(1, 1 + Math.min(alternativeLimit, left - best.length));
  const [first, ...rest] = best;
  return [...(first === undefined ? [] : [first]), ...others, ...rest, ...more, ...after];
}

function actionOf(
  document: AnalysedDocument,
  offer: Offer,
  { kind, ...about }: { readonly kind: OfferedKind; readonly diagnostics?: Diagnostic[] },
  client: Client,
): CodeAction {
  const title = visible(offer.title);
  const own = { title, kind: offer.kind ?? kind, ...about };
  if ('command' in offer)
    return { ...own, command: { title, command: offer.command, arguments: [...offer.arguments] } };
  const { uri, version } = document;
  const { choice } = offer;
  if (client.resolvesActions) return { ...own, data: { uri, version, choice } satisfies ActionData };
  return { ...own, edit: workspaceEditOf(document, madeBy(document, choice, placeholderReason), client) };
}

/** The document that an action speaks of; undefined when the action is none of ours. @param data what the menu handed out with it. */
export function uriOfAction(data: unknown): string | undefined {
  return isActionData(data) ? data.uri : undefined;
}

/**
 * The edit of an action that was chosen.
 * @param data what the menu handed out with it. @param reason of an ignore.
 * @throws ResponseError ContentModified when the document has changed since the menu was made.
 */
export async function editOfAction(
  data: unknown,
  document: AnalysedDocument,
  client: Client,
  reason = placeholderReason,
): Promise<WorkspaceEdit> {
  if (!isActionData(data)) throw new ResponseError(ErrorCodes.InvalidParams, 'This action was not made by Seaworthy.');
  if (data.version !== document.version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed; open the menu again.');
  const made = madeBy(document, data.choice, reason);
  const listings = await listingsOf(document, made.creates ?? [], client);
  const edit = workspaceEditOf(document, made, client);
  return listings.length === 0
    ? edit
    : {
        ...edit,
        documentChanges: [...(edit.documentChanges ?? []), ...listings.flatMap((one) => one.documentChanges ?? [])],
      };
}

/** What lists the files that are added. @throws ResponseError where that cannot be written. */
function listingsOf(
  document: AnalysedDocument,
  creates: readonly NewFile[],
  client: Client,
): Promise<readonly WorkspaceEdit[]> {
  return Promise.all(
    [...byListing(creates)].map(async ([path, entries]) => {
      const text = await document.textOf(path);
      const edits = text === undefined ? { refused: 'The kustomization cannot be read.' } : listingEdits(text, entries);
      if ('refused' in edits)
        throw new ResponseError(ErrorCodes.InvalidRequest, `${baseName(path)} cannot list it: ${edits.refused}`);
      return toWorkspaceEdit(document.uriOf(path), null, new LineTable(text ?? ''), edits, client);
    }),
  );
}

function madeBy(document: AnalysedDocument, choice: Choice, reason: string): FileEdits {
  const made = editsOf(choice)?.(document, reason) ?? [];
  return 'edits' in made ? made : { edits: made };
}

function workspaceEditOf(
  document: AnalysedDocument,
  { path = document.path, edits, creates = [] }: FileEdits,
  client: Client,
): WorkspaceEdit {
  return withFiles(
    editOf(document, path, edits, client),
    creates.map((file) => ({ uri: document.uriOf(file.path), text: file.text })),
    client,
  );
}

/** @param path of the file that is edited, the document's own or another one. */
function editOf(document: AnalysedDocument, path: string, edits: readonly TextEdit[], client: Client): WorkspaceEdit {
  if (path === document.path)
    return toWorkspaceEdit(document.uri, document.version, document.lines, edits, client, document.text);
  const lines = document.workspace.lines(path);
  if (lines === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The file is gone.');
  return toWorkspaceEdit(document.uriOf(path), null, lines, edits, client);
}

const editsOf = (choice: Choice): MakeEdits | undefined =>
  editKinds.find(({ kind }) => kind === choice.kind)?.read(choice);

/** Whether it is what a menu of ours handed out. */
const isActionData = (data: unknown): data is ActionData =>
  actionData(data, 'data') === undefined && editsOf((data as ActionData).choice) !== undefined;
