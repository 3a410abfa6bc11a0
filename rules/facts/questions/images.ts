/** Every image that the files of a scope name, once each: where it is used, and what it is built from where that is here, too. */
import { type ImageReference, parseImageReference, unversioned } from '../../model/image/reference.ts';
import type { Facts } from '../index.ts';
import type { NamedImageFact } from '../kinds/named-image.ts';
import { type Build, buildOf } from './builds.ts';

/** An image that files name, and where. */
export interface NamedImage {
  readonly reference: ImageReference;
  /** As `linux/arm64`; undefined where that of the machine is meant. */
  readonly platform: string | undefined;
  /** At least one, in the order of files and places. */
  readonly uses: readonly NamedImageFact[];
  /** The Dockerfile here that it is built from. */
  readonly build: Build | undefined;
  /** It is the name that something built here gets, so that no registry has to have it. */
  readonly isBuilt: boolean;
}

/** By reference, then platform. Two spellings of one reference, such as `nginx` and `docker.io/library/nginx:latest`, are one image. */
export function namedImages(facts: Facts): readonly NamedImage[] {
  const byKey = new Map<string, NamedImageFact[]>();
  for (const fact of facts.byKind['named-image']) {
    const key = JSON.stringify([normalised(parseImageReference(fact.image)), fact.platform ?? '']);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [fact]);
    else known.push(fact);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, uses]): NamedImage => {
      const [first] = uses as [NamedImageFact];
      const reference = parseImageReference(first.image);
      const build = buildOf(unversioned(reference), facts);
      const isBuilt = uses.some((use) => use.isBuilt) || build?.certain === true;
      return { reference, platform: first.platform, uses, build, isBuilt };
    });
}

/** The whole reference: registry, repository, tag and digest, the defaults filled in. */
export function normalised({ registry, repository, tag, digest }: ImageReference): string {
  const name = `${registry}/${repository}`;
  if (digest !== undefined) return tag === undefined ? `${name}@${digest}` : `${name}:${tag}@${digest}`;
  return `${name}:${tag ?? 'latest'}`;
}
