/** The list for people: each image, what it is built from, and where it is used. */
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import type { ListedImage, ListedUse } from '../../images.ts';

const places: { readonly [where in ListedUse['where']]: string } = {
  container: '',
  volume: 'volume',
  service: 'service',
  from: 'FROM',
  'copy-from': 'COPY --from',
  'mount-from': 'RUN --mount',
  kustomization: 'images of a kustomization',
};

export function writeText(images: readonly ListedImage[]): string {
  if (images.length === 0) return 'No file here names an image.\n';
  const lines = images.flatMap(({ image, platform, builtFrom, built, uses }) => [
    visible(platform === null ? image : `${image} (${platform})`),
    ...(builtFrom === null
      ? built
        ? ['  built here']
        : []
      : [`  built from ${builtFrom.certain ? '' : 'perhaps '}${visiblePath(builtFrom.file)}`]),
    ...uses.map((use) => `  ${visiblePath(use.file)}:${use.line}${noteOf(use)}`),
  ]);
  const count = images.length === 1 ? '1 image' : `${images.length} images`;
  return `${lines.join('\n')}\n\n${count}\n`;
}

function noteOf({ where, object, container }: ListedUse): string {
  const notes = [places[where], object ?? '', container === null ? '' : `container ${container}`];
  const said = notes.filter((note) => note !== '').join(', ');
  return said === '' ? '' : `  ${visible(said)}`;
}
