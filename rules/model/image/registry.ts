/** Registries as lists of people name them. */

/**
 * Whether an image lies at or below a registry or path, at the boundary of a part: `gcr.io` is no end of `evilgcr.io`, and `example.com/team` no
 * beginning of `example.com/teammate`. `*.example.com` stands for every host below that domain.
 *
 * @param image registry and repository, such as `docker.io/library/nginx`.
 */
export function isBelow(image: string, prefix: string): boolean {
  const wanted = prefix.replace(/(?<!\/)\/+$/, '').toLowerCase();
  const given = image.toLowerCase();
  if (wanted.startsWith('*.')) {
    const [host = '', ...path] = given.split('/');
    const [domain = '', ...rest] = wanted.slice(1).split('/');
    return (
      host.endsWith(domain) && host.length > domain.length && isBelow(`h/${path.join('/')}`, ['h', ...rest].join('/'))
    );
  }
  return given === wanted || given.startsWith(`${wanted}/`);
}
