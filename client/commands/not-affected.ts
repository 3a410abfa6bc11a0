/**
 * Says that a known vulnerability does not affect an image: asks which, by which of OpenVEX's reasons, and why. The server makes the edit of the document, and
 * the image is scanned again, since the scanner is who applies it.
 */
import * as vscode from 'vscode';
import { ask } from '../ask.ts';
import { applyConfigurationEdit, askReason } from '../configuration-edit.ts';
import { placeOf } from '../images-view/items.ts';
import { pickVulnerability } from '../pick-vulnerability.ts';
import type { Command } from './command.ts';

/** Who said so last, for as long as the editor runs. */
let lastAuthor = '';

export const notAffected: Command = {
  id: 'seaworthy.notAffected',
  /** @param given what `placeOf` reads: an image, and perhaps one of its vulnerabilities; else the user picks one. */
  async run({ client, images }, ...given) {
    const picked = await pickVulnerability(client, placeOf(given));
    if (picked === undefined) return;
    const reason = await vscode.window.showQuickPick(reasons(), {
      title: picked.id,
      placeHolder: vscode.l10n.t('Why does it not affect this image?'),
    });
    if (reason === undefined) return;
    const impact = await askReason(
      picked.id,
      vscode.l10n.t('How do you know? It is written into the OpenVEX document.'),
    );
    if (impact === undefined) return;
    const author = picked.known.hasDocument ? '' : await askAuthor();
    if (author === undefined) return;
    const said = { id: picked.id, justification: reason.justification, impact, author };
    const answer = await ask(client, 'seaworthy/notAffected', { ...picked.at, ...said });
    await applyConfigurationEdit(client, answer);
    images.refresh();
    if ('refused' in answer) return;
    await vscode.commands.executeCommand('seaworthy.scanImage', picked.at.uri, picked.at.position);
  },
};

function reasons(): readonly (vscode.QuickPickItem & { readonly justification: string })[] {
  return [
    { justification: 'component_not_present', label: vscode.l10n.t('The package is not in the image') },
    {
      justification: 'vulnerable_code_not_present',
      label: vscode.l10n.t('The package is there, without the vulnerable code'),
    },
    { justification: 'vulnerable_code_not_in_execute_path', label: vscode.l10n.t('The vulnerable code is never run') },
    {
      justification: 'vulnerable_code_cannot_be_controlled_by_adversary',
      label: vscode.l10n.t('No attacker can reach what the vulnerable code reads'),
    },
    {
      justification: 'inline_mitigations_already_exist',
      label: vscode.l10n.t('Something else in it prevents the attack'),
    },
  ].map((one) => ({ ...one, description: one.justification }));
}

async function askAuthor(): Promise<string | undefined> {
  const author = await vscode.window.showInputBox({
    title: 'OpenVEX',
    prompt: vscode.l10n.t('Who says so? A new document names its author, such as a team and its address.'),
    value: lastAuthor,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A statement has an author.') : undefined),
    ignoreFocusOut: true,
  });
  lastAuthor = author?.trim() ?? lastAuthor;
  return author?.trim();
}
