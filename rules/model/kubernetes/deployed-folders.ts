/**
 * Folders that an object or a tool's file has deployed, each as a whole. Sources: Argo CD, "Application Specification" (`spec.source.path`,
 * `spec.sources[].path`, and `spec.template` of an ApplicationSet); Flux, "Kustomization" (`spec.path`); skaffold.dev, "skaffold.yaml" (`manifests`, and `deploy.kubectl` of older versions).
 */
import { directoryOf } from '../../text/path.ts';
import type { Field } from '../../yaml/field.ts';
import type { Resource } from './resource.ts';

/** A folder as it is named. */
export interface DeployedFolder {
  readonly path: string;
  /** What the path begins at: the root of the repository, or the folder of the file that names it. */
  readonly from: 'root' | 'file';
}

/** @returns folders as they are written; whether they exist in this repository nobody has asked. */
export function deployedFoldersOf(resource: Resource): readonly DeployedFolder[] {
  const { group, kind } = resource;
  if (group === 'argoproj.io' && kind === 'Application') return sourcesOf(resource.at('spec'));
  if (group === 'argoproj.io' && kind === 'ApplicationSet') return sourcesOf(resource.at('spec', 'template', 'spec'));
  if (group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization')
    return fromRoot(resource.at('spec', 'path').string);
  if (!/^skaffold\/v/.test(resource.apiVersion)) return [];
  return [resource.at('manifests', 'rawYaml'), resource.at('deploy', 'kubectl', 'manifests')]
    .flatMap((list) => list.strings)
    .map(({ text }) => ({ path: folderOf(text), from: 'file' }));
}

/** Argo CD passes over `source` where there are `sources`. */
function sourcesOf(spec: Field): readonly DeployedFolder[] {
  const { items } = spec.at('sources');
  return (items.length > 0 ? items : [spec.at('source')]).flatMap((source) => fromRoot(source.at('path').string));
}

const fromRoot = (path: string | undefined): readonly DeployedFolder[] =>
  path === undefined || path.includes('{') ? [] : [{ path, from: 'root' }];

/** The folder that a pattern of files begins in. */
function folderOf(pattern: string): string {
  const star = pattern.indexOf('*');
  return directoryOf(star < 0 ? pattern : pattern.slice(0, star));
}
