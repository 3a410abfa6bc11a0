/** Shows images and vulnerabilities with a fix alone, or all of them again. */
import type { Command } from './command.ts';

export const filterImages: Command = {
  id: 'seaworthy.filterImages',
  run: ({ images }) => images.toggleFixable(),
};
