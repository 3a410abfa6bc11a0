/**
 * The lines of images in `rules/data/image-releases.ts`, which a person edits: which of them end soon, and for which a registry that can be reached
 * has a newer one.
 */
import { execFileSync } from 'node:child_process';
import { endOfLife } from '../../rules/data/end-of-life.ts';
import { stableTags } from '../../rules/data/stable-tags.ts';
import { dayAfter } from './days.ts';
import { go, reason, releases } from './go.ts';
import type { Outcome, Request } from './outcome.ts';

/** A fix that pins to a line should not have to be written again within these days. */
const daysToLive = 90;

/** @returns the stable lines whose fixes end before the day that is so many days after another one; a line without an announced end does not. */
export function endingSoon(dayOf: (image: string) => string): readonly string[] {
  return [...stableTags].flatMap(([image, { tag }]) => {
    const end = endOfLife.get(`library/${image}`)?.find((line) => line.tag === tag)?.ended;
    return end === undefined || end >= dayAfter(dayOf(image), daysToLive) ? [] : [`${image}:${tag} ends on ${end}`];
  });
}

/** Where the newest version of what an image holds can be asked for. */
const registries: readonly (readonly [image: string, newest: () => string | undefined])[] = [
  // The tools of Go are no module whose releases are plain versions: `v0.0.1-go1.27.4.linux-amd64`.
  ['golang', () => newestOf(go('tools/kubernetes-api', 'list', '-m', '-versions', 'golang.org/toolchain'))],
  ['node', () => execFileSync('npm', ['view', 'node', 'version'], { encoding: 'utf8' }).trim()],
  ['traefik', () => releases('github.com/traefik/traefik/v3').at(-1)],
  ['caddy', () => releases('github.com/caddyserver/caddy/v2').at(-1)],
];

/** @param versions of golang.org/toolchain. @returns the newest that is released. */
function newestOf(versions: string): string | undefined {
  const found = [...versions.matchAll(/-go(\d+\.\d+\.\d+)\.linux-amd64(?=\s|$)/g)].map(([, version = '']) => version);
  return found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
}

export function refreshImages({ today }: Request): Outcome {
  const toDo = endingSoon(() => today).map((line) => `image-releases.ts: ${line}: choose another line`);
  const unreached: string[] = [];
  for (const [image, newest] of registries) {
    try {
      const [tag = '', version = ''] = [stableTags.get(image)?.tag, newest()];
      if (version === '') unreached.push(`the newest version of ${image}: the registry named none`);
      else if (!`${version.replace(/^v/, '')}.`.startsWith(`${tag.replace(/^v/, '')}.`))
        toDo.push(`image-releases.ts: ${image} ${version} is out, and the line to pin to is ${tag}`);
    } catch (error) {
      unreached.push(`the newest version of ${image}: ${reason(error)}`);
    }
  }
  const asked = new Set(registries.map(([image]) => image));
  const others = [...stableTags.keys()].filter((image) => !asked.has(image));
  unreached.push(
    `the newest lines of ${others.join(', ')}, and all ends: no package registry has them; see the sources of the rows`,
  );
  return { changed: [], toDo, unreached };
}
