/** The images that files name: what is pulled to run, to build from or to copy from, and what a kustomization puts in the place of others. */

import { servicesOf } from '../../model/compose/service.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import type { ImageUse } from '../../model/image/use.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';

export interface NamedImageFact extends Fact {
  /** The reference as written, variables resolved as far as they are known. */
  readonly image: string;
  readonly where: ImageUse['where'] | 'kustomization';
  /** Of a container; undefined for everything else. */
  readonly container: string | undefined;
  /** As `linux/arm64`; undefined where that of the machine is meant. */
  readonly platform: string | undefined;
  /** The file builds it under this name, so that no registry has to have it. */
  readonly isBuilt: boolean;
  /** Of a kustomization: the image, without tag, in whose place it stands. */
  readonly replaces?: string;
}

type Named = Statement<NamedImageFact>;

export const namedImage: FactSource<NamedImageFact> = {
  objects: {
    of: 'every kind',
    extract: (resource) => (isKustomization(resource) ? replacements(resource) : imagesOfPods(resource)),
  },
  compose: (document: YamlDocument) =>
    servicesOf(document).flatMap((service) =>
      statementOf(service.image, { isBuilt: service.isBuilt, platform: service.at('platform').string }),
    ),
  dockerfile: ({ images }: Dockerfile) =>
    images.flatMap((use) =>
      statementOf(use, { platform: use.where === 'from' ? use.instruction?.flag('platform')?.value : undefined }),
    ),
};

function imagesOfPods({ pods }: Resource): readonly Named[] {
  return pods.flatMap((pod) => [
    ...pod.containers.flatMap(({ image }) => statementOf(image)),
    ...pod.volumes.flatMap(({ image }) => statementOf(image)),
  ]);
}

function statementOf(
  use: ImageUse | undefined,
  { isBuilt = false, platform }: { readonly isBuilt?: boolean; readonly platform?: string | undefined } = {},
): readonly Named[] {
  if (use === undefined || use.reference.problem !== undefined) return [];
  const { text, where, container, anchor } = use;
  return [{ says: { image: text, where, container: container?.name, platform, isBuilt }, places: { name: anchor } }];
}

const isKustomization = ({ apiVersion, kind }: Resource): boolean =>
  apiVersion.startsWith('kustomize.config.k8s.io/') && (kind === 'Kustomization' || kind === 'Component');

/** Source: Kustomize reference, "images": `newName` in place of `name`, `newTag` or `digest` in place of what is behind it. */
function replacements(resource: Resource): readonly Named[] {
  return resource.at('images').items.flatMap((item): readonly Named[] => {
    const name = item.at('newName').string ?? item.at('name').string;
    const [tag, digest] = [item.at('newTag').text, item.at('digest').string];
    // What names neither only says where the image comes from.
    if (name === undefined || (tag === undefined && digest === undefined)) return [];
    const image = digest === undefined ? `${name}:${tag ?? ''}` : `${name}@${digest}`;
    const replaces = item.at('name').string;
    const says = { image, where: 'kustomization', container: undefined, platform: undefined, isBuilt: false } as const;
    return [{ says: replaces === undefined ? says : { ...says, replaces }, places: { name: placeOf(item) } }];
  });
}

function placeOf(item: Field): Field['anchor'] {
  const written = ['digest', 'newTag', 'newName', 'name'].map((key) => item.at(key)).find(({ present }) => present);
  return (written ?? item).anchor;
}
