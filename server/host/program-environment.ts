/** Variables of the environment that a scanner gets: those it needs to find engines, registries and its own settings, and no other, which may be secrets. */
import type { Scanner } from '../scanners/scanner.ts';

const names: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['CONTAINER_HOST', 'CONTAINERD_ADDRESS', 'CONTAINERD_NAMESPACE', 'REGISTRY_AUTH_FILE'],
  // Without them, helpers that keep the passwords of registries find no keyring.
  ...['DBUS_SESSION_BUS_ADDRESS'],
  ...['SYSTEMROOT', 'WINDIR', 'USERPROFILE', 'LOCALAPPDATA', 'APPDATA', 'PROGRAMDATA', 'PROGRAMFILES', 'PATHEXT'],
]);

const beginnings = ['DOCKER_', 'XDG_'] as const;

/** @param folder for temporary files, which are gone with it. */
export function programEnvironment(
  all: { readonly [name: string]: string | undefined },
  { variables, environment }: Pick<Scanner, 'variables' | 'environment'>,
  folder: string,
): { readonly [name: string]: string } {
  const handed: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(all)) {
    // Windows does not tell capitals apart, and proxies are written in both ways everywhere.
    const capital = name.toUpperCase();
    const isHanded = names.has(capital) || [...beginnings, ...variables].some((start) => capital.startsWith(start));
    if (isHanded && value !== undefined) handed[name] = value;
  }
  return { ...handed, TMPDIR: folder, TEMP: folder, TMP: folder, ...environment };
}
