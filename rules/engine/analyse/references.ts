/** Which files and folders are named by others: what kustomizations take in, and Dockerfiles that are built. */
import type { Facts } from '../../facts/index.ts';
import type { Kustomizations } from '../../model/kustomize/kustomizations.ts';
import { directoryOf, joinPath } from '../../text/path.ts';

/** @returns paths, each once, whether or not there is such a file. */
export function referencesOf(kustomizations: Kustomizations, facts: Facts): readonly string[] {
  const named = [...kustomizations.all()].flatMap(({ resources, patches }) => [...resources, ...patches]);
  const built = facts.byKind['build-order'].map(({ ref, context, dockerfile = 'Dockerfile' }) =>
    joinPath(joinPath(directoryOf(ref.file), context), dockerfile),
  );
  return [...new Set([...named, ...built])];
}
