/**
 * What is secret in a Secret: everything in it is meant to be, so that the question is which values are not. Knows the shapes in which
 * Secrets are committed on purpose.
 */
import type { Resource } from '../../../model/kubernetes/resource.ts';
import { secretsIn } from '../../../model/secret/detect.ts';
import { isAbout, namedSecret } from '../../../model/secret/name.ts';
import { readSettings, secretOfFile } from '../../../model/secret/settings-text.ts';
import { isPlaceholder, isReference } from '../../../model/secret/value.ts';

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

/** Whether a value of a Secret is one that its author would not show. */
export function isSecretOfSecret(key: string, value: string): boolean {
  const text = value.trim();
  if (text === '') return false;
  if (secretsIn(text).length > 0) return true;
  // Docker calls name and password of a registry, in base64, `auth`.
  if (key === '.dockerconfigjson' || key === '.dockercfg') return /"(?:auth|password)"\s*:\s*"[^"$<{]{4,}"/.test(text);
  const { isSettings, secret } = readSettings(text);
  if (isSettings || isFileOfProgram(key, text)) return (secret ?? secretOfFile(text)) !== undefined;
  if (isReference(text) || isPlaceholder(text, key)) return false;
  // Names of users and hosts go along with the passwords that they are for.
  if (
    /(?:^|[-_.])(?:user(?:name)?|login|hostname|database|db(?:name)?|schema|region|bucket|email|project|tenant|cluster|domain|environment|env|repo(?:sitory)?|registry)(?:_in)?$/i.test(
      key,
    )
  )
    return false;
  if (/(?:[a-z](?:User|Project|Tenant|Cluster|Domain|Region|Bucket))$|name$/.test(key)) return false;
  const named = namedSecret(key);
  if (named === undefined && (isAbout(key) || isPlaceOf(text) || isAddress(text))) return false;
  if (isHeaderAlone(key, text) || isOfKnownHosts(text)) return false;
  if (
    /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|X509 CRL|RSA PUBLIC KEY|CERTIFICATE REQUEST)-----/.test(text) ||
    /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-\S+) /.test(text)
  )
    return false;
  return !/^(?:true|false|yes|no|\d{1,3}|[a-z][a-z0-9+.-]*:\/\/\S*)$/i.test(text);
}

/** What a server or a program reads, by its name; lines of names and passwords are a secret whatever their file is called. */
function isFileOfProgram(key: string, text: string): boolean {
  return (
    /\.(?:conf|config|cfg|cnf|ini|toml|ya?ml|json|xml|properties|js|mjs|ts|lua|py|rb|php|sh|bash|sql|hcl|tf|vcl|rules|html?|css|md)$/i.test(
      key,
    ) &&
    /\s|^[\w.-]+=/.test(text) &&
    !text.split('\n').every((line) => line.trim() === '' || /^[^\s:]+:\S+$/.test(line.trim()))
  );
}

/** One mail address or several, without a word beside them. */
const isAddress = (text: string): boolean =>
  text.split(/[,;]/).every((one) => /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(one.trim()));

/** A table without a row. */
const isHeaderAlone = (key: string, text: string): boolean => /\.[ct]sv$/i.test(key) && !text.includes('\n');

/** Public keys of hosts, as SSH keeps them. Source: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT". */
function isOfKnownHosts(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.every((line) => /^(?:@[a-z-]+ )?\S+ (?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[a-z0-9]+) AAAA/.test(line));
}

/** A host with its port, a name in the cluster, or an absolute path of several parts. */
function isPlaceOf(text: string): boolean {
  return /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*:\d{2,5}|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:svc|local|internal|com|org|net|io)|(?:\/[\w.-]+){2,})$/.test(
    text,
  );
}
