/**
 * Which Dockerfile the image of a container is built from. What a file says (Compose, Skaffold, Bake, renamed by Kustomize) is certain; that
 * a folder is called like the image is a hint. Two answers are none.
 */

import { baseImageOf } from '../../model/image/base.ts';
import { parseImageReference } from '../../model/image/reference.ts';
import { baseName, directoryOf, joinPath } from '../../text/path.ts';
import type { Facts } from '../index.ts';
import type { BuildOrderFact } from '../kinds/build-order.ts';
import type { ContainerFact } from '../kinds/container.ts';
import type { BuiltStage, DockerfileFact } from '../kinds/dockerfile.ts';

/** The Dockerfile and the stage that an image is built from. */
export interface Build {
  readonly dockerfile: DockerfileFact;
  readonly stage: BuiltStage;
  /** Said by a file; otherwise only the name of a folder tells. */
  readonly certain: boolean;
}

/** Each container with the build of its image. Cheap where nothing is built. */
export function builtContainers(facts: Facts): readonly { readonly container: ContainerFact; readonly build: Build }[] {
  const { dockerfile: dockerfiles, container: containers } = facts.byKind;
  if (dockerfiles.length === 0) return [];
  const builds = new Map<string, Build | undefined>();
  return containers.flatMap((container) => {
    if (!builds.has(container.image)) builds.set(container.image, buildOf(container.image, facts));
    const build = builds.get(container.image);
    return build === undefined ? [] : [{ container, build }];
  });
}

/** How a message names the Dockerfile; a hint says that it is one. */
export function describe({ dockerfile, certain }: Build): string {
  const path = shortPath(dockerfile.ref.file);
  return certain ? path : `perhaps ${path}`;
}

/** The last two parts of a path tell files of one name apart. */
function shortPath(path: string): string {
  const parts = path.split('/');
  return parts.slice(-2).join('/');
}

/** What is built, by what is asked of it: for each image of a scope somebody asks. */
interface BuildIndex {
  readonly orders: ReadonlyMap<string, readonly BuildOrderFact[]>;
  readonly byPath: ReadonlyMap<string, DockerfileFact>;
  /** By the name of the folder that a Dockerfile lies in. */
  readonly byFolder: ReadonlyMap<string, readonly DockerfileFact[]>;
}

const indexes = new WeakMap<Facts, BuildIndex>();

function indexOf(facts: Facts): BuildIndex {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const { dockerfile: dockerfiles, 'build-order': orders } = facts.byKind;
  const index: BuildIndex = {
    orders: grouped(orders, ({ image }) => image),
    byPath: new Map([...dockerfiles].reverse().map((one) => [one.ref.file, one])),
    byFolder: grouped(dockerfiles, ({ ref }) => baseName(directoryOf(ref.file))),
  };
  indexes.set(facts, index);
  return index;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(value);
  }
  return groups;
}

/** @param image without tag and digest. @returns undefined when nothing, or more than one thing, says what it is built from. */
export function buildOf(image: string, facts: Facts): Build | undefined {
  const names = new Set([image, ...facts.renamedImages(image)]);
  const ordered = new Map<string, Build | undefined>();
  for (const name of names)
    for (const order of indexOf(facts).orders.get(name) ?? []) {
      const path = pathOf(order);
      ordered.set(`${path} ${order.target ?? ''}`, found(path, order.target, facts));
    }
  if (ordered.size > 0) return ordered.size === 1 ? [...ordered.values()][0] : undefined;
  return hinted(image, facts);
}

/** The Dockerfile that a file orders to be built. */
export function pathOf({ ref, context, dockerfile }: Pick<BuildOrderFact, 'ref' | 'context' | 'dockerfile'>): string {
  return joinPath(joinPath(directoryOf(ref.file), context), dockerfile ?? 'Dockerfile');
}

function found(path: string, target: string | undefined, facts: Facts): Build | undefined {
  const dockerfile = indexOf(facts).byPath.get(path);
  const stage =
    target === undefined
      ? dockerfile?.stages.at(-1)
      : dockerfile?.stages.find(({ name }) => name === target.toLowerCase());
  return dockerfile === undefined || stage === undefined ? undefined : { dockerfile, stage, certain: true };
}

function hinted(image: string, facts: Facts): Build | undefined {
  const reference = parseImageReference(image);
  // A well-known image is the well-known one, even beside a folder of its name.
  if (baseImageOf(reference).user !== 'unknown') return undefined;
  const alike = indexOf(facts).byFolder.get(reference.name) ?? [];
  const [dockerfile] = alike;
  const stage = dockerfile?.stages.at(-1);
  return alike.length !== 1 || dockerfile === undefined || stage === undefined
    ? undefined
    : { dockerfile, stage, certain: false };
}
