/** What requests share that are about a known vulnerability of the image at a position. Looks only into what is kept. */
import { type ImageReference, parseImageReference } from '../../../rules/model/image/reference.ts';
import { visible } from '../../../rules/text/visible.ts';
import type { ImageAtParams, ListedVulnerability } from '../../protocol/images.ts';
import type { Vulnerability } from '../../scanners/report.ts';
import type { ScanResult } from '../../scanners/result.ts';
import { type ImageFile, imageFile } from '../image-place.ts';
import type { ImageSettings } from '../image-settings.ts';
import type { Session } from '../session.ts';

/** An image of a file, with what is known of it. */
export interface KnownImage {
  readonly file: ImageFile;
  readonly reference: ImageReference;
  readonly result: ScanResult;
  readonly summary: string;
  readonly settings: ImageSettings;
}

/** @returns undefined where no image is named, or nothing is known of it. */
export async function imageAt(session: Session, { uri, position }: ImageAtParams): Promise<KnownImage | undefined> {
  const file = await imageFile(session, uri);
  if (file === undefined) return undefined;
  const { workspace, path, lines } = file;
  const { imageScan: settings } = await session.folders.of(path).settings;
  const at = session.images.at(workspace, path, lines.offsetAt(position), settings);
  if (at === undefined) return undefined;
  return { file, reference: parseImageReference(at.fact.image), result: at.result, summary: at.summary, settings };
}

/** As the client is told of it. @param accepted until when and why; undefined for what is not. */
export function listedVulnerability(
  { id, severity, link, package: { name, version }, fixed, title, from, exploited }: Vulnerability,
  accepted?: string,
): ListedVulnerability {
  return {
    id: visible(id),
    severity,
    package: visible(`${name} ${version}`.trim()),
    fixed: visible(fixed.join(', ')),
    title: visible(title.slice(0, 200)),
    ...(link === undefined ? {} : { link }),
    isOfBase: from === 'base',
    isExploited: exploited === true,
    ...(accepted === undefined ? {} : { accepted: visible(accepted) }),
  };
}
