/** Asks cosign whether the image under the cursor is signed by those whom the configuration names; says what it answered. */
import * as vscode from 'vscode';
import type { VerifiedImage } from '../../server/protocol/images.ts';
import { placeOf } from '../images-view/items.ts';
import { isTrusted } from '../workspace-trust.ts';
import type { Command } from './command.ts';

export const verifyImage: Command = {
  id: 'seaworthy.verifyImage',
  /** @param given the URI of a document and a position of an image in it. */
  async run({ client, log }, ...given) {
    const { uri, position } = placeOf(given);
    if (typeof uri !== 'string' || !(await isTrusted())) return;
    const verified: VerifiedImage | null = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Seaworthy: verifying signatures'),
        cancellable: true,
      },
      (_, token) => client.sendRequest('seaworthy/verifyImage', { uri, position, isTrusted: true }, token),
    );
    if (verified === null) {
      await vscode.window.showInformationMessage(vscode.l10n.t('No image is named here.'));
      return;
    }
    log.info(`${verified.image}: ${verified.state} ${verified.message} ${verified.detail}`);
    if (verified.state === 'verified')
      await vscode.window.showInformationMessage(
        vscode.l10n.t('{0} is signed by those whom .seaworthy.yaml names.', verified.image),
      );
    else if (verified.state === 'no-identity')
      await vscode.window.showInformationMessage(
        vscode.l10n.t('.seaworthy.yaml does not say who signs {0}.', verified.image),
      );
    else await vscode.window.showWarningMessage(verified.message);
  },
};
