/** `seaworthy/images`: every image that the files of the open folders name, with what is known of it. Runs nothing. */
import { normalised } from '../../../rules/facts/questions/images.ts';
import { visible } from '../../../rules/text/visible.ts';
import type { ListedImage } from '../../protocol/images.ts';
import { countsOf } from '../../scanners/report.ts';
import { toRange } from '../convert.ts';
import type { Folder } from '../folder.ts';
import { anything } from '../parameter-shapes.ts';
import { namedEverywhere } from '../placed-images.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';

export const images: OwnRequest<'seaworthy/images'> = {
  method: 'seaworthy/images',
  shape: anything,
  async answer(session, _, task) {
    const listed: ListedImage[] = [];
    for (const folder of session.folders.all) {
      await task.pause();
      listed.push(...imagesOf(session, folder));
    }
    return listed;
  },
};

function imagesOf({ images, documents }: Session, { workspace, imageScan }: Folder): readonly ListedImage[] {
  return namedEverywhere(workspace).flatMap((image) => {
    const uses = image.uses.flatMap((use) => {
      const at = workspace.locate(use.ref, 'name');
      const lines = at === undefined ? undefined : workspace.lines(at.path);
      return at === undefined || lines === undefined
        ? []
        : [{ uri: documents.paths.uriOf(at.path), range: toRange(lines, at.span) }];
    });
    const [first] = image.uses;
    if (first === undefined || uses.length === 0) return [];
    const result = images.resultOf(workspace, first, imageScan);
    const name = { image: visible(normalised(image.reference)), isBuilt: image.isBuilt, uses };
    const platform = image.platform === undefined ? {} : { platform: visible(image.platform) };
    if (result === undefined) return [{ ...name, ...platform }];
    const { bySeverity, fixable } = countsOf(result.report.vulnerabilities);
    const known = { summary: images.summary(result, imageScan), isStale: images.isStale(result, imageScan) };
    return [
      { ...name, ...platform, known: { ...known, bySeverity, fixable, accepted: result.report.accepted?.length ?? 0 } },
    ];
  });
}
