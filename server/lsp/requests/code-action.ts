/** `textDocument/codeAction`: the menu at a selection. */
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { betterBaseActions } from '../code-actions/better-base.ts';
import { knownVulnerabilityActions } from '../code-actions/known-vulnerabilities.ts';
import { codeActions } from '../code-actions/menu.ts';
import { pinImageActions } from '../code-actions/pin-image.ts';
import { scanImageActions } from '../code-actions/scan-image.ts';
import { verifyImageActions } from '../code-actions/verify-image.ts';
import { toSpan } from '../convert.ts';
import { identified, list, object, optional, range, text } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const codeAction: Request<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  shape: object({ textDocument: identified, range, context: object({ only: optional(list(text)) }) }),
  async answer(session, { textDocument, range: selected, context }, task) {
    const { client, documents, folders, publisher } = session;
    const { only } = context;
    const fixes = only?.includes(CodeActionKind.QuickFix) ?? true;
    const scans = client.scansImages && session.images.canScan && fixes;
    const accepts = client.acceptsVulnerabilities && fixes;
    const verifies = client.verifiesImages && session.images.signatures.canVerify && fixes;
    const actions = await documents.answer(textDocument.uri, async (document, check) => {
      const span = toSpan(document.lines, selected);
      const menu = await codeActions(document, span, {
        client,
        style: publisher.style(folders.of(document.path)),
        only: only ?? undefined,
        async pause() {
          await task.pause();
          check();
        },
      });
      const settings = folders.of(document.path).imageScan;
      return [
        ...menu,
        ...(fixes ? betterBaseActions(document, span, session.images, settings, client) : []),
        ...(fixes ? pinImageActions(document, span, session.images, settings, client) : []),
        ...(accepts ? knownVulnerabilityActions(document, span, session.images, settings) : []),
        ...(scans ? scanImageActions(document, span) : []),
        ...(verifies ? verifyImageActions(document, span) : []),
      ];
    });
    return actions ?? [];
  },
};
