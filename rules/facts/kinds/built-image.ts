/** Which images are built before they run, so that what a file writes of them is a name and no reference to a registry. */

import { servicesOf } from '../../model/compose/service.ts';
import { parseImageReference, unversioned } from '../../model/image/reference.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { directoryOf } from '../../text/path.ts';
import type { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';

export interface BuiltImageFact extends Fact {
  /** Without tag and digest. */
  readonly image: string;
  /** Compose runs what it builds; Skaffold puts the tag into manifests. */
  readonly by: 'compose' | 'skaffold';
  /** Folders outside of the file's own whose manifests it speaks of, as seen from that. */
  readonly reach: readonly string[];
}

type Built = Statement<BuiltImageFact>;

export const builtImage: FactSource<BuiltImageFact> = {
  objects: { of: ['Config'], evenPartial: true, extract: skaffoldImagesOf },
  compose: composeImagesOf,
};

/** Source: skaffold.dev, "skaffold.yaml", build.artifacts, manifests, deploy and profiles. */
function skaffoldImagesOf(resource: Resource): readonly Built[] {
  if (!/^skaffold\/v/.test(resource.apiVersion)) return [];
  const parts: readonly Field[] = [resource.field, ...resource.at('profiles').items];
  const named = parts.flatMap((part) =>
    [
      part.at('manifests', 'rawYaml'),
      part.at('manifests', 'kustomize', 'paths'),
      part.at('deploy', 'kubectl', 'manifests'),
      part.at('deploy', 'kustomize', 'paths'),
    ].flatMap((list) => list.strings.map(({ text }) => text)),
  );
  const reach = [...new Set(named.filter((path) => path.startsWith('../')).map(folderOf))];
  return parts.flatMap((part) =>
    part
      .at('build', 'artifacts')
      .items.flatMap((artifact) => statementOf(artifact.at('image').string, 'skaffold', reach)),
  );
}

/** The folder of a file, of a pattern of files, or of a folder itself. */
function folderOf(path: string): string {
  const at = path.search(/[*?[]/);
  const plain = at < 0 ? path : path.slice(0, Math.max(path.lastIndexOf('/', at), 0));
  return /\.ya?ml$/.test(plain) ? directoryOf(plain) : plain;
}

/** Source: Compose file reference, "Build", using build and image. */
function composeImagesOf(document: YamlDocument): readonly Built[] {
  return servicesOf(document).flatMap((service) =>
    service.isBuilt ? statementOf(service.at('image').string, 'compose', []) : [],
  );
}

function statementOf(
  image: string | undefined,
  by: BuiltImageFact['by'],
  reach: BuiltImageFact['reach'],
): readonly Built[] {
  return image === undefined ? [] : [{ says: { image: unversioned(parseImageReference(image)), by, reach } }];
}
