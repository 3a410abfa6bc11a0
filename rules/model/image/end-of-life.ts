/** Which release an image is of, and when it ended or will end. */
import { distributions, endOfLife, type Line } from '../../data/end-of-life.ts';
import type { ImageReference } from './reference.ts';

/** Hosts that carry Docker's official images, or the images of their maker. */
const registries = new Set(['docker.io', 'public.ecr.aws', 'registry.k8s.io', 'mcr.microsoft.com', 'k8s.gcr.io']);

interface End {
  readonly what: string;
  /** `2024-06-30` or `2024-06`. */
  readonly ended: string;
}

/** @returns the release that ends first, of the image or of the distribution it is built on; undefined when the table has neither. */
export function endOf({ registry, repository, tag = '', problem }: ImageReference): End | undefined {
  if (problem !== undefined || !registries.has(registry)) return undefined;
  const known = repository.replace(/^docker\/(?=library\/)/, '');
  const name = known.slice(known.lastIndexOf('/') + 1);
  // `controller` alone names no program.
  const project = known
    .replace(/^library\//, '')
    .split('/')
    .slice(-2)
    .join('/');
  const line = longest(
    (endOfLife.get(known) ?? []).filter((candidate) => candidate.tag === '' || begins(tag, candidate.tag)),
  );
  const ends: End[] =
    line === undefined
      ? []
      : [{ what: line.tag === '' ? `${project}, in every version` : `${name} ${line.tag}`, ended: line.ended }];
  if (known.startsWith('library/')) {
    const parts = tag.split('-').slice(1);
    for (const [distribution, prefix, lines] of distributions)
      for (const base of lines)
        if (parts.includes(prefix + base.tag)) ends.push({ what: `${distribution} ${base.tag}`, ended: base.ended });
  }
  return ends.sort((a, b) => (a.ended < b.ended ? -1 : 1))[0];
}

/** `3.1` begins `3.1.4` and `3.1-slim`, not `3.10`. */
const begins = (tag: string, line: string): boolean =>
  tag === line || tag.startsWith(`${line}.`) || tag.startsWith(`${line}-`);

const longest = (lines: readonly Line[]): Line | undefined =>
  lines.reduce<Line | undefined>(
    (best, line) => (best === undefined || line.tag.length > best.tag.length ? line : best),
    undefined,
  );
