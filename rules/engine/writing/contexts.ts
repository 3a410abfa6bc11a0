/** What is offered for the security contexts of pods and containers: what the restricted standard asks for, with a user that the image can run as. */
import { unprivilegedUser } from '../../data/users.ts';
import { baseUser } from '../../facts/questions/container-user.ts';
import type { YamlValue } from '../../yaml/change.ts';
import type { YamlMap, YamlNode } from '../../yaml/tree.ts';

/** What stands in a key that is offered. */
export interface Written {
  readonly key: string;
  readonly value: YamlValue;
  /** Behind the key in the list; left out where the key alone says it. */
  readonly variant?: string;
  readonly detail: string;
}

interface User {
  readonly fields: { readonly [key: string]: YamlValue };
  readonly detail: string;
}

const seccomp = { type: 'RuntimeDefault' };
const noCapabilities = { drop: ['ALL'] };

/** @param container a map with `image`, as far as it is typed. */
export function containerContexts(container: YamlMap): readonly Written[] {
  const { fields, detail } = userOf([container]);
  const base = { allowPrivilegeEscalation: false, capabilities: noCapabilities };
  const rest = { ...fields, seccompProfile: seccomp };
  const key = 'securityContext';
  return [
    { key, variant: 'hardened', value: { ...base, ...rest }, detail },
    {
      key,
      variant: 'hardened, read-only files',
      value: { ...base, readOnlyRootFilesystem: true, ...rest },
      detail: `${detail}; it may write to its volumes alone`,
    },
  ];
}

/** What a container's context lacks, key by key. @param context as far as it is typed. */
export function contextKeys(container: YamlMap | undefined): readonly Written[] {
  const { fields, detail } = userOf(container === undefined ? [] : [container]);
  return [
    { key: 'allowPrivilegeEscalation', value: false, detail: 'no process gains more rights than its parent' },
    { key: 'capabilities', value: noCapabilities, detail: 'without the powers of root; add those it needs' },
    { key: 'readOnlyRootFilesystem', value: true, detail: 'it may write to its volumes alone' },
    ...userKeys(fields, detail),
    { key: 'seccompProfile', value: seccomp, detail: "the runtime's own filter of system calls" },
  ];
}

/** @param spec of the pod, as far as it is typed. */
export function podContexts(spec: YamlMap): readonly Written[] {
  const { fields, detail } = userOf(containersOf(spec));
  return [
    { key: 'securityContext', variant: 'hardened', value: { ...fields, seccompProfile: seccomp }, detail },
    { key: 'automountServiceAccountToken', value: false, detail: 'no token of its account in the containers' },
  ];
}

/** What a pod's context lacks, key by key. */
export function podContextKeys(spec: YamlMap | undefined): readonly Written[] {
  const { fields, detail } = userOf(spec === undefined ? [] : containersOf(spec));
  return [
    ...userKeys(fields, detail),
    { key: 'seccompProfile', value: seccomp, detail: "the runtime's own filter of system calls" },
  ];
}

/** Both belong together, so that what is inserted is whole; the user alone says nothing of root. */
function userKeys(fields: User['fields'], detail: string): readonly Written[] {
  return Object.entries(fields).map(([key, value]) => ({ key, value, detail }));
}

/** The user that all of some containers can run as: one number, since a pod says it once for all. */
function userOf(containers: readonly YamlMap[]): User {
  const known = containers.map((container) => {
    const image = textOf(container, 'image');
    return image === undefined ? undefined : { image, ...baseUser(image, valueOf(container, 'command') !== undefined) };
  });
  const [first] = known;
  if (known.length > 0 && known.every((one) => one?.isImages === true))
    return { fields: { runAsNonRoot: true }, detail: 'the image runs as somebody else than root' };
  const uids = new Set(known.map((one) => one?.uid));
  const uid = uids.size === 1 ? first?.uid : undefined;
  const clauses = [...new Set(known.flatMap((one) => one?.clauses ?? []))];
  const whose = uid === undefined || first?.whose === undefined ? 'its files must be readable for it' : first.whose;
  return {
    fields: { runAsNonRoot: true, runAsUser: uid ?? unprivilegedUser },
    detail: [`runs as user ${uid ?? unprivilegedUser} (${whose})`, ...clauses.map((clause) => `if ${clause}`)].join(
      ', ',
    ),
  };
}

function containersOf(spec: YamlMap): readonly YamlMap[] {
  const list = valueOf(spec, 'containers');
  return list?.kind === 'sequence' ? list.items.filter((item): item is YamlMap => item?.kind === 'map') : [];
}

/** @returns what is written behind a key of a map; undefined for nothing. */
export const valueOf = (map: YamlMap, key: string): YamlNode | undefined =>
  map.pairs.findLast(({ name }) => name === key)?.value ?? undefined;

function textOf(map: YamlMap, key: string): string | undefined {
  const value = valueOf(map, key);
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}
