/**
 * OpenVEX documents: that a vulnerability does not affect an image, so that scanners here and in CI leave it out. Source: OpenVEX specification 0.2.0; how Trivy
 * (pkg/purl/purl.go) and Grype (grype/vex/openvex) call the image that they scan. Must not know any disk or clock.
 */
import type { ImageReference } from '../../rules/model/image/reference.ts';
import { parseAnswer } from './answer.ts';
import type { Vulnerability } from './report.ts';

/** Where it lies, from the folder that is open. */
export const vexPath = '.vex/seaworthy.openvex.json';

/** Why a vulnerability does not affect an image: OpenVEX knows five reasons. */
export const justifications = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;
export type Justification = (typeof justifications)[number];

/** That a vulnerability does not affect an image. */
export interface NotAffected {
  readonly image: ImageReference;
  /** `sha256:...` of the image: what is said is said of it alone. */
  readonly digest: string;
  /** All that the scan knows under one id, once for each package. */
  readonly vulnerabilities: readonly Vulnerability[];
  readonly justification: Justification;
  /** Why, in a sentence. */
  readonly impact: string;
}

/** Where a document comes from that there is not yet. */
export interface Origin {
  readonly author: string;
  /** ISO 8601. */
  readonly now: string;
  /** A fresh UUID. */
  readonly id: string;
}

/**
 * Adds a statement.
 * @param text of the document; undefined for a new one. @returns the text afterwards, or why it cannot be: it is no OpenVEX document, or the scanner named no
 * package that a statement could be about.
 */
export function withStatement(
  text: string | undefined,
  { image, digest, vulnerabilities, justification, impact }: NotAffected,
  { author, now, id }: Origin,
): { readonly text: string } | { readonly refused: string } {
  const [first] = vulnerabilities;
  const packages = [...new Set(vulnerabilities.flatMap(({ package: { purl } }) => bare(purl) ?? []))].sort();
  if (first === undefined || packages.length === 0)
    return {
      refused: 'The scanner did not say which package it is, so that a statement would speak of the whole image.',
    };
  const document = documentOf(text, { author, now, id });
  if (document === undefined) return { refused: `${vexPath} is no OpenVEX document; mend it first.` };
  const aliases = [...new Set(vulnerabilities.flatMap((one) => one.aliases))]
    .filter((alias) => alias !== first.id)
    .sort();
  const subcomponents = packages.map((purl) => ({ '@id': purl }));
  const statement = {
    vulnerability: { name: first.id, ...(aliases.length === 0 ? {} : { aliases }) },
    timestamp: now,
    products: purlsOf(image, digest).map((purl) => ({ '@id': purl, subcomponents })),
    status: 'not_affected',
    justification,
    impact_statement: impact,
  };
  const { statements, version } = document;
  const isNew = text === undefined;
  const after = {
    ...document,
    ...(isNew ? {} : { version: typeof version === 'number' ? version + 1 : 1, last_updated: now }),
    statements: [...(statements as readonly unknown[]), statement],
  };
  return { text: `${JSON.stringify(after, null, 2)}\n` };
}

function documentOf(
  text: string | undefined,
  { author, now, id }: Origin,
): { readonly [key: string]: unknown } | undefined {
  if (text === undefined)
    return {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': `urn:uuid:${id}`,
      author,
      timestamp: now,
      version: 1,
      statements: [],
    };
  try {
    const document = parseAnswer(text);
    const context = document['@context'];
    const isOurs = typeof context === 'string' && context.startsWith('https://openvex.dev/ns');
    return isOurs && Array.isArray(document['statements']) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Scanners write other qualifiers of one package; without any, all of them are meant. */
const bare = (purl: string | undefined): string | undefined => purl?.replace(/[?#].*$/s, '');

/**
 * The image as Trivy calls it, whose `repository_url` ends with the name of the image, and as Grype does, whose does not. Both call Docker Hub by its index.
 */
function purlsOf({ registry, repository, name }: ImageReference, digest: string): readonly string[] {
  const host = registry === 'docker.io' ? 'index.docker.io' : registry;
  const whole = `${host}/${repository}`;
  const urls = [whole, whole.slice(0, whole.length - name.length - 1)];
  const version = digest.replace(':', '%3A');
  return urls.map((url) => `pkg:oci/${name}@${version}?repository_url=${encodeURIComponent(url)}`);
}
