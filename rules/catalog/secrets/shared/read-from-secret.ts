/** How a variable of a container comes to read its value from a Secret, and what may make that Secret. The value itself is in none of it. */
import type { Fix } from '../../../contract/finding.ts';
import { placeholders } from '../../../contract/placeholder.ts';
import type { Facts } from '../../../facts/index.ts';
import type { Container } from '../../../model/kubernetes/container.ts';
import type { YamlValue } from '../../../yaml/change.ts';
import type { Field } from '../../../yaml/field.ts';
import { renderBlock } from '../../../yaml/render.ts';

/**
 * Offers for a variable whose value is a secret: the reference alone, and with what makes the Secret, as the other files do it.
 * @param value of the variable, to be replaced. @param name of the variable, which becomes the key.
 */
export function secretOffers(
  value: Field,
  name: string,
  container: Container,
  facts: Facts,
): readonly (Fix | undefined)[] {
  const alone: Fix = {
    title: `Read ${name} from a Secret`,
    changes: reading(value, placeholders.secret, name),
  };
  const { resource } = container.pod;
  const secret = nameOf(resource.name, name);
  // The name of a part of an object, or of one that gets its name later, is no beginning for another one.
  if (resource.partial || secret === undefined || !resource.at('metadata', 'name').present) return [alone];
  const sealed = facts.byKind.settings.some(({ kind }) => kind === 'SealedSecret');
  const metadata = { name: secret, ...(resource.namespace === undefined ? {} : { namespace: resource.namespace }) };
  const add = (title: string, object: YamlValue): Fix => ({
    title,
    createsDocument: true,
    changes: [...reading(value, secret, name), { kind: 'document', text: textOf(object) }],
  });
  return [
    alone,
    sealed
      ? add(`Read ${name} from a Secret that a new SealedSecret makes`, sealedSecret(metadata, name))
      : add(`Read ${name} from a Secret that a new ExternalSecret makes`, externalSecret(metadata, name)),
    add(`Read ${name} from a new Secret (keep its value out of the repository)`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata,
      stringData: { [name]: placeholders.value },
    }),
  ];
}

const reading = (value: Field, secret: string, key: string): NonNullable<Fix['changes']> => [
  value.rename('valueFrom'),
  value.set({ secretKeyRef: { name: secret, key } }),
];

type Metadata = { readonly name: string; readonly namespace?: string };

/** Source: External Secrets Operator, API specification, ExternalSecret v1; read 2026-11-28. */
const externalSecret = (metadata: Metadata, key: string): YamlValue => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata,
  spec: {
    secretStoreRef: { kind: 'SecretStore', name: placeholders.store },
    target: { name: metadata.name },
    data: [{ secretKey: key, remoteRef: { key: placeholders.entry } }],
  },
});

/** Source: Sealed Secrets, README, "Overview"; read 2026-11-28. */
const sealedSecret = (metadata: Metadata, key: string): YamlValue => ({
  apiVersion: 'bitnami.com/v1alpha1',
  kind: 'SealedSecret',
  metadata,
  spec: { encryptedData: { [key]: placeholders.sealed }, template: { metadata } },
});

const textOf = (object: YamlValue): string => `${renderBlock(object, { step: 2, dash: 2, json: false }).join('\n')}\n`;

/** @returns a name for the Secret of a variable; undefined where none can be made that the API server takes. */
function nameOf(owner: string, variable: string): string | undefined {
  const name = `${owner}-${variable.toLowerCase().replaceAll('_', '-')}`;
  return name.length <= 253 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(name) && /^[\w.-]+$/.test(variable)
    ? name
    : undefined;
}
