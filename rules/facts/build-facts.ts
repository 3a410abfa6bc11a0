/**
 * Facts on images that are built in the scope: what a Dockerfile makes, which file builds which image from it, and what containers ask of
 * the images that they run.
 */

import { type Service, servicesOf } from '../model/compose/service.ts';
import type { CopiedFile } from '../model/dockerfile/around.ts';
import type { Dockerfile } from '../model/dockerfile/file.ts';
import { type ImageUser, imageUserOf } from '../model/dockerfile/image-user.ts';
import type { Instruction } from '../model/dockerfile/instruction.ts';
import { isScriptName } from '../model/dockerfile/name.ts';
import { insteadOfRoot } from '../model/dockerfile/possible-user.ts';
import { rootProgramInScript } from '../model/dockerfile/root-start.ts';
import type { Stage } from '../model/dockerfile/stage.ts';
import { parseImageReference, unversioned } from '../model/image/reference.ts';
import type { Container, InheritedField } from '../model/kubernetes/container.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { Span } from '../text/source.ts';
import { Field } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/tree.ts';
import { bakeTargetsOf } from './bake.ts';
import type { Extracted, Fact } from './facts.ts';
import { type Setting, settingOf } from './workload-facts.ts';

/** A stage that can become an image: the last one, or one with a name. */
export interface BuiltStage {
  readonly name: string | undefined;
  readonly user: ImageUser;
  /** The image at the beginning of it all, where it is known; undefined for scratch. */
  readonly base: string | undefined;
  /** The number of the user it is made for, though it runs as root: the one that it gives its files to, or creates. */
  readonly runsAs: number | undefined;
  /** Whose number that is, in words. */
  readonly whose: string | undefined;
  /** What has to be true for it to start as that user, or as one of no account; a clause. */
  readonly needs: string | undefined;
  /** It starts another program than its base. */
  readonly hasEntrypoint: boolean;
  /** Users that files are given to by number. */
  readonly owners: readonly number[];
  /** Paths of VOLUME. */
  readonly volumes: readonly string[];
  /** Literal ports of EXPOSE below 1024. */
  readonly lowPorts: readonly number[];
  /** The program by which a process that starts as root becomes somebody else. */
  readonly stepsDown: string | undefined;
  /** Its places in the file are called `user3`, `volume3`, ... */
  readonly index: number;
}

export interface DockerfileFact extends Fact {
  /** The last one is the image itself. */
  readonly stages: readonly BuiltStage[];
  /** Everything of the build context is copied into the image. */
  readonly copiesContext: boolean;
}

/** A file that says from which Dockerfile an image is built. */
export interface BuildOrderFact extends Fact {
  /** Without tag and digest. */
  readonly image: string;
  /** Folder of the build context, as seen from the file's own. */
  readonly context: string;
  /** Seen from the context. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  /** A service of a Compose file that builds and runs it; others only build. */
  readonly isService: boolean;
  /** Ports below 1024 at which the service is reached. */
  readonly lowPorts: readonly number[];
  /** Where the service mounts volumes that are not read-only. */
  readonly mounts: readonly string[];
}

/** A script or a configuration file that a build may copy. */
export interface CopiedFileFact extends Fact, CopiedFile {}

/** Patterns that keep files out of a build context. */
export interface BuildIgnoreFact extends Fact {
  readonly patterns: readonly string[];
}

export interface ContainerFact extends Fact {
  readonly container: string;
  /** As written, without tag and digest. */
  readonly image: string;
  readonly runAsNonRoot: Setting;
  readonly runAsUser: number | 'unknown' | undefined;
  readonly readOnly: Setting;
  /** Where volumes are mounted; undefined when not all is known. */
  readonly mounts: readonly string[] | undefined;
  readonly lowPorts: readonly number[];
  readonly dropsAll: boolean;
  readonly adds: readonly string[];
  readonly noEscalation: boolean;
  /** It puts another program in the place of the image's. */
  readonly hasCommand: boolean;
  /** Files of volumes are given to a group of the pod. */
  readonly hasFsGroup: boolean;
  /** Ports below 1024 are open to everybody by a sysctl, or they are those of the node. */
  readonly lowPortsFree: boolean;
}

const nowhere = { apiVersion: '', kind: '', name: '', namespace: undefined };

export function dockerfileFactsOf(file: Dockerfile): readonly Extracted[] {
  const built = file.stages.filter((stage) => stage.isFinal || stage.name !== undefined);
  if (built.length === 0) return [];
  const places: Record<string, Span> = { name: file.finalStage?.anchor ?? { start: 0, end: 0 } };
  const stages = built.map((stage) => builtStageOf(stage, places));
  // What only builds stays behind.
  const copied = file.finalStage?.inForce.find(copiesContext);
  if (copied !== undefined) places['copy'] = copied.argument.span;
  const copiesAll = copied !== undefined;
  return [{ fact: { ...nowhere, factKind: 'dockerfile', stages, copiesContext: copiesAll }, dockerfile: file, places }];
}

function copiesContext({ keyword, words, flags, onbuild }: Instruction): boolean {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || onbuild || flags.some(({ name }) => name === 'from')) return false;
  return words.slice(0, -1).some(({ text }) => text === '.' || text === './' || text === '*');
}

function builtStageOf(stage: Stage, places: Record<string, Span>): BuiltStage {
  const { index } = stage;
  const { user, span } = imageUserOf(stage);
  places[`user${index}`] = span;
  const volumes: string[] = [];
  const lowPorts: number[] = [];
  const owners: number[] = [];
  let stepsDown: string | undefined;
  for (const instruction of stage.inForce) {
    const { keyword, words, json } = instruction;
    if (keyword === 'VOLUME') {
      const paths = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
      volumes.push(...paths.map((path) => instruction.resolve(path) ?? '').filter((path) => path.startsWith('/')));
      places[`volume${index}`] = instruction.argument.span;
    } else if (keyword === 'EXPOSE') {
      const low = words.map(({ text }) => Number(/^(\d+)(?:\/tcp)?$/i.exec(text)?.[1] ?? 0)).filter(isLow);
      lowPorts.push(...low);
      if (low.length > 0) places[`port${index}`] = instruction.argument.span;
    } else if (keyword === 'COPY' || keyword === 'ADD') {
      const owner = /^(\d+)/.exec(instruction.flag('chown')?.value ?? '')?.[1];
      if (owner !== undefined) owners.push(Number(owner));
    } else if (keyword === 'RUN') {
      for (const [, owner] of instruction.argument.text.matchAll(/\bchown (?:-\w+ ){0,3}(\d+)/g))
        owners.push(Number(owner));
    }
    const steps = stepDownIn(instruction);
    if (steps !== undefined) {
      stepsDown = steps;
      places[`step${index}`] = instruction.argument.span;
    }
  }
  const base = stage.image?.text;
  const instead = isRootImage(user) ? insteadOfRoot(stage) : { runsAs: undefined, whose: undefined, needs: undefined };
  const hasEntrypoint = stage.inForce.some(({ keyword }) => keyword === 'ENTRYPOINT');
  return { name: stage.name, user, base, ...instead, hasEntrypoint, owners, volumes, lowPorts, stepsDown, index };
}

const isRootImage = ({ kind }: ImageUser): boolean => kind === 'root' || kind === 'unknown';

const isLow = (port: number): boolean => port > 0 && port < 1024;

/** What only exists to give root away is not installed for anything else; other such programs have to be seen in use. */
function stepDownIn({ keyword, argument, onbuild }: Instruction): string | undefined {
  if (onbuild) return undefined;
  if (keyword === 'ENTRYPOINT' || keyword === 'CMD')
    return /(?<![\w-])(gosu|su-exec|setpriv|runuser|sudo)(?![\w-])/.exec(argument.text)?.[1];
  return keyword === 'RUN' || keyword === 'COPY'
    ? /(?<![\w-])(gosu|su-exec)(?![\w-])/.exec(argument.text)?.[1]
    : undefined;
}

/** Images that services of a Compose file are built into. Source: Compose Build Specification. */
export function composeOrdersOf(document: YamlDocument): readonly Extracted[] {
  return servicesOf(document).flatMap((service) => {
    const build = service.at('build');
    const image = service.image?.text;
    const context = build.string ?? build.at('context').string ?? (build.isMap ? '.' : undefined);
    if (image === undefined || context === undefined || build.at('dockerfile_inline').present) return [];
    return order(image, context, build.at('dockerfile'), build.at('target'), service.anchor, {
      lowPorts: portsOf(service),
      mounts: mountsOf(service),
    });
  });
}

/** Ports below 1024 of the container that a service publishes or exposes. */
function portsOf(service: Service): readonly number[] {
  return [...service.at('ports').items, ...service.at('expose').items].flatMap((item) => {
    const written = item.isMap ? item.at('target').text : item.text;
    const port = Number(/(?:^|:)(\d+)(?:\/\w+)?$/.exec(written ?? '')?.[1] ?? 0);
    return isLow(port) ? [port] : [];
  });
}

/** Paths in the container at which it mounts something that is written. */
function mountsOf(service: Service): readonly string[] {
  return service.at('volumes').items.flatMap((item) => {
    if (item.isMap) return item.at('read_only').is(true) ? [] : (item.at('target').text ?? []);
    const [first = '', second, options = ''] = (item.text ?? '').split(':');
    const path = second ?? first;
    return path.startsWith('/') && !/(?:^|,)ro(?:,|$)/.test(options) && !/^\/(?:etc|tmp|dev|sys|proc)\//.test(path)
      ? [path]
      : [];
  });
}

/** `build.artifacts` of a skaffold.yaml. Source: skaffold.dev, "skaffold.yaml". */
function skaffoldOrdersOf(resource: Resource): readonly Extracted[] {
  if (!/^skaffold\/v/.test(resource.apiVersion)) return [];
  return resource.at('build', 'artifacts').items.flatMap((artifact) => {
    const image = artifact.at('image').string;
    const docker = artifact.at('docker');
    const context = artifact.at('context');
    if (image === undefined || !(context.missing || context.string !== undefined)) return [];
    // Other builders (Jib, Bazel, ko, buildpacks) use no Dockerfile.
    if (['jib', 'bazel', 'ko', 'buildpacks', 'custom'].some((builder) => artifact.at(builder).present)) return [];
    return order(
      image,
      context.string ?? '.',
      docker.at('dockerfile'),
      docker.at('target'),
      artifact.at('image').anchor,
    );
  });
}

/** Targets of a Bake file in JSON. Source: Docker documentation, "Bake file reference". */
export function bakeOrdersOf(document: YamlDocument): readonly Extracted[] {
  return Field.root(document, false)
    .at('target')
    .entries.flatMap(([, target]) =>
      target
        .at('tags')
        .strings.flatMap(({ text, field }) =>
          order(text, target.at('context').string ?? '.', target.at('dockerfile'), target.at('target'), field.anchor),
        ),
    );
}

/** The same in HCL. */
export function bakeOrdersOfHcl(text: string): readonly Extracted[] {
  return bakeTargetsOf(text).flatMap(({ tags, context, dockerfile, target }) =>
    context === null || dockerfile === null || target === null
      ? []
      : tags.flatMap((tag) => orderOf({ image: tag.text, context: context ?? '.', dockerfile, target }, tag.span)),
  );
}

function order(
  image: string,
  context: string,
  dockerfile: Field,
  target: Field,
  name: Span,
  service?: Pick<BuildOrderFact, 'lowPorts' | 'mounts'>,
): readonly Extracted[] {
  const isKnown = (field: Field): boolean => field.state === 'absent' || field.string !== undefined;
  if (!isKnown(dockerfile) || !isKnown(target)) return [];
  return orderOf({ image, context, dockerfile: dockerfile.string, target: target.string }, name, service);
}

function orderOf(
  { image, ...from }: Pick<BuildOrderFact, 'image' | 'context' | 'dockerfile' | 'target'>,
  name: Span,
  service?: Pick<BuildOrderFact, 'lowPorts' | 'mounts'>,
): readonly Extracted[] {
  // The tag often comes from a variable, and says nothing here.
  const named = image.replace(/(?<=^|\/)([^/:]*):[^/$]*\$[^/]*$/, '$1');
  // Addresses are built elsewhere, and what a variable names nobody knows.
  if (/^[a-z+]+:\/\/|^git@|\$/.test(from.context) || named.includes('$')) return [];
  const reference = parseImageReference(named);
  const run = { isService: service !== undefined, ...(service ?? { lowPorts: [], mounts: [] }) };
  const fact = { ...nowhere, factKind: 'build-order' as const, image: unversioned(reference), ...from, ...run };
  return [{ fact, places: { name } }];
}

/** @param text of a script, or of the configuration of a server. @returns nothing where it says nothing of users and ports. */
export function copiedFileOf(path: string, text: string): readonly Extracted[] {
  const isScript = isScriptName(path);
  const needsRoot = isScript ? rootProgramInScript(text) : undefined;
  const listens = isScript
    ? []
    : [...text.matchAll(/^[ \t]*[Ll]isten[ \t]+(?:[\w.*[\]:]{0,64}:)?(\d{1,5})\b/gm)].map(([, port]) => Number(port));
  const pidFile = isScript ? undefined : /^[ \t]*pid[ \t]+([^\s;]+)/m.exec(text)?.[1];
  const fact = { ...nowhere, factKind: 'copied-file' as const, needsRoot, listens, pidFile };
  return [{ fact, places: { name: { start: 0, end: 0 } } }];
}

/** @param text of a `.dockerignore`. Source: Docker documentation, "Build context", .dockerignore files. */
export function buildIgnoreOf(text: string): readonly Extracted[] {
  const patterns = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return [{ fact: { ...nowhere, factKind: 'build-ignore', patterns }, places: { name: { start: 0, end: 0 } } }];
}

/** Of a manifest: what its containers ask of their images, and what it orders to be built. */
export function imageFactsOf(resource: Resource): readonly Extracted[] {
  const containers = resource.pods
    .filter((pod) => pod.isComplete)
    .flatMap((pod) => {
      const lowPortsFree = areLowPortsFree(pod);
      return pod.containers
        .filter(({ role, image }) => role !== 'ephemeral' && image !== undefined)
        .map((container) => containerFactOf(container, resource, lowPortsFree));
    });
  return [...containers, ...skaffoldOrdersOf(resource)];
}

/** Whether containers of the pod may listen below port 1024 without root. */
function areLowPortsFree(pod: Pod): boolean {
  const sysctls = pod.at('securityContext', 'sysctls').items;
  return (
    !pod.at('hostNetwork').missing || sysctls.some((item) => item.at('name').is('net.ipv4.ip_unprivileged_port_start'))
  );
}

function containerFactOf(container: Container, resource: Resource, lowPortsFree: boolean): Extracted {
  const { apiVersion, kind, name, namespace } = resource;
  const { pod, image, securityContext } = container;
  const effective = (key: InheritedField): Field => container.effective(key).field;
  const user = container.effective('runAsUser');
  const nonRoot = container.effective('runAsNonRoot');
  const mounted = container.at('volumeMounts');
  const mounts = mounted.items.map((mount) => mount.at('mountPath').text);
  const names = (list: string): readonly string[] =>
    securityContext.at('capabilities', list).strings.map(({ text }) => text.toUpperCase());
  const anchorOf = (field: Field): Span => (field.present ? field.anchor : container.anchor);
  const port = container.at('ports').items.find((item) => isLow(item.at('containerPort').integer ?? 0));
  return {
    fact: {
      apiVersion,
      kind,
      name,
      namespace,
      factKind: 'container',
      container: container.name,
      image: image === undefined ? '' : unversioned(image.reference),
      runAsNonRoot: nonRoot.missing ? undefined : (nonRoot.field.boolean ?? 'unknown'),
      runAsUser: user.missing ? undefined : (user.field.integer ?? 'unknown'),
      readOnly: settingOf(securityContext.at('readOnlyRootFilesystem')),
      mounts:
        (mounted.missing || mounted.isList) && mounts.every((path) => path !== undefined)
          ? (mounts as string[])
          : undefined,
      lowPorts: container
        .at('ports')
        .items.map((item) => item.at('containerPort').integer ?? 0)
        .filter(isLow),
      dropsAll: names('drop').includes('ALL'),
      adds: names('add'),
      noEscalation: securityContext.at('allowPrivilegeEscalation').is(false),
      hasCommand: !container.at('command').missing,
      hasFsGroup: !pod.at('securityContext', 'fsGroup').missing,
      lowPortsFree,
    },
    resource,
    places: {
      name: container.anchor,
      nonRoot: anchorOf(effective('runAsNonRoot')),
      user: anchorOf(effective('runAsUser')),
      readOnly: anchorOf(securityContext.at('readOnlyRootFilesystem')),
      drop: anchorOf(securityContext.at('capabilities', 'drop')),
      escalation: anchorOf(securityContext.at('allowPrivilegeEscalation')),
      port: port === undefined ? container.anchor : port.at('containerPort').anchor,
    },
  };
}
