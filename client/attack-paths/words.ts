/** The words of the page of attack paths, in the user's language. */
import * as vscode from 'vscode';
import type { Words } from '../pages/attack-paths/messages.ts';

/** `{0}` and `{1}` are filled in by the page. */
export const words = (): Words => ({
  closesAll: vscode.l10n.t('Edits that close all ways from outside: {0}. Ways: {1}.'),
  closesAtMost: vscode.l10n.t('Edits that close all ways from outside: at most {0}. Ways: {1}.'),
  none: vscode.l10n.t('No way leads from outside to what must not fall, as far as these files tell.'),
  noEdit: vscode.l10n.t('Not all ways from outside can be closed by edits of these files. Edits: {0}. Ways: {1}.'),
  edits: vscode.l10n.t('Edits'),
  ways: vscode.l10n.t('Ways'),
  way: vscode.l10n.t('Way {0}: to {1}'),
  closes: vscode.l10n.t('closes {0} of {1}'),
  closed: vscode.l10n.t('closed'),
  assuming: vscode.l10n.t('assumptions: {0}'),
  status: vscode.l10n.t('Edits ticked: {0}. They close {1} of {2} ways.'),
  all: vscode.l10n.t('All proposed edits'),
  preview: vscode.l10n.t('Preview Edits ({0})'),
  instead: vscode.l10n.t('Or instead of it ({0})'),
  fix: vscode.l10n.t('Fix: {0} ({1})'),
  byHand: vscode.l10n.t('No automatic edit: {0}.'),
  assumesThat: vscode.l10n.t('Assumes that {0}.'),
  assumesNothing: vscode.l10n.t('Nothing is assumed.'),
  assumed: vscode.l10n.t('What is assumed ({0})'),
  accepted: vscode.l10n.t('What is accepted ({0})'),
  more: vscode.l10n.t('There are more ways than these.'),
  uncloseable: vscode.l10n.t('Ways that no edit of these files closes: {0}.'),
  assumeMore: vscode.l10n.t('Also ways that assume more ({0})'),
  flaw: vscode.l10n.t('A way into a workload always takes a flaw in its program, or a password of it.'),
});
