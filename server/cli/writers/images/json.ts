/** The list as JSON: an array of `ListedImage`. */
import { visibleJson } from '../../../../rules/text/visible.ts';
import type { ListedImage } from '../../images.ts';

export const writeJson = (images: readonly ListedImage[]): string =>
  `${visibleJson(JSON.stringify(images, null, 2))}\n`;
