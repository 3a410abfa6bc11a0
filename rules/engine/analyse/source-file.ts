/**
 * What a file is, and its parsed units. Owns classification (manifest, Dockerfile, kustomization, something else) and every guard
 * on the text as a whole; reads no disk.
 */

import { type Extracted, factsOfBuildContext } from '../../facts/extract.ts';
import { hasServices, isComposeName, looksLikeCompose } from '../../model/compose/name.ts';
import { type Dockerfile, dockerfileRefusal, parseDockerfile } from '../../model/dockerfile/file.ts';
import { isBuildIgnoreName, isDockerfileName } from '../../model/dockerfile/name.ts';
import { isTemplateName, isTemplateText } from '../../model/dockerfile/template.ts';
import { isKustomizationName, type Kustomization, readKustomization } from '../../model/kustomize/kustomization.ts';
import { SourceText } from '../../text/source.ts';
import { readStream, type YamlStream } from '../../yaml/stream.ts';

/** A file as a host hands it in. */
export interface FileInput {
  /** Key of the file with `/` between the parts: an absolute path or a URI. */
  readonly path: string;
  readonly text: string;
  /** How fingerprints name the file, so that they are the same on every machine; the path when left out. */
  readonly name?: string;
  /** Language id the editor gave it; decides where the name says nothing. */
  readonly languageId?: string;
  /** The file lies in the `templates` folder of a Helm chart. */
  readonly inChart?: boolean;
  /** A folder around it that somebody asked for, so that what that and those above are called says nothing of what the file is for. */
  readonly askedFor?: string;
  /** Nobody asked for it: it is deployed with nothing, but may have what others lack. */
  readonly isOutside?: boolean;
}

/** What a file is, with what was parsed of it. */
export type SourceFile =
  | {
      readonly kind: 'manifest';
      readonly source: SourceText;
      readonly stream: YamlStream;
      readonly kustomization?: Kustomization;
    }
  | { readonly kind: 'compose'; readonly source: SourceText; readonly stream: YamlStream }
  | { readonly kind: 'dockerfile'; readonly source: SourceText; readonly dockerfile: Dockerfile }
  /** Not judged itself, but tells something of files that are. */
  | { readonly kind: 'telling'; readonly extracted: readonly Extracted[] }
  /** Not Kubernetes, not a Dockerfile. */
  | { readonly kind: 'other' }
  /** Would have been analysed, but must not or cannot be. */
  | { readonly kind: 'skipped'; readonly reason: string };

/** Characters; above it a file is data, not a manifest. */
export const sizeLimit = 2 * 1024 * 1024;

/**
 * @param previous the last version of the same file, whose unchanged documents are reused.
 * @param isPatch a kustomization says that it is a patch, which need not look like an object.
 */
export function readSource(input: FileInput, previous?: SourceFile, isPatch = false): SourceFile {
  const { path, text } = input;
  // Editors take `Dockerfile.dockerignore` for a Dockerfile.
  const isIgnore = isBuildIgnoreName(path);
  if (!isIgnore && (isDockerfileName(path) || input.languageId === 'dockerfile')) return readDockerfile(path, text);
  const told = readTelling(path, text);
  if (told !== undefined) return { kind: 'telling', extracted: told };
  const named = isComposeName(path) || input.languageId === 'dockercompose';
  const compose = named ? hasServices(text) : /\.ya?ml$/i.test(path) && looksLikeCompose(text);
  const kustomization = isKustomizationName(path);
  if (!compose && !kustomization && !isPatch && !looksLikeManifest(text)) return { kind: 'other' };
  if (text.length > sizeLimit) return { kind: 'skipped', reason: 'larger than 2 MB' };
  if (text.includes('\0')) return { kind: 'skipped', reason: 'binary file' };
  if (input.inChart) return { kind: 'skipped', reason: 'Helm template: render the chart to check what it makes' };
  if (/^<{7} /m.test(text) && /^>{7} /m.test(text))
    return { kind: 'skipped', reason: 'holds an unresolved merge conflict' };
  const source = new SourceText(text);
  const before = previous?.kind === 'manifest' || previous?.kind === 'compose' ? previous.stream : undefined;
  const stream = readStream(text, before);
  // Compose files are YAML of their own; no Kubernetes rule may fire on them.
  if (compose) return { kind: 'compose', source, stream };
  const first = stream.documents[0];
  if (kustomization && first !== undefined)
    return { kind: 'manifest', source, stream, kustomization: readKustomization(path, first.document) };
  return { kind: 'manifest', source, stream };
}

function readDockerfile(path: string, text: string): SourceFile {
  const reason =
    dockerfileRefusal(text) ??
    (isTemplateName(path) || isTemplateText(text)
      ? 'template of a Dockerfile: render it to check what it makes'
      : undefined);
  if (reason !== undefined) return { kind: 'skipped', reason };
  const source = new SourceText(text);
  return { kind: 'dockerfile', source, dockerfile: parseDockerfile(text) };
}

/** Files around a build. */
function readTelling(path: string, text: string): readonly Extracted[] | undefined {
  if (text.length > sizeLimit || text.includes('\0')) return undefined;
  return factsOfBuildContext(path, text);
}

/** Before any parse: both words occur in every manifest, and hardly ever in a YAML file that is none. */
function looksLikeManifest(text: string): boolean {
  return text.includes('kind') && (text.includes('apiVersion') || lacksVersion.test(text));
}

/** A workload whose author forgot the `apiVersion`. */
const lacksVersion = /^kind:[ \t]*(?:Pod|Deployment|DaemonSet|StatefulSet|ReplicaSet|Job|CronJob)[ \t]*\r?$/m;
