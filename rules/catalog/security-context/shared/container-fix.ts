/** Changes to the container that a fact speaks of, once somebody asks for them. */
import type { Fix } from '../../../contract/finding.ts';
import type { Container } from '../../../model/kubernetes/container.ts';
import type { Resource } from '../../../model/kubernetes/resource.ts';
import type { Field } from '../../../yaml/field.ts';

export function containerNamed(resource: Resource, name: string): Container | undefined {
  for (const pod of resource.pods) {
    const container = pod.containerNamed(name);
    if (container !== undefined) return container;
  }
  return undefined;
}

export function containerField(resource: Resource, name: string): Field | undefined {
  return containerNamed(resource, name)?.field;
}

/** Mounts an empty volume at each path. */
export function mountEmptyDirs(container: Container, paths: readonly string[]): Fix {
  const taken = new Set(container.pod.volumes.map(({ name }) => name));
  const changes = paths.flatMap((path) => {
    const stem =
      path
        .replaceAll(/[^a-z0-9]+/gi, '-')
        .replaceAll(/^-|-$/g, '')
        .toLowerCase()
        .slice(0, 50) || 'data';
    let name = stem;
    for (let i = 2; taken.has(name); i++) name = `${stem}-${i}`;
    taken.add(name);
    return [
      container.at('volumeMounts').append({ name, mountPath: path }),
      container.pod.at('volumes').append({ name, emptyDir: {} }),
    ];
  });
  return { title: `Mount an empty folder at ${paths.join(', ')} (lost with the pod)`, changes };
}
