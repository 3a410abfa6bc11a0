/**
 * The menu of a document: for each problem its entries, worst problem first; for the file what can be fixed in bulk. Actions are listed with their
 * titles and filled in when one is chosen, from the document as it is then.
 */
import { type CodeAction, CodeActionKind, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Span } from '../../../rules/text/source.ts';
import { visible } from '../../../rules/text/visible.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import type { Client } from '../client.ts';
import { type DiagnosticStyle, toDiagnostics, toWorkspaceEdit } from '../convert.ts';
import { actionData } from '../parameter-shapes.ts';
import { present, type Shown, worstFirst } from '../presentation.ts';
import { type ActionData, type Choice, type MakeEdits, type Offer, problemOf } from './code-action.ts';
import { fixAllKind, sourceFixAll } from './fix-all-in-file.ts';
import { placeholderReason } from './ignore.ts';
import { editKinds, entries } from './index.ts';

/** So many problems of a selection make a menu; the worst ones. */
const problemLimit = 10;

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
  { client, style, only, pause }: MenuOptions,
): Promise<CodeAction[]> {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const shared = new Set<string>();
    const shown = present(document.workspace.findings(document.path)).filter(
      ({ span }) => span.start <= range.end && range.start <= span.end,
    );
    for (const item of worstFirst(shown).slice(0, problemLimit)) {
      await pause();
      actions.push(...quickFixes(document, item, { client, style, shared }));
    }
  }
  // Bulk fixing is for those who ask for it by its kind: the lightbulb's menu is about what is under the cursor.
  if (only !== undefined && wants(fixAllKind)) {
    await pause();
    for (const offer of sourceFixAll(document)) actions.push(actionOf(document, offer, { kind: fixAllKind }, client));
  }
  return actions;
}

/** @param shared titles of entries that are listed once, those of problems before this one. */
function quickFixes(
  document: AnalysedDocument,
  shown: Shown,
  { client, style, shared }: Pick<MenuOptions, 'client' | 'style'> & { readonly shared: Set<string> },
): CodeAction[] {
  const problem = problemOf(document, shown, client);
  const offers = entries.flatMap((entry) => entry.offer(problem));
  const diagnostics = toDiagnostics([shown], { ...style, lines: document.lines, locate: undefined });
  const preferred = offers.find((offer) => 'isPreferable' in offer && offer.isPreferable === true);
  const known = new Set(shared);
  return offers.flatMap((offer) => {
    const { title } = offer;
    if ('isShared' in offer && offer.isShared === true) {
      if (known.has(title)) return [];
      shared.add(title);
    }
    const made = actionOf(document, offer, { kind: CodeActionKind.QuickFix, diagnostics }, client);
    return [offer === preferred ? { ...made, isPreferred: true } : made];
  });
}

function actionOf(
  document: AnalysedDocument,
  offer: Offer,
  about: Pick<CodeAction, 'kind' | 'diagnostics'>,
  client: Client,
): CodeAction {
  const title = visible(offer.title);
  if ('command' in offer)
    return { title, ...about, command: { title, command: offer.command, arguments: [...offer.arguments] } };
  const { uri, version } = document;
  const { choice } = offer;
  if (client.resolvesActions) return { title, ...about, data: { uri, version, choice } satisfies ActionData };
  return { title, ...about, edit: workspaceEditOf(document, choice, placeholderReason, client) };
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
export function editOfAction(
  data: unknown,
  document: AnalysedDocument,
  client: Client,
  reason = placeholderReason,
): ReturnType<typeof toWorkspaceEdit> {
  if (!isActionData(data)) throw new ResponseError(ErrorCodes.InvalidParams, 'This action was not made by Seaworthy.');
  if (data.version !== document.version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed; open the menu again.');
  return workspaceEditOf(document, data.choice, reason, client);
}

function workspaceEditOf(
  document: AnalysedDocument,
  choice: Choice,
  reason: string,
  { versionedEdits }: Client,
): ReturnType<typeof toWorkspaceEdit> {
  const { uri, version, lines } = document;
  return toWorkspaceEdit(uri, version, lines, editsOf(choice)?.(document, reason) ?? [], versionedEdits);
}

const editsOf = (choice: Choice): MakeEdits | undefined =>
  editKinds.find(({ kind }) => kind === choice.kind)?.read(choice);

/** Whether it is what a menu of ours handed out. */
const isActionData = (data: unknown): data is ActionData =>
  actionData(data, 'data') === undefined && editsOf((data as ActionData).choice) !== undefined;
