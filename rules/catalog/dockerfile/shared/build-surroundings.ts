/** What the scope says of a Dockerfile: who is built on its image, who runs it, which files it may copy. */
import type { Surroundings } from '../../../contract/finding.ts';
import type { Facts } from '../../../facts/index.ts';
import type { BuildOrderFact } from '../../../facts/kinds/build-order.ts';
import { builtContainers, pathOf } from '../../../facts/questions/builds.ts';
import { isDockersOwn, namesOfImage } from '../../../facts/questions/built-on.ts';
import type { BuildSurroundings, CopiedFile } from '../../../model/dockerfile/around.ts';
import { isProgramSettingsName } from '../../../model/dockerfile/name.ts';
import { parseImageReference, unversioned } from '../../../model/image/reference.ts';
import { isPrivilegedPort } from '../../../model/port.ts';
import { baseName, directoryOf, joinPath } from '../../../text/path.ts';

/** Answers are looked up when they are asked for. */
export function buildSurroundingsOf({ path, facts }: Surroundings): BuildSurroundings {
  const orders = facts.byKind['build-order'].filter((order) => pathOf(order) === path);
  const runs = builtContainers(facts).filter(({ build }) => build.dockerfile.ref.file === path);
  const services = orders.filter(({ isService }) => isService);
  // NET_BIND_SERVICE is root's alone: another user starts without the capabilities that a container adds. Source: KEP-2763, "Ambient capabilities support".
  const open = runs.every(({ container }) => container.lowPortsFree);
  return {
    basedOn: basedOn(path, orders, facts),
    // Docker lets anybody open them since 20.10, older runtimes of clusters do not: a Compose file says nothing of where else it runs.
    lowPortsOpen: open && (runs.length > 0 || (services.length > 0 && facts.byKind.container.length === 0)),
    lowPortUser: [
      ...services.filter(({ lowPorts }) => lowPorts.length > 0).map(({ ref }) => baseName(ref.file)),
      ...runs
        .filter(({ container }) => container.lowPorts.length > 0)
        .map(({ container }) => baseName(container.ref.file)),
    ][0],
    mounts: services.flatMap(({ mounts }) => mounts),
    machineFolders: runs.flatMap(({ container }) => container.nodeFolders),
    settingsPort: settingsPort(path, facts),
    helper: [...directoryOf(path).split('/').slice(-2), ...orders.map(({ image }) => image ?? '')].find((name) =>
      helpers.test(name),
    ),
    file: (source) => copied(source, path, orders, facts),
  };
}

/** Programs that run beside another one and signal it, or write to its socket. */
const helpers = /(?:^|[-_/])(?:config-?)?reload(?:er)?$/i;

/** Of settings that lie below the Dockerfile's folder, which is mostly its build context. */
function settingsPort(path: string, facts: Facts): number | undefined {
  const folder = directoryOf(path);
  return facts.byKind['copied-file']
    .filter(({ ref }) => isProgramSettingsName(ref.file) && isBelow(ref.file, folder) && !/\/test\//.test(ref.file))
    .flatMap(({ listens }) => listens)
    .find((port) => isPrivilegedPort(port));
}

const isBelow = (file: string, folder: string): boolean => folder === '' || file.startsWith(`${folder}/`);

/** Another Dockerfile whose FROM names the image, which a file says, or the folder or the file is called like. */
function basedOn(path: string, orders: readonly BuildOrderFact[], facts: Facts): string | undefined {
  const names = new Set(
    orders.flatMap(({ image }) => (image === undefined ? [] : [image, ...facts.renamedImages(image)])),
  );
  const hints = namesOfImage(path);
  const other = facts.byKind.dockerfile.find(
    ({ ref, stages }) =>
      ref.file !== path &&
      stages.some(({ base }) => {
        if (base === undefined) return false;
        const reference = parseImageReference(base);
        if (names.has(unversioned(reference))) return true;
        if (isDockersOwn(reference)) return false;
        return hints.some(
          (hint) => reference.name === hint || (hint.length > 2 && reference.name.endsWith(`-${hint}`)),
        );
      }),
  );
  return other === undefined ? undefined : other.ref.file.split('/').slice(-2).join('/');
}

/** A file of the build context: of the one that a file names, else of the Dockerfile's folder or one above it. */
function copied(source: string, path: string, orders: readonly BuildOrderFact[], facts: Facts): CopiedFile | undefined {
  const contexts = orders.map(({ ref, context }) => joinPath(directoryOf(ref.file), context));
  const folder = directoryOf(path);
  for (const context of [...contexts, folder, directoryOf(folder)]) {
    const wanted = joinPath(context, source);
    const found = facts.byKind['copied-file'].find(({ ref }) => ref.file === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
