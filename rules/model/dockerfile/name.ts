/** Which files are Dockerfiles, by name. Source: Docker's and Podman's documentation on file names, and what editors map to the language. */
import { baseName } from '../../text/path.ts';

/** `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`, `Containerfile`, ...; case does not matter. Their ignore files are none. */
export function isDockerfileName(path: string): boolean {
  const name = baseName(path).toLowerCase();
  if (isBuildIgnoreName(name)) return false;
  return /^(?:dockerfile|containerfile)(?:[.\-_].+)?$/.test(name)
    ? !hasOtherLanguage(name)
    : /.\.(?:dockerfile|containerfile)$/.test(name);
}

/** `.dockerignore`, or the one of a single Dockerfile. */
export function isBuildIgnoreName(path: string): boolean {
  return /\.(?:dockerignore|containerignore)$/.test(path);
}

/** Scripts that start what an image is for, by their usual names. */
export function isScriptName(path: string): boolean {
  const name = baseName(path);
  const stem = name.replace(/\.(?:ba)?sh$/i, '');
  return stem === name ? /(?:^|[-_])entry[-_]?point$/i.test(name) : startsWhatAnImageIsFor.test(stem);
}

/** Main files of programs that start as they are written, by their usual names. */
export const isProgramName = (path: string): boolean =>
  /^(?:(?:app|main|server|run|bot|worker|api|wsgi|asgi|__main__)\.py|(?:app|main|server|bot|worker)\.[cm]?js)$/i.test(
    baseName(path),
  );

/** Configuration that tells a web server where to listen. */
export function isServerConfigurationName(path: string): boolean {
  const words =
    baseName(path)
      .split(/[^\w.-]/)
      .at(-1) ?? '';
  const stem = words.replace(/\.conf(?:\.template)?$/i, '');
  return stem !== words && /nginx|default|httpd|site|vhost|server|app|web|proxy/i.test(stem);
}

/** Settings of a program that tell it where to listen. Sources: Spring Boot reference, "Externalized Configuration"; Micronaut documentation, "Application Configuration"; read 2026-11-28. */
export const isProgramSettingsName = (path: string): boolean =>
  /^(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/.test(baseName(path));

/** `Dockerfile.md` speaks of one, and `dockerfile_test.go` is no Dockerfile. */
function hasOtherLanguage(name: string): boolean {
  return /\.(?:bak|c|cc|cpp|cs|diff|go|h|html|ini|java|js|json|jsx|lock|log|md|orig|patch|php|properties|py|rb|rs|rst|sh|swp|toml|ts|tsx|txt|xml|ya?ml)$/.test(
    name,
  );
}

const startsWhatAnImageIsFor =
  /(?:^|[-_.])(?:entry[-_]?point|start|start[-_]?up|run|init|boot|bootstrap|launch|serve|server|cmd|main|docker)(?:[-_.]|$)/i;
