/** Lists what was found in the active file, the worst first, and leads to its lines and to what counts for it. */
import * as vscode from 'vscode';
import { activeFile } from '../active-file.ts';
import { findingsOf, ruleOf } from '../findings.ts';
import type { Command } from './command.ts';

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

export const showFindings: Command = {
  id: 'seaworthy.showFindings',
  async run() {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
      await activeFile();
      return;
    }
    const found = findingsOf(editor.document.uri).sort(
      (a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start),
    );
    const name = vscode.workspace.asRelativePath(editor.document.uri);
    const chosen = await vscode.window.showQuickPick<Entry>(
      [...found.map((one) => entry(editor, one)), ...commands()],
      {
        title: vscode.l10n.t('Seaworthy: {0}', name),
        ...(found.length === 0 ? { placeHolder: vscode.l10n.t('No findings in this file') } : {}),
        matchOnDescription: true,
      },
    );
    await chosen?.run?.();
  },
};

const icons = ['$(error)', '$(warning)', '$(info)', '$(lightbulb)'];

function entry(editor: vscode.TextEditor, diagnostic: vscode.Diagnostic): Entry {
  const { message, range, severity } = diagnostic;
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  return {
    label: `${icons[severity] ?? ''} ${message}`,
    description: `${line}, ${ruleOf(diagnostic)}`,
    async run() {
      const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
      shown.selection = new vscode.Selection(range.start, range.start);
      shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  };
}

function commands(): readonly Entry[] {
  const to = (label: string, command: string): Entry => ({
    label,
    alwaysShow: true,
    run: () => vscode.commands.executeCommand(command),
  });
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    to(`$(tools) ${vscode.l10n.t('Fix all safe problems in this file')}`, 'seaworthy.fixAllSafe'),
    to(`$(settings-gear) ${vscode.l10n.t('Show what counts for this file')}`, 'seaworthy.showEffectiveConfiguration'),
    to(`$(output) ${vscode.l10n.t('Show output')}`, 'seaworthy.showOutput'),
  ];
}
