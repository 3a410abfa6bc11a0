/** What is shown of a document at this moment, as the editor has it. */
import * as vscode from 'vscode';

/** The diagnostics of ours in a document, in the editor's order. */
export const findingsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'seaworthy');

/** The id of the rule that a diagnostic is of. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);
