/** Takes the facts out of documents and files: asks each kind that takes some from such a source. Must not know a kind. */

import type { Dockerfile } from '../model/dockerfile/file.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { Kustomization } from '../model/kustomize/kustomization.ts';
import type { YamlDocument } from '../yaml/tree.ts';
import type { CheckPodSecurity, Fact, FactPlaces, FactSource, Statement } from './fact.ts';
import { type FactKind, type FactWithoutRef, factSources } from './kinds/index.ts';

/** A fact with where it was read, as long as its tree is kept. */
export interface Extracted {
  readonly fact: FactWithoutRef;
  /** What it is in deployment units that make something else of it, by their folders. */
  readonly inUnits?: ReadonlyMap<string, FactWithoutRef>;
  /** Left out once the tree was let go. */
  readonly resource?: Resource;
  readonly dockerfile?: Dockerfile;
  readonly places: FactPlaces;
}

type ObjectSource = NonNullable<FactSource<Fact>['objects']> & { readonly kind: FactKind };

const objectSources: readonly ObjectSource[] = factSources.flatMap(([kind, { objects }]) =>
  objects === undefined ? [] : [{ ...objects, kind }],
);

/** Asked of every object. */
const ofEveryKind = objectSources.filter(({ of }) => of === 'every kind');

/** Asked of objects that make pods. */
const ofPods = objectSources.filter(({ of }) => of === 'pods');

/** Asked of objects by their kind. */
const byObjectKind = new Map<string, ObjectSource[]>();
for (const source of objectSources) {
  if (typeof source.of === 'string') continue;
  for (const name of source.of) byObjectKind.set(name, [...(byObjectKind.get(name) ?? []), source]);
}

/**
 * @param checkPodSecurity left out: the standard that pods meet is not told.
 * @returns the facts of one object; an object can give several (one for each pod template).
 */
export function factsOf(resource: Resource, checkPodSecurity?: CheckPodSecurity): readonly Extracted[] {
  const found: Extracted[] = [];
  const ask = (sources: readonly ObjectSource[]): void => {
    for (const { kind, evenPartial, extract } of sources) {
      if (resource.partial && evenPartial !== true) continue;
      for (const statement of extract(resource, checkPodSecurity)) found.push(ofObject(resource, kind, statement));
    }
  };
  ask(byObjectKind.get(resource.kind) ?? []);
  if (resource.pods.length > 0) ask(ofPods);
  ask(ofEveryKind);
  return found;
}

function ofObject(resource: Resource, factKind: FactKind, { says, places }: Statement<Fact>): Extracted {
  const { apiVersion, kind, name, namespace, anchor } = resource;
  const fact = { apiVersion, kind, name, namespace, factKind, ...says } as FactWithoutRef;
  return { fact, resource, places: { name: anchor, ...places } };
}

/** @returns facts of every kind that reads Dockerfiles. */
export function factsOfDockerfile(dockerfile: Dockerfile): readonly Extracted[] {
  return factSources.flatMap(([kind, source]) =>
    (source.dockerfile?.(dockerfile) ?? []).map((statement) => ({ ...ofFile(kind, statement), dockerfile })),
  );
}

/** @returns facts of every kind that reads Compose files. */
export function factsOfCompose(document: YamlDocument): readonly Extracted[] {
  return factSources.flatMap(([kind, source]) =>
    (source.compose?.(document) ?? []).map((statement) => ofFile(kind, statement)),
  );
}

/** @returns facts of every kind that reads kustomizations. */
export function factsOfKustomization(document: YamlDocument, known: Kustomization): readonly Extracted[] {
  return factSources.flatMap(([kind, source]) =>
    (source.kustomization?.(document, known) ?? []).map((statement) => ofFile(kind, statement)),
  );
}

/** @returns undefined for a file that is not one which is read for its facts alone. */
export function factsOfBuildContext(path: string, text: string): readonly Extracted[] | undefined {
  for (const [kind, { buildContext }] of factSources) {
    const told = buildContext?.(path, text);
    if (told !== undefined) return told.map((statement) => ofFile(kind, statement));
  }
  return undefined;
}

/** What is no object of Kubernetes. */
const nothing = { apiVersion: '', kind: '', name: '', namespace: undefined };

function ofFile(factKind: FactKind, { says, places = {} }: Statement<Fact>): Extracted {
  return { fact: { ...nothing, factKind, ...says } as FactWithoutRef, places };
}
