/** Which files are Compose files, by name and by what they say. Source: Compose specification, "The Compose file", and the names that older versions took. */
import { baseName } from '../../text/path.ts';

/** `compose.yaml`, `docker-compose.yml`, `compose.override.yaml`, `docker-compose.prod.yml`, `prod.compose.yaml`, `docker-compose.yml.example`. */
export function isComposeName(path: string): boolean {
  const name = baseName(path).replace(/\.(?:example|sample|dist|template)$/i, '');
  const stem = name.replace(/\.ya?ml$/i, '');
  return stem !== name && (/^(?:docker-)?compose(?:[.\-_]|$)/i.test(stem) || /\.(?:docker-)?compose$/i.test(stem));
}

const topLevelKey = /^(?:version|name|services|networks|volumes|configs|secrets|include|models|x-[\w.-]+)[ \t]*:/;

/** Whether a key at the top of a Compose file is one that the specification knows. */
export const isTopLevelKey = (key: string): boolean => topLevelKey.test(`${key}:`);

/**
 * Whether a file that is named as a Compose file is one: it has services, or is of the first format, in which each key at the top was a service. Reads
 * lines alone.
 */
export const hasServices = (text: string): boolean =>
  /^services[ \t]*:/m.test(text) || /^(?!x-)[A-Za-z][\w.-]{0,62}:[ \t]*\r?\n {1,8}(?:image|build):[ \t]/m.test(text);

/**
 * Whether a file of another name is a Compose file all the same, such as a `stack.yml`: it has services with an image or a build, and no key at the top
 * that the Compose specification does not know. Reads lines alone, so that it can be asked of every YAML file.
 */
export function looksLikeCompose(text: string): boolean {
  if (!/^services[ \t]*:/m.test(text) || !/^[ \t]+(?:image|build)[ \t]*:/m.test(text)) return false;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (/^[A-Za-z"']/.test(line) && !topLevelKey.test(line)) return false;
    at = end < 0 ? text.length : end + 1;
  }
  return true;
}
