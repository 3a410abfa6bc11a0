/** Which Dockerfiles name the image of another one in FROM, as far as names tell. */
import { baseImageOf } from '../../model/image/base.ts';
import type { ImageReference } from '../../model/image/reference.ts';
import { baseName, directoryOf } from '../../text/path.ts';

/** What an image may be called: its folder (`runtime/Dockerfile`), or what the file's name adds (`Dockerfile.base`, `base.Dockerfile`). */
export function namesOfImage(path: string): readonly string[] {
  const folder = baseName(directoryOf(path)).toLowerCase();
  const name = baseName(path).toLowerCase();
  const added =
    /^(?:docker|container)file[.\-_](.+)$/.exec(name)?.[1] ?? /^(.+)\.(?:docker|container)file$/.exec(name)?.[1];
  return [added, added === undefined ? folder : `${folder}-${added}`].flatMap((hint) =>
    hint === undefined || hint === '' ? [] : [hint],
  );
}

/** Docker's own images are not built here, whatever a folder is called. */
export const isDockersOwn = (reference: ImageReference): boolean =>
  reference.registry === 'docker.io' &&
  reference.repository.startsWith('library/') &&
  (reference.tag !== undefined || baseImageOf(reference).user !== 'unknown');
