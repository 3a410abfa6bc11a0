/** Asks the user's scanner of images about the image under the cursor, or about all that a file names; says what it answered. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ScanConsent, ScannedImage } from '../../server/protocol/images.ts';
import { activeFile } from '../active-file.ts';
import { placeOf } from '../images-view/items.ts';
import { isTrusted } from '../workspace-trust.ts';
import type { Command, CommandContext } from './command.ts';

export const scanImage: Command = {
  id: 'seaworthy.scanImage',
  /** @param given the URI of a document and a position of an image in it, or an entry of the view; nothing: all images of the file in front. */
  async run(context, ...given) {
    const { uri, position } = placeOf(given);
    if (!(await isTrusted())) return;
    const { client } = context;
    const file = typeof uri === 'string' ? undefined : await activeFile();
    const asked = typeof uri === 'string' ? uri : file && client.code2ProtocolConverter.asUri(file.uri);
    if (asked === undefined) return;
    const params = { uri: asked, isTrusted: true, ...(position === undefined ? {} : { position }) };
    let answer = await scan(client, params);
    if (answer !== null && 'sends' in answer) {
      if (!(await isAgreed(answer))) return;
      answer = await scan(client, params);
    }
    context.images.refresh();
    if (answer === null || !('sends' in answer)) await tell(context, answer);
  },
};

/** Scanners that may send what they send, for as long as the editor runs. */
const agreed = new Set<string>();

function scan(client: LanguageClient, params: object): Thenable<readonly ScannedImage[] | ScanConsent | null> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Seaworthy: scanning images'),
      cancellable: true,
    },
    (_, token) => client.sendRequest('seaworthy/scanImage', { ...params, agreed: [...agreed] }, token),
  );
}

/** Says what goes to whom before it does. */
async function isAgreed({ scanner, title, sends }: ScanConsent): Promise<boolean> {
  const go = vscode.l10n.t('Scan');
  const message = vscode.l10n.t('{0} does not work on this machine alone.', title);
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail: sends }, go);
  if (chosen === go) agreed.add(scanner);
  return chosen === go;
}

async function tell({ log }: CommandContext, scanned: readonly ScannedImage[] | null): Promise<void> {
  if (scanned === null) {
    await vscode.window.showInformationMessage(vscode.l10n.t('No image is named here.'));
    return;
  }
  for (const one of scanned)
    log.info('summary' in one ? `${one.image}: ${one.summary}` : `${one.image}: ${one.failure} ${one.detail}`);
  const failed = scanned.find((one) => 'failure' in one);
  const first = failed ?? scanned[0];
  if (first === undefined) return;
  const text =
    'failure' in first
      ? first.failure
      : scanned.length === 1
        ? `${first.image}: ${first.summary}`
        : vscode.l10n.t('{0} images were scanned.', scanned.length);
  const show = vscode.l10n.t('Show output');
  const chosen = await (failed === undefined
    ? vscode.window.showInformationMessage(text, show)
    : vscode.window.showWarningMessage(text, show));
  if (chosen === show) log.show();
}
