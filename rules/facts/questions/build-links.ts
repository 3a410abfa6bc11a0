/**
 * What files say of the images that others name, of the stages of a Dockerfile and of the variables of a Compose file. Kept up to date file by file, since
 * the analysis of those others depends on it.
 */
import { isComposeName } from '../../model/compose/name.ts';
import { isDockerfileName } from '../../model/dockerfile/name.ts';
import { parseImageReference } from '../../model/image/reference.ts';
import { directoryOf, joinPath } from '../../text/path.ts';
import type { BuildOrderFact } from '../kinds/build-order.ts';
import type { BuiltImageFact } from '../kinds/built-image.ts';
import type { ComposeEnvironmentFact } from '../kinds/compose-environment.ts';
import type { FactWithoutRef } from '../kinds/index.ts';
import { pathOf } from './builds.ts';
import { isDockersOwn, namesOfImage } from './built-on.ts';
import type { FileContext } from './file-context.ts';

type Said<F> = Omit<F, 'ref'> & { readonly factKind: string };

/** A Dockerfile, the stage of it that is built, and the contexts that it is given. */
interface Target {
  readonly dockerfile: string;
  readonly stage: string;
  readonly contexts: readonly string[];
}

/** What one file says. */
interface Links {
  readonly images: readonly Said<BuiltImageFact>[];
  readonly targets: readonly Target[];
  readonly environment: readonly Said<ComposeEnvironmentFact>[];
  /** Dockerfiles that it runs as somebody else than root. */
  readonly given: readonly string[];
  /** Last parts of the names of images that its stages are built on. */
  readonly bases: readonly string[];
}

/** The builds of a scope, by the files that speak of them. */
export class BuildLinks {
  readonly #files = new Map<string, Links>();
  /** By folder: the files in it that say something. */
  readonly #byFolder = new Map<string, Set<string>>();
  /** By Dockerfile: the files that build it. */
  readonly #builders = new Map<string, Set<string>>();
  /** By Dockerfile: the files of development containers that give it a user. */
  readonly #givers = new Map<string, Set<string>>();
  /** By the last part of an image's name: the Dockerfiles that are built on it. */
  readonly #byBase = new Map<string, Set<string>>();

  /** @param facts all that a file states. @returns whether it says something else than before. */
  learn(path: string, facts: readonly FactWithoutRef[]): boolean {
    const before = this.#files.get(path);
    const now = linksOf(path, facts);
    if ((before === undefined && now === undefined) || JSON.stringify(before) === JSON.stringify(now)) return false;
    for (const { dockerfile } of before?.targets ?? []) this.#builders.get(dockerfile)?.delete(path);
    for (const dockerfile of before?.given ?? []) this.#givers.get(dockerfile)?.delete(path);
    for (const base of before?.bases ?? []) this.#byBase.get(base)?.delete(path);
    for (const folder of before === undefined ? [] : foldersOf(path, before)) this.#byFolder.get(folder)?.delete(path);
    this.#files.delete(path);
    if (now !== undefined) this.#take(path, now);
    return true;
  }

  /** A copy that goes its own way from here. */
  fork(): BuildLinks {
    const copy = new BuildLinks();
    for (const [path, links] of this.#files) copy.#take(path, links);
    return copy;
  }

  #take(path: string, links: Links): void {
    this.#files.set(path, links);
    for (const folder of foldersOf(path, links)) added(this.#byFolder, folder, path);
    for (const dockerfile of links.given) added(this.#givers, dockerfile, path);
    for (const base of links.bases) added(this.#byBase, base, path);
    for (const { dockerfile } of links.targets) added(this.#builders, dockerfile, path);
  }

  /** @returns the context with what is known of builds added. */
  over(path: string, context: FileContext): FileContext {
    if (this.#files.size === 0) return context;
    const targets = this.#targetsOf(path);
    const images = [...this.#imagesFor(path), ...targets.flatMap(({ contexts }) => contexts)];
    const environment = isComposeFile(path, this.#files.get(path)) ? this.#environmentOf(path) : context.environment;
    const isBuiltOn = this.#isBuiltOn(path);
    const isGivenUser = targets.length === 0 && (this.#givers.get(path)?.size ?? 0) > 0;
    if (images.length === 0 && targets.length === 0 && environment.size === 0 && !isBuiltOn && !isGivenUser)
      return context;
    return {
      ...context,
      isBuiltOn,
      isGivenUser,
      images: new Set([...context.images, ...images]),
      targets: new Set(targets.map(({ stage }) => stage)),
      environment,
    };
  }

  #isBuiltOn(path: string): boolean {
    if (this.#byBase.size === 0 || !isDockerfileName(path)) return false;
    return namesOfImage(path).some((name) => [...(this.#byBase.get(name) ?? [])].some((other) => other !== path));
  }

  /** Compose files of one folder are laid over each other; Skaffold speaks of the manifests below its folder. */
  #imagesFor(path: string): readonly string[] {
    const folder = directoryOf(path);
    const found = this.#said(folder)
      .flatMap(({ images }) => images)
      .filter(({ by }) => by === 'skaffold' || isComposeName(path))
      .map(({ image }) => image);
    for (let above = directoryOf(folder), below = folder; above !== below; below = above, above = directoryOf(above))
      for (const { images } of this.#said(above))
        for (const { image, by } of images) if (by === 'skaffold') found.push(image);
    return found;
  }

  #targetsOf(path: string): readonly Target[] {
    return [...(this.#builders.get(path) ?? [])]
      .sort()
      .flatMap((file) => (this.#files.get(file)?.targets ?? []).filter(({ dockerfile }) => dockerfile === path));
  }

  #environmentOf(path: string): FileContext['environment'] {
    return new Map(
      this.#said(directoryOf(path)).flatMap(({ environment }) => environment.flatMap(({ values }) => values)),
    );
  }

  #said(folder: string): readonly Links[] {
    return [...(this.#byFolder.get(folder) ?? [])].sort().flatMap((file) => this.#files.get(file) ?? []);
  }
}

const isComposeFile = (path: string, links: Links | undefined): boolean =>
  isComposeName(path) || links?.images.some(({ by }) => by === 'compose') === true;

/** Those whose files it speaks of. */
const foldersOf = (path: string, { images }: Links): ReadonlySet<string> => {
  const own = directoryOf(path);
  return new Set([own, ...images.flatMap(({ reach }) => reach.map((folder) => joinPath(own, folder)))]);
};

function added(index: Map<string, Set<string>>, key: string, path: string): void {
  const known = index.get(key) ?? new Set();
  index.set(key, known);
  known.add(path);
}

/** @returns undefined where it says nothing of the kind. */
function linksOf(path: string, facts: readonly FactWithoutRef[]): Links | undefined {
  const images: Links['images'][number][] = [];
  const targets: Target[] = [];
  const environment: Links['environment'][number][] = [];
  const given: string[] = [];
  const bases = new Set<string>();
  for (const fact of facts)
    if (fact.factKind === 'built-image') images.push(fact);
    else if (fact.factKind === 'compose-environment') environment.push(fact);
    else if (fact.factKind === 'build-order') targets.push(targetOf(path, fact));
    else if (fact.factKind === 'dev-container') given.push(joinPath(directoryOf(path), fact.dockerfile));
    else if (fact.factKind === 'dockerfile')
      for (const { base } of fact.stages) {
        const reference = base === undefined ? undefined : parseImageReference(base);
        if (reference !== undefined && !isDockersOwn(reference)) bases.add(reference.name);
      }
  const isSilent = images.length + targets.length + environment.length + given.length + bases.size === 0;
  return isSilent ? undefined : { images, targets, environment, given, bases: [...bases] };
}

const targetOf = (file: string, { context, dockerfile, target, contexts }: Omit<BuildOrderFact, 'ref'>): Target => ({
  dockerfile: pathOf({ context, dockerfile, ref: { file, ordinal: 0 } }),
  stage: target?.toLowerCase() ?? '',
  contexts,
});
