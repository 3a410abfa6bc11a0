/** Which files are Compose files, by name. Source: Compose specification, "The Compose file", and the names that older versions took. */
import { baseName } from '../../text/path.ts';

/** `compose.yaml`, `docker-compose.yml`, `compose.override.yaml`, `docker-compose.prod.yml`. */
export function isComposeName(path: string): boolean {
  return /^(?:docker-)?compose(?:[.\-_].*)?\.ya?ml$/i.test(baseName(path));
}
