/** Objects of other projects, whose controllers may make pods that no file shows. */

import { groupsWithoutPods, kindsWithoutPods, ownMakers } from '../../data/pod-makers.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface PodMakerFact extends Fact {
  readonly group: string;
  /** The namespace that it deploys into, where it says one; undefined: its own. */
  readonly into: string | 'any' | undefined;
}

export const podMaker: FactSource<PodMakerFact> = {
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract(resource) {
      const { name, pods } = resource;
      return name !== '' && pods.length === 0 && mayMakePods(resource)
        ? [{ says: { group: resource.group, into: targetOf(resource) } }]
        : [];
    },
  },
};

/** What nobody knows may. */
function mayMakePods({ group, kind }: Resource): boolean {
  const full = `${kind}.${group}`;
  if (/(?:^|\.)k8s\.io$/.test(group)) return ownMakers.has(full);
  return group.includes('.') && !groupsWithoutPods.has(group) && !kindsWithoutPods.has(full);
}

/**
 * Where objects that install others put them. Sources: fluxcd.io, Kustomization and HelmRelease, `targetNamespace`; argo-cd.readthedocs.io, "Declarative
 * Setup", `destination`; docs.k3s.io, HelmChart; read 2026-11-28.
 */
function targetOf(resource: Resource): PodMakerFact['into'] {
  const { group, kind } = resource;
  const spec = resource.at('spec');
  switch (group) {
    case 'argoproj.io':
      if (kind === 'Application') return said(spec.at('destination', 'namespace')) ?? 'any';
      return kind === 'ApplicationSet' ? 'any' : undefined;
    case 'kustomize.toolkit.fluxcd.io':
      // Without one, each object goes where it says itself.
      return said(spec.at('targetNamespace')) ?? 'any';
    case 'helm.toolkit.fluxcd.io':
    case 'helm.cattle.io':
      return said(spec.at('targetNamespace'));
    default:
      return undefined;
  }
}

/** @returns `any` for what a template or a variable writes. */
const said = (field: Field): string | undefined =>
  field.missing ? undefined : field.string === undefined || /[{$]/.test(field.string) ? 'any' : field.string;
