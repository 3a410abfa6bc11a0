/** The annotations and the label that `buildMetadata` asks for. Sources: api/resource/origin.go, api/krusty/kustomizer.go. */
import { at, mapAt, textNode } from './node.ts';
import type { Provenance, Resource } from './resource.ts';

/** A path as Go joins it: `..` at its beginning stays. */
export function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/'))
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

/** @param metadata entries of `buildMetadata`. */
export function annotate(resources: readonly Resource[], metadata: readonly string[]): void {
  for (const resource of resources) {
    const written = at(resource.node, 'metadata', 'annotations');
    // Kustomize writes all annotations anew, as texts, and no empty map of them.
    if (written?.kind === 'map' && written.entries.size === 0)
      mapAt(resource.node, 'metadata').entries.delete('annotations');
    else if (written?.kind === 'map')
      for (const [key, value] of written.entries)
        if (value.kind === 'scalar') written.entries.set(key, { ...value, value: value.text });
    const set = (key: string, text: string): void =>
      void mapAt(resource.node, 'metadata', 'annotations').entries.set(key, textNode(text));
    if (metadata.includes('originAnnotations') && resource.provenance !== undefined)
      set('config.kubernetes.io/origin', linesOf(resource.provenance).join(''));
    if (metadata.includes('transformerAnnotations') && resource.transformations.length > 0)
      set(
        'alpha.config.kubernetes.io/transformations',
        resource.transformations
          .map((one) =>
            linesOf(one)
              .map((line, at) => `${at === 0 ? '- ' : '  '}${line}`)
              .join(''),
          )
          .join(''),
      );
    if (metadata.includes('managedByLabel')) {
      const label = { ...textNode('kustomize'), unknown: 'the version of Kustomize' };
      mapAt(resource.node, 'metadata', 'labels').entries.set('app.kubernetes.io/managed-by', label);
    }
  }
}

function linesOf({ path, configuredIn, configuredBy }: Provenance): readonly string[] {
  const { apiVersion, kind, name, namespace } = configuredBy ?? {};
  const by = Object.entries({ apiVersion, kind, name, namespace }).filter(([, value]) => value !== undefined);
  return [
    ...(path === undefined ? [] : [`path: ${path}\n`]),
    ...(configuredIn === undefined ? [] : [`configuredIn: ${configuredIn}\n`]),
    ...(by.length === 0 ? [] : ['configuredBy:\n', ...by.map(([key, value]) => `  ${key}: ${value}\n`)]),
  ];
}
