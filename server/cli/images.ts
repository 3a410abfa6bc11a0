/** The images of a scope as the command line lists them: facts become files and lines here. */
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { NamedImageFact } from '../../rules/facts/kinds/named-image.ts';
import { type NamedImage, namedImages, normalised } from '../../rules/facts/questions/images.ts';
import { toOuter } from './paths.ts';

export interface ListedUse {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly where: NamedImageFact['where'];
  /** As `Deployment shop/web`; null for Dockerfiles, Compose files and kustomizations. */
  readonly object: string | null;
  readonly container: string | null;
}

export interface ListedImage {
  /** With registry, repository, tag and digest, the defaults filled in. */
  readonly image: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: string | null;
  readonly platform: string | null;
  /** What it is built from here; `certain` is false where only the name of a folder tells. */
  readonly builtFrom: { readonly file: string; readonly stage: string | null; readonly certain: boolean } | null;
  /** Something here builds it under this name, so that no registry has to have it. */
  readonly built: boolean;
  readonly uses: readonly ListedUse[];
}

/** @param isGiven whether a file is one that was asked for: the scope may be wider. */
export function listImages(workspace: Workspace, isGiven: (path: string) => boolean): readonly ListedImage[] {
  return namedImages(workspace.facts()).flatMap((image) => {
    const uses = image.uses.filter(({ ref }) => isGiven(ref.file));
    return uses.length === 0 ? [] : [listed(workspace, image, uses)];
  });
}

function listed(
  workspace: Workspace,
  { reference, platform, build, isBuilt }: NamedImage,
  uses: readonly NamedImageFact[],
): ListedImage {
  const { registry, repository, tag, digest } = reference;
  return {
    image: normalised(reference),
    registry,
    repository,
    tag: tag ?? (digest === undefined ? 'latest' : null),
    digest: digest ?? null,
    platform: platform ?? null,
    builtFrom:
      build === undefined
        ? null
        : { file: toOuter(build.dockerfile.ref.file), stage: build.stage.name ?? null, certain: build.certain },
    built: isBuilt,
    uses: uses.map((use) => useOf(workspace, use)),
  };
}

function useOf(workspace: Workspace, { ref, where, kind, name, namespace, container }: NamedImageFact): ListedUse {
  const at = workspace.locate(ref, 'name');
  const position = at === undefined ? undefined : workspace.lines(at.path)?.positionAt(at.span.start);
  const object = namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
  return {
    file: toOuter(ref.file),
    line: (position?.line ?? 0) + 1,
    where,
    object: kind === '' || where === 'kustomization' ? null : object,
    container: container ?? null,
  };
}
