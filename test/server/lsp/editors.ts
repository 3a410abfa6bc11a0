/**
 * What editors say of themselves when they begin, as far as servers read it. Sources: Neovim 0.7.2, recorded; Helix 25, its sources; VS Code, what
 * vscode-languageclient 9 says with all of its features. Two are made up, for what these do not differ in.
 */
import type { ClientCapabilities } from 'vscode-languageserver';

/** An editor, and in what it differs from the others. */
export interface Editor {
  readonly name: string;
  /** It asks for diagnostics; others are told. */
  readonly pulls: boolean;
  readonly hasFolders: boolean;
  readonly capabilities: ClientCapabilities;
}

const operations = ['create', 'rename', 'delete'] as const;

/** Editors with and without pulled diagnostics, edits that are made late, edits with versions, settings and folders. */
export const editors: readonly Editor[] = [
  {
    name: 'VS Code',
    pulls: true,
    hasFolders: true,
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { workDoneProgress: true, showDocument: { support: true } },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: [...operations],
          failureHandling: 'textOnlyTransactional',
          normalizesLineEndings: true,
          changeAnnotationSupport: { groupsOnLabel: true },
        },
      },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
        codeAction: {
          dynamicRegistration: true,
          isPreferredSupport: true,
          disabledSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
      },
    },
  },
  {
    name: 'Neovim 0.7',
    pulls: false,
    hasFolders: true,
    capabilities: {
      window: { workDoneProgress: true, showDocument: { support: false } },
      workspace: { applyEdit: true, workspaceFolders: true, workspaceEdit: { resourceOperations: [...operations] } },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
        codeAction: { dynamicRegistration: false, dataSupport: true, resolveSupport: { properties: ['edit'] } },
      },
    },
  },
  {
    name: 'an editor that asks for diagnostics and takes edits without versions',
    pulls: true,
    hasFolders: true,
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
      window: { workDoneProgress: true, showDocument: { support: true } },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
        inlayHint: { refreshSupport: true },
        workspaceEdit: { resourceOperations: [...operations] },
      },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, dataSupport: true },
        diagnostic: { dynamicRegistration: false },
        codeAction: {
          dynamicRegistration: true,
          isPreferredSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
        },
      },
    },
  },
  {
    name: 'Helix 25',
    pulls: false,
    hasFolders: true,
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      window: { workDoneProgress: true },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
        inlayHint: { refreshSupport: false },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: [...operations],
          failureHandling: 'abort',
          normalizesLineEndings: false,
        },
      },
      textDocument: {
        publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
        codeAction: {
          isPreferredSupport: true,
          disabledSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
        },
      },
    },
  },
  { name: 'an editor that says nothing', pulls: false, hasFolders: false, capabilities: {} },
];
