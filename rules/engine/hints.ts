/** What is not written at a place and counts all the same: whom a container runs as, what a kustomization sets, which line `latest` stands for. */
import { stableTags } from '../data/stable-tags.ts';
import type { Facts } from '../facts/index.ts';
import { type Build, buildOf, describe } from '../facts/questions/builds.ts';
import { type ImageUser, imageUserOf } from '../model/dockerfile/image-user.ts';
import type { Stage } from '../model/dockerfile/stage.ts';
import { baseImageOf } from '../model/image/base.ts';
import { fullName, type ImageReference, unversioned } from '../model/image/reference.ts';
import type { Container } from '../model/kubernetes/container.ts';
import type { DocumentRecord, FileRecord } from './analyse/file-record.ts';
import type { Workspace } from './workspace.ts';

/** A few words to be shown behind what is written. */
export interface Hint {
  /** Of the end of what they speak of, in the file. */
  readonly offset: number;
  readonly text: string;
  /** Where it comes from, as a sentence. */
  readonly because: string;
}

/** @param path of a file whose text was retained; of others nothing is said. @returns in the order of the text. */
export function hintsIn(workspace: Workspace, path: string): readonly Hint[] {
  const record = workspace.record(path);
  const { source } = record ?? {};
  if (record === undefined || source === undefined) return [];
  const facts = workspace.facts(path);
  const found =
    source.kind === 'dockerfile'
      ? source.dockerfile.stages.flatMap(ofStage)
      : [
          ...record.units.flatMap((unit) =>
            containersOf(unit).flatMap((one) => ofContainer(one, unit.offset, record, facts)),
          ),
          ...namespacesIn(workspace, facts, path),
        ];
  return found.sort((a, b) => a.offset - b.offset);
}

const containersOf = ({ unit }: DocumentRecord): readonly Container[] =>
  unit.analysis.resources.flatMap(({ pods }) => pods.flatMap(({ containers }) => containers));

function ofContainer(container: Container, before: number, { fileContext }: FileRecord, facts: Facts): readonly Hint[] {
  const { image } = container;
  if (image === undefined || container.pod.isWindows) return [];
  const offset = before + container.at('image').anchor.end;
  const name = unversioned(image.reference);
  const replaced = fileContext.images.has(name) ? replacementOf(name, facts) : [];
  const said = [userOf(container, name, image.reference, facts), ...replaced, latestOf(image.reference)];
  return said.flatMap((one) => (one === undefined ? [] : [{ offset, ...one }]));
}

type Said = Omit<Hint, 'offset'>;

function userOf(container: Container, name: string, reference: ImageReference, facts: Facts): Said | undefined {
  const { field, from, missing } = container.effective('runAsUser');
  if (!missing)
    return field.integer === undefined
      ? undefined
      : { text: `user ${field.integer}`, because: `runAsUser of the ${from === 'pod' ? 'pod' : 'container'} says so.` };
  const build = buildOf(name, facts);
  return build === undefined ? ofBase(reference) : ofBuild(build);
}

function ofBuild(build: Build): Said | undefined {
  const { user, base } = build.stage;
  const text = wordsOf(user);
  const because = base === undefined ? '' : ` on ${base}`;
  return text === undefined ? undefined : { text, because: `As the image is built: ${describe(build)}${because}.` };
}

function ofBase(reference: ImageReference): Said | undefined {
  const { user, uid, userName, shipped } = baseImageOf(reference);
  if (user === 'drops' && shipped !== undefined)
    return {
      text: `root, then ${shipped.name}`,
      because: 'The image starts as root and becomes somebody else by itself.',
    };
  const text = user === 'root' ? 'root' : user === 'non-root' && uid !== undefined ? `user ${uid}` : undefined;
  const called = userName === undefined ? '' : ` (${userName})`;
  return text === undefined
    ? undefined
    : { text: `${text}${called}`, because: 'The image says so, and nothing here says otherwise.' };
}

function wordsOf(user: ImageUser): string | undefined {
  switch (user.kind) {
    case 'root':
      return 'root';
    case 'number':
      return `user ${user.uid}`;
    case 'name':
      return `user ${user.name}`;
    default:
      return undefined;
  }
}

/** What kustomizations put in the place of an image, where they agree. */
function replacementOf(name: string, facts: Facts): readonly Said[] {
  const images = new Set(
    facts.byKind['named-image'].flatMap(({ replaces, image }) => (replaces === name ? [image] : [])),
  );
  const [image] = images;
  return images.size !== 1 || image === undefined ? [] : [{ text: `→ ${image}`, because: 'A kustomization sets it.' }];
}

function latestOf(reference: ImageReference): Said | undefined {
  const { tag, digest } = reference;
  if (digest !== undefined || (tag !== undefined && tag !== 'latest')) return undefined;
  const name = /^docker\.io\/library\/(.+)$/.exec(fullName(reference))?.[1];
  const stable = name === undefined ? undefined : stableTags.get(name);
  return stable === undefined
    ? undefined
    : {
        text: `line ${stable.tag}`,
        because: `The line to pin to, as of ${stable.read}; the registry may say otherwise today.`,
      };
}

function namespacesIn(workspace: Workspace, facts: Facts, path: string): readonly Hint[] {
  return facts.byKind.namespaceless.flatMap((fact) => {
    if (fact.ref.file !== path || fact.namespace !== undefined) return [];
    const namespace = facts.namespaceOf(fact);
    const place = workspace.locate(fact.ref, 'name');
    if (namespace === undefined || place === undefined) return [];
    return [{ offset: place.span.end, text: `in ${namespace}`, because: 'A kustomization sets the namespace.' }];
  });
}

function ofStage(stage: Stage): readonly Hint[] {
  const { from, image } = stage;
  if (from === undefined) return [];
  const isInherited = stage.isFinal && stage.userAt().kind === 'inherited';
  const user = isInherited ? wordsOf(imageUserOf(stage).user) : undefined;
  const said: readonly (Said | undefined)[] = [
    user === undefined ? undefined : { text: user, because: 'No USER says otherwise.' },
    image === undefined ? undefined : latestOf(image),
  ];
  return said.flatMap((one) => (one === undefined ? [] : [{ offset: from.span.end, ...one }]));
}
