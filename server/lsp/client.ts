/** What the client of the language server can do, as it said when it began. */
import { type InitializeParams, InsertTextMode } from 'vscode-languageserver';
import { clientCommands } from '../protocol.ts';

export interface Client {
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly resolvesActions: boolean;
  readonly versionedEdits: boolean;
  /** Edits may add files. */
  readonly createsFiles: boolean;
  /** Edits may say what they are for. */
  readonly annotatesEdits: boolean;
  /** Edits may be snippets. */
  readonly snippetEdits: boolean;
  /** Texts of several lines are inserted as they are, where that is asked for. */
  readonly insertsAsIs: boolean;
  readonly related: boolean;
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly opensPages: boolean;
  /** URI of the folder with a page for each rule, `<id>.md`, that the editor can open. */
  readonly pages: string | undefined;
  /** Has a command that fixes a rule in the whole workspace, with a preview. */
  readonly previewsFixes: boolean;
  /** Asks for the reason of an ignore. */
  readonly asksReasons: boolean;
  /** Explains rules, and asks how much they are to count. */
  readonly configuresRules: boolean;
  /** Scans images, when the user asks for it. */
  readonly scansImages: boolean;
  /** Has the command that verifies images. */
  readonly verifiesImages: boolean;
  /** Has the commands that say what of an image can wait, and what does not affect it. */
  readonly acceptsVulnerabilities: boolean;
  /** Has a page of attack paths. */
  readonly showsPaths: boolean;
  /** Has a picture of blast radii. */
  readonly showsRadius: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** Lists all findings, and wants to hear when that list is another one. */
  readonly listsFindings: boolean;
  /** URIs of documents that a server before this one did not answer for. */
  readonly aside: readonly string[];
  /** Folders may be read in the background; not after a server before this one was lost while it did. */
  readonly gathers: boolean;
}

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const options = (initializationOptions ?? {}) as {
    commands?: unknown;
    pages?: unknown;
    listsFindings?: unknown;
    aside?: unknown;
    gathers?: unknown;
  };
  const knows = (command: string): boolean => listOf(options.commands).includes(command);
  return {
    pulls: isSaid(textDocument?.diagnostic),
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    resolvesActions:
      listOf(textDocument?.codeAction?.resolveSupport?.properties).includes('edit') &&
      textDocument?.codeAction?.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      listOf(workspace.workspaceEdit.resourceOperations).includes('create'),
    annotatesEdits: isSaid(workspace?.workspaceEdit?.changeAnnotationSupport),
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    insertsAsIs:
      textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet?.includes(InsertTextMode.asIs) === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true || isSaid(textDocument?.diagnostic),
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    opensPages: knows(clientCommands.openRulePage),
    pages: typeof options.pages === 'string' ? options.pages : undefined,
    previewsFixes: knows(clientCommands.fixAllOfRule),
    asksReasons: knows(clientCommands.ignore),
    configuresRules: knows(clientCommands.explainRule),
    scansImages: knows(clientCommands.scanImage),
    verifiesImages: knows(clientCommands.verifyImage),
    acceptsVulnerabilities: knows(clientCommands.acceptVulnerability) && knows(clientCommands.notAffected),
    showsPaths: knows(clientCommands.showAttackPaths),
    showsRadius: knows(clientCommands.showBlastRadius),
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    listsFindings: options.listsFindings === true,
    aside: listOf(options.aside),
    gathers: options.gathers !== false,
  };
}

const isSaid = (capability: unknown): boolean => typeof capability === 'object' && capability !== null;

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null && workspaceFolders.length > 0)
    return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}
