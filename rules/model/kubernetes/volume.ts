/** A volume of a pod, its type and who mounts it. */
import type { Span } from '../../text/source.ts';
import type { Change } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';
import { type ImageUse, imageOfField } from '../image/use.ts';
import type { Container } from './container.ts';
import type { Pod } from './pod.ts';

/** A container that mounts a volume, and where it says so. */
export interface Mount {
  readonly container: Container;
  /** The item of `volumeMounts`. */
  readonly field: Field;
}

/** One item of a pod's `volumes`. */
export class Volume {
  readonly pod: Pod;
  readonly field: Field;
  readonly name: string;

  constructor(pod: Pod, field: Field) {
    this.pod = pod;
    this.field = field;
    this.name = field.at('name').text ?? '';
  }

  at(...keys: readonly (string | number)[]): Field {
    return this.field.at(...keys);
  }

  /** The key that says what kind of volume it is (`emptyDir`, `hostPath`, ...); undefined while it is being typed. */
  get type(): string | undefined {
    return this.field.entries.find(([key, value]) => key !== 'name' && value.state !== 'absent')?.[0];
  }

  /** Of volumes of one name, which the API server refuses, the first has them all. */
  get mounts(): readonly Mount[] {
    if (this.pod.volumeNamed(this.name) !== this) return [];
    let byName = mounts.get(this.pod);
    if (byName === undefined) {
      byName = mountsOf(this.pod);
      mounts.set(this.pod, byName);
    }
    return byName.get(this.name) ?? [];
  }

  /** The image whose files it holds (KEP-4639). */
  get image(): ImageUse | undefined {
    return imageOfField(this.field.at('image', 'reference'), 'volume');
  }

  get isWhole(): true {
    return true;
  }

  get anchor(): Span {
    return this.field.anchorOfKey;
  }

  get path(): string {
    return this.field.path;
  }
}

/** Each volume of a pod asks for them. */
const mounts = new WeakMap<Pod, ReadonlyMap<string, readonly Mount[]>>();

/** By the name of the volume. */
function mountsOf({ containers }: Pod): ReadonlyMap<string, readonly Mount[]> {
  const byName = new Map<string, Mount[]>();
  for (const container of containers)
    for (const field of container.at('volumeMounts').items) {
      const name = field.at('name').text;
      if (name === undefined) continue;
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [{ container, field }]);
      else known.push({ container, field });
    }
  return byName;
}

/** Mounts of the container go to the node no longer, which the API server allows privileged containers alone (API reference, VolumeMount). */
export function withoutPropagation(container: Container): readonly Change[] {
  return container
    .at('volumeMounts')
    .items.map((mount) => mount.at('mountPropagation'))
    .filter((field) => field.is('Bidirectional'))
    .map((field) => field.set('HostToContainer'));
}
