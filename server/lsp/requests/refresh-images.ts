/**
 * `seaworthy/refreshImages`: images whose answer has grown old are scanned again, the oldest first and a few at a time. Only those that somebody scanned before,
 * and only by scanners that send nothing to anybody.
 */
import type { NamedImage } from '../../../rules/facts/questions/images.ts';
import { scanners } from '../../scanners/index.ts';
import type { Folder } from '../folder.ts';
import { flag, object } from '../parameter-shapes.ts';
import { namedEverywhere } from '../placed-images.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';

/** Scans of one call. */
const most = 10;

export const refreshImages: OwnRequest<'seaworthy/refreshImages'> = {
  method: 'seaworthy/refreshImages',
  shape: object({ isTrusted: flag }),
  async answer(session, { isTrusted }, { token }) {
    if (!isTrusted || !session.images.canScan) return 0;
    const stop = new AbortController();
    const cancelled = token.onCancellationRequested(() => stop.abort());
    let left = most;
    let done = 0;
    try {
      for (const folder of session.folders.all) {
        const { scanner } = folder.imageScan;
        if (scanners.find(({ name }) => name === scanner)?.sends !== undefined) continue;
        const due = staleIn(session, folder).slice(0, left);
        left -= due.length;
        const outcomes =
          due.length === 0 ? [] : await session.images.scan(due, { ...folder.imageScan, maxAge: 0 }, stop.signal);
        done += outcomes.filter(({ outcome }) => !('cause' in outcome)).length;
      }
    } finally {
      cancelled.dispose();
    }
    if (done > 0) session.publisher.showAgain(session.documents.uris);
    return done;
  },
};

/** The oldest first. */
function staleIn({ images }: Session, { workspace, imageScan }: Folder): readonly NamedImage[] {
  return namedEverywhere(workspace)
    .flatMap((image) => {
      const [first] = image.uses;
      const result = first === undefined ? undefined : images.resultOf(workspace, first, imageScan);
      return result !== undefined && images.isStale(result, imageScan) ? [{ image, at: result.scannedAt }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ image }) => image);
}
