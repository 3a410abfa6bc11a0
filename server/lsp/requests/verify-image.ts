/** `seaworthy/verifyImage`: whether those whom the configuration names have signed the image at a position. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { normalised } from '../../../rules/facts/questions/images.ts';
import { visible } from '../../../rules/text/visible.ts';
import { flag, object, position, text } from '../parameter-shapes.ts';
import { namedIn } from '../placed-images.ts';
import type { OwnRequest } from '../request.ts';

export const verifyImage: OwnRequest<'seaworthy/verifyImage'> = {
  method: 'seaworthy/verifyImage',
  shape: object({ uri: text, position, isTrusted: flag }),
  async answer(session, { uri, position: at, isTrusted }, { token }) {
    const { publisher, documents } = session;
    const { signatures } = session.images;
    if (!isTrusted || !signatures.canVerify)
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'No program is run in a workspace that is not trusted.');
    const document = await documents.get(uri);
    if (document === undefined) return null;
    const { workspace, path, lines } = document;
    const [named] = namedIn(workspace, path, lines.offsetAt(at));
    if (named === undefined) return null;
    const { imageScan } = await session.folders.of(path).settings;
    const stop = new AbortController();
    const cancelled = token.onCancellationRequested(() => stop.abort());
    try {
      const said = await signatures.verify(workspace, named, imageScan, stop.signal);
      publisher.showAgain(documents.uris);
      const worst = (['not-verified', 'unknown', 'verified'] as const)
        .map((state) => said.find((one) => one.state === state))
        .find((one) => one !== undefined);
      const image = visible(normalised(named.reference));
      if (worst === undefined) return { image, state: 'no-identity', message: '', detail: '' };
      if (worst.state === 'verified') return { image, state: worst.state, message: '', detail: '' };
      return { image, state: worst.state, message: worst.message, detail: worst.detail };
    } finally {
      cancelled.dispose();
    }
  },
};
