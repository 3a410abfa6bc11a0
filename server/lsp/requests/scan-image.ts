/** `seaworthy/scanImage`: the image at a position, or all that a document names, are scanned by a program of the machine. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { normalised } from '../../../rules/facts/questions/images.ts';
import { visible } from '../../../rules/text/visible.ts';
import { scanners } from '../../scanners/index.ts';
import { imageFile } from '../image-place.ts';
import { flag, list, object, optional, position, text } from '../parameter-shapes.ts';
import { namedIn } from '../placed-images.ts';
import type { OwnRequest } from '../request.ts';

export const scanImage: OwnRequest<'seaworthy/scanImage'> = {
  method: 'seaworthy/scanImage',
  shape: object({ uri: text, position: optional(position), isTrusted: flag, agreed: optional(list(text)) }),
  async answer(session, { uri, position: at, isTrusted, agreed }, { token }) {
    const { images, publisher, documents } = session;
    if (!isTrusted || !images.canScan)
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'No program is run in a workspace that is not trusted.');
    const file = await imageFile(session, uri);
    if (file === undefined) return null;
    const { workspace, path, lines } = file;
    const named = namedIn(workspace, path, at === undefined || at === null ? undefined : lines.offsetAt(at));
    if (named.length === 0) return null;
    const { imageScan } = await session.folders.of(path).settings;
    const scanner = scanners.find(({ name }) => name === imageScan.scanner);
    if (scanner?.sends !== undefined && agreed?.includes(scanner.name) !== true)
      return { scanner: scanner.name, title: scanner.title, sends: scanner.sends };
    // Who asks for one image wants to know of it now; of many, what is fresh need not be asked for again.
    const maxAge = at === undefined || at === null ? imageScan.maxAge : 0;
    const stop = new AbortController();
    const cancelled = token.onCancellationRequested(() => stop.abort());
    try {
      const outcomes = await images.scan(named, { ...imageScan, maxAge }, stop.signal);
      publisher.showAgain(documents.uris);
      return outcomes.map(({ image: { reference }, outcome }) => {
        const image = visible(normalised(reference));
        if ('cause' in outcome) return { image, failure: outcome.message, detail: outcome.detail };
        return { image, summary: images.summary(outcome, imageScan) };
      });
    } finally {
      cancelled.dispose();
    }
  },
};
