/** Registries: as lists of people name them, and those that are none. */
import type { ImageReference } from './reference.ts';

/**
 * Where builders put an image that never leaves the machine: ko loads it into Docker or kind, Podman into its own store. Sources: ko documentation, "Configuration",
 * "Local publishing options"; Knative, config-deployment, "registries-skipping-tag-resolving"; podman-build(1), `--tag`; read 2026-11-27.
 */
const ofThisMachine: ReadonlySet<string> = new Set(['ko.local', 'kind.local', 'dev.local', 'localhost']);

/** Whether an image is built where it runs, and no registry has it. A registry on a port of the machine is a registry. */
export const isOfThisMachine = ({ registry }: Pick<ImageReference, 'registry'>): boolean => ofThisMachine.has(registry);

/**
 * Whether an image lies at or below a registry or path, at the boundary of a part: `gcr.io` is no end of `evilgcr.io`, and `example.com/team` no
 * beginning of `example.com/teammate`. `*.example.com` stands for every host below that domain.
 *
 * @param image registry and repository, such as `docker.io/library/nginx`.
 */
export function isBelow(image: string, prefix: string): boolean {
  const wanted = normalized(prefix);
  const given = image.toLowerCase();
  if (wanted.startsWith('*.')) {
    const [host = '', ...path] = given.split('/');
    const [domain = '', ...rest] = wanted.slice(1).split('/');
    return (
      host.endsWith(domain) && host.length > domain.length && isBelow(`h/${path.join('/')}`, ['h', ...rest].join('/'))
    );
  }
  return given === wanted || given.startsWith(`${wanted}/`);
}

/** Registries by what they are compared as. */
interface RegistryIndex {
  readonly positions: ReadonlyMap<string, number>;
  /** How long they are: no other beginning of an image's name need be looked up. */
  readonly lengths: ReadonlySet<number>;
}

const indexes = new WeakMap<readonly string[], RegistryIndex>();

/**
 * The first registry or path of a list that an image lies at or below, as `isBelow` says, at a cost that does not grow with the list.
 * @param image as of `isBelow`. @param list the same object whenever it is the same list.
 */
export function firstAbove(image: string, list: readonly string[]): string | undefined {
  if (list.length === 0) return undefined;
  const index = indexes.get(list) ?? indexOf(list);
  indexes.set(list, index);
  const given = image.toLowerCase();
  let first = Number.POSITIVE_INFINITY;
  const lookUp = (place: string): void => {
    for (const length of index.lengths) {
      if (length > place.length || (length < place.length && place[length] !== '/')) continue;
      first = Math.min(first, index.positions.get(place.slice(0, length)) ?? first);
    }
  };
  lookUp(given);
  const host = given.split('/', 1)[0] ?? '';
  for (let dot = host.indexOf('.', 1); dot >= 0; dot = host.indexOf('.', dot + 1)) lookUp(`*${given.slice(dot)}`);
  return list[first];
}

function indexOf(list: readonly string[]): RegistryIndex {
  const positions = new Map<string, number>();
  for (const [i, prefix] of list.entries()) {
    const wanted = normalized(prefix);
    if (!positions.has(wanted)) positions.set(wanted, i);
  }
  return { positions, lengths: new Set([...positions.keys()].map(({ length }) => length)) };
}

/** In small letters, without slashes at the end. */
const normalized = (prefix: string): string => prefix.replace(/(?<!\/)\/+$/, '').toLowerCase();
