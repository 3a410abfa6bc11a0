/** Which API group and kind an object means, where the API server has no kind of the group and name that is written. */
import { apiKinds, formerGroup } from '../../data/api-kinds.ts';
import { closest } from '../../text/similar.ts';

/** A kind in one version, as an object names it. */
export interface ApiKind {
  readonly apiVersion: string;
  readonly kind: string;
}

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? (apiVersion.split('/', 1)[0] as string) : '';

const all: readonly ApiKind[] = apiKinds.flatMap(([apiVersion, kinds]) =>
  kinds.split(' ').map((kind) => ({ apiVersion, kind })),
);

const kindsOfGroup: ReadonlyMap<string, readonly string[]> = new Map([
  ...apiKinds.map(([apiVersion, kinds]) => [groupOf(apiVersion), kinds.split(' ')] as const),
  [formerGroup.name, formerGroup.kinds.split(' ')],
]);

/** @returns the version to write of a kind that Kubernetes has in one group; undefined for other kinds. */
export function usualApiVersion(kind: string): string | undefined {
  return all.find((one) => one.kind === kind)?.apiVersion;
}

/**
 * What is meant by a kind that the API server surely does not have: one of another group, or one that is misspelt.
 * @returns undefined for what exists, and for what other projects may define.
 */
export function meantApiKind(apiVersion: string, kind: string): ApiKind | undefined {
  const group = groupOf(apiVersion);
  const own = kindsOfGroup.get(group);
  // Groups of custom resources are domains: what has no dot is nobody else's.
  if ((own === undefined && group.includes('.')) || own?.includes(kind) === true) return undefined;
  // The core group was long used by other projects and by files of tools; of them only a kind of Kubernetes is known to be misplaced.
  const elsewhere = all.find((one) => one.kind === kind);
  if (elsewhere !== undefined) return elsewhere;
  const name = own === undefined ? undefined : misspelt(kind, own);
  return name === undefined ? undefined : { apiVersion, kind: name };
}

/** In other capitals, as a plural, or with a slip; too short a word is like too many others. */
function misspelt(kind: string, names: readonly string[]): string | undefined {
  const lower = kind.toLowerCase();
  const plurals = (name: string): readonly string[] => [name, `${name}s`, `${name}es`, name.replace(/y$/, 'ies')];
  const same = names.find((name) => plurals(name.toLowerCase()).includes(lower));
  return same ?? (kind.length < 8 ? undefined : closest(kind, names));
}
