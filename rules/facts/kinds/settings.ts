/** ConfigMaps and Secrets, and what leaves one behind. */

import { type Mention, mentionsOfConfigMap } from '../../model/kubernetes/mentions.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

/** A ConfigMap or Secret, or what makes one. */
export interface SettingsFact extends Fact {
  readonly holds: 'ConfigMap' | 'Secret';
  /** Undefined when nobody can say what it will be called. */
  readonly called: string | undefined;
  /** The keys that it holds; undefined where others may be filled in. */
  readonly keys: readonly string[] | undefined;
  /** The service account whose lasting token it is. */
  readonly tokenOf: string | undefined;
  /** Hosts that a ConfigMap names; nothing of a Secret is kept. */
  readonly mentions: readonly Mention[];
}

/** Kinds of other projects that leave a Secret behind, and where they name it; left out: under their own name. */
const secretMakers: ReadonlyMap<string, readonly string[]> = new Map([
  ['SealedSecret', ['spec', 'template', 'metadata', 'name']],
  ['ExternalSecret', ['spec', 'target', 'name']],
  ['Certificate', ['spec', 'secretName']],
  ['VaultStaticSecret', ['spec', 'destination', 'name']],
  ['OnePasswordItem', []],
  ['SopsSecret', []],
  ['InfisicalSecret', ['spec', 'managedSecretReference', 'secretName']],
]);

export const settings: FactSource<SettingsFact> = {
  objects: {
    of: ['ConfigMap', 'Secret', ...secretMakers.keys()],
    evenPartial: true,
    extract(resource) {
      const made = secretMakers.get(resource.kind);
      if (made === undefined && resource.group !== '') return [];
      const elsewhere = made === undefined || made.length === 0 ? undefined : resource.at(...made);
      const called = elsewhere?.present ? elsewhere.string : resource.at('metadata', 'name').string;
      const isConfigMap = resource.kind === 'ConfigMap';
      const mentions = isConfigMap ? mentionsOfConfigMap(resource) : [];
      const keys = made === undefined ? keysOf(resource) : keysMadeBy(resource);
      const isToken = resource.kind === 'Secret' && resource.at('type').is('kubernetes.io/service-account-token');
      const tokenOf = isToken
        ? resource.at('metadata', 'annotations', 'kubernetes.io/service-account.name').string
        : undefined;
      return [{ says: { holds: isConfigMap ? 'ConfigMap' : 'Secret', called, keys, tokenOf, mentions } }];
    },
  },
};

/** Some are empty on purpose, and filled in by a controller: for tokens, authorities, certificates; `creationPolicy: Merge` of what makes Secrets. */
function keysOf(resource: Resource): readonly string[] | undefined {
  const parts = ['data', 'stringData', 'binaryData'].map((key) => resource.at(key));
  if (resource.partial || parts.some((part) => part.unknown || (part.present && !part.isMap))) return undefined;
  const isFilledIn = (resource.at('type').string ?? '').startsWith('kubernetes.io/');
  const keys = parts.flatMap(keysIn);
  return isFilledIn || keys.length === 0 ? undefined : keys;
}

/** Of the Secret that an object of another project leaves behind, where the object lists them all. */
function keysMadeBy(resource: Resource): readonly string[] | undefined {
  if (resource.partial) return undefined;
  const keys =
    resource.kind === 'SealedSecret'
      ? keysUnsealed(resource.at('spec'))
      : resource.kind === 'ExternalSecret'
        ? keysFetched(resource.at('spec'))
        : undefined;
  return keys?.length === 0 ? undefined : keys;
}

/** Source: Sealed Secrets, README, "Overview", "Patching existing secrets"; read 2026-11-27. */
function keysUnsealed(spec: Field): readonly string[] | undefined {
  const template = spec.at('template');
  const parts = [spec.at('encryptedData'), template.at('data')];
  const isPatch = template.at('metadata', 'annotations', 'sealedsecrets.bitnami.com/patch').present;
  return isPatch || spec.at('data').present || parts.some((part) => part.unknown) ? undefined : parts.flatMap(keysIn);
}

/** Source: External Secrets Operator, API specification, ExternalSecretTarget and ExternalSecretTemplate; read 2026-11-27. */
function keysFetched(spec: Field): readonly string[] | undefined {
  const [data, policy, template] = [
    spec.at('data'),
    spec.at('target', 'creationPolicy'),
    spec.at('target', 'template'),
  ];
  const isWhole = policy.missing || policy.is('Owner') || policy.is('Orphan');
  if (!isWhole || !spec.at('dataFrom').missing || !template.at('templateFrom').missing || data.unknown)
    return undefined;
  const fetched = data.items.map((item) => item.at('secretKey').string);
  const written = template.at('data');
  return written.unknown || fetched.some((key) => key === undefined)
    ? undefined
    : [...fetched.filter((key) => key !== undefined), ...keysIn(written)];
}

const keysIn = (map: Field): readonly string[] => map.entries.map(([key]) => key);
