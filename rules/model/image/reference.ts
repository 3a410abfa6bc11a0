/**
 * References to container images. Source: the grammar of github.com/distribution/reference and its normalisation as Docker and containerd
 * apply it (`nginx` is `docker.io/library/nginx:latest`). Pure text: asks no registry.
 */
import type { Span } from '../../text/source.ts';

/** The parts of a reference, as Docker reads it. */
export interface ImageReference {
  /** As it was given. */
  readonly text: string;
  /** `docker.io`, `registry.example.com:5000`; the default filled in. */
  readonly registry: string;
  /** Path inside the registry: `library/nginx`; the default filled in. */
  readonly repository: string;
  /** The last part of the path: `nginx`. */
  readonly name: string;
  /** Undefined when none is written. */
  readonly tag: string | undefined;
  /** `sha256:...`; undefined when none is written. */
  readonly digest: string | undefined;
  /** Why no engine would accept it; undefined when it is well formed. */
  readonly problem: string | undefined;
  /** Where the name (with its registry), the tag and the digest lie in `text`. */
  readonly spans: { readonly name: Span; readonly tag: Span | undefined; readonly digest: Span | undefined };
}

const defaultRegistry = 'docker.io';

const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const domain =
  /^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const digestPattern = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-f]{32,}$/;
/** Hexadecimal digits of the registered algorithms (OCI image specification, descriptor.md). */
const digestLengths: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha512', 128],
  ['blake3', 64],
]);

/** Total: also what is no reference comes back taken apart, with its problem. */
export function parseImageReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const beforeDigest = at < 0 ? text : text.slice(0, at);
  const digest = at < 0 ? undefined : text.slice(at + 1);
  // A colon behind the last slash begins a tag; one before it a port.
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasRegistry = first !== '' && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const written = hasRegistry ? first : undefined;
  const registry =
    written === undefined || written === 'index.docker.io' || written === 'registry-1.docker.io'
      ? defaultRegistry
      : written;
  const path = hasRegistry ? name.slice(slash + 1) : name;
  const repository = registry === defaultRegistry && !path.includes('/') ? `library/${path}` : path;
  const end = name.length;
  return {
    text,
    registry,
    repository,
    name: path.slice(path.lastIndexOf('/') + 1),
    tag,
    digest,
    problem: problemOf({ written, path, tag, digest }),
    spans: {
      name: { start: 0, end },
      tag: tag === undefined ? undefined : { start: end + 1, end: beforeDigest.length },
      digest: digest === undefined ? undefined : { start: at + 1, end: text.length },
    },
  };
}

function problemOf({
  written,
  path,
  tag,
  digest,
}: {
  written: string | undefined;
  path: string;
  tag: string | undefined;
  digest: string | undefined;
}): string | undefined {
  if (path === '') return 'it names no image';
  if (written !== undefined && !domain.test(written)) return `${written} is no host name`;
  if (path !== path.toLowerCase()) return 'its name has capital letters';
  if (!path.split('/').every((part) => component.test(part))) return `${path} is no image name`;
  if (path.length > 255) return 'its name is longer than 255 characters';
  if (/^[0-9a-f]{64}$/.test(path) && written === undefined && tag === undefined)
    return 'a bare image id cannot be pulled';
  if (tag !== undefined && !tagPattern.test(tag)) return `${tag === '' ? 'an empty text' : tag} is not a tag`;
  if (digest !== undefined) {
    const [algorithm = '', hex = ''] = digest.split(':');
    const length = digestLengths.get(algorithm);
    if (!digestPattern.test(digest) || (length !== undefined && hex.length !== length))
      return 'its digest is malformed';
  }
  return undefined;
}

/** Registry and repository, defaults filled in: `docker.io/library/nginx`. */
export function fullName({ registry, repository }: ImageReference): string {
  return `${registry}/${repository}`;
}

/** How a message names it: without the digest, which nobody reads. */
export function shortName({ text, spans }: ImageReference): string {
  return spans.digest === undefined ? text : text.slice(0, spans.digest.start - 1);
}

/** As it was written, without tag and digest. */
export function unversioned({ text, spans }: ImageReference): string {
  return text.slice(0, spans.name.end);
}
