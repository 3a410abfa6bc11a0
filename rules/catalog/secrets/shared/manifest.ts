/**
 * What is secret in a Secret: everything in it is meant to be, so that the question is which values are not. Knows the shapes in which
 * Secrets are committed on purpose.
 */
import type { Fix } from '../../../contract/finding.ts';
import type { Resource } from '../../../model/kubernetes/resource.ts';
import { secretsIn } from '../../../model/secret/detect.ts';
import { isPlaceholder, isReference } from '../../../model/secret/value.ts';
import type { Field } from '../../../yaml/field.ts';

/** Filled in or decrypted by a tool before it is applied: SOPS writes a key of its own, the Vault plugin of Argo CD an annotation. */
export function isEncrypted(resource: Resource): boolean {
  return resource.at('sops').present || resource.at('metadata', 'annotations', 'avp.kubernetes.io/path').present;
}

/** @returns the text behind a value of `data`; the value itself where it is no base64: the API server refuses it, but it is written there. */
export function decoded(value: string): string {
  const plain = value.replaceAll(/[\r\n]/g, '');
  if (plain.length > longest || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return value;
  try {
    return atob(plain);
  } catch {
    return value;
  }
}

/** Longer values are archives and keystores; a look into them would cost more than it tells. */
const longest = 64 * 1024;

/** Lets a variable of a container read what stands in a Secret. @param value of the variable, to be replaced. */
export function readFromSecret(value: Field, name: string): Fix {
  return {
    title: `Read ${name} from a Secret`,
    changes: [value.rename('valueFrom'), value.set({ secretKeyRef: { name: 'NAME-OF-THE-SECRET', key: name } })],
  };
}

/** Whether a value of a Secret is one that its author would not show. */
export function isSecretOfSecret(key: string, value: string): boolean {
  const text = value.trim();
  if (text === '' || isReference(text) || isPlaceholder(text)) return false;
  if (secretsIn(text).length > 0) return true;
  // Names of users and hosts go along with the passwords that they are for.
  if (
    /(?:^|[-_.])(?:user(?:name)?|login|host(?:name)?|port|database|db(?:name)?|schema|namespace|region|bucket|email|endpoint|issuer|audience|version|type|enabled)(?:_in)?$/i.test(
      key,
    )
  )
    return false;
  if (/(?:[a-z](?:User|Host|Port|Address))$|name$/.test(key)) return false;
  if (
    /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|X509 CRL|RSA PUBLIC KEY|CERTIFICATE REQUEST)-----/.test(text) ||
    /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S+) /.test(text)
  )
    return false;
  return !/^(?:true|false|yes|no|\d{1,3}|[a-z][a-z0-9+.-]*:\/\/\S*)$/i.test(text);
}
