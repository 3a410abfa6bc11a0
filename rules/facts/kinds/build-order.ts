/** Which file builds which image from which Dockerfile: Compose, Skaffold and Bake files. */

import { type Service, servicesOf } from '../../model/compose/service.ts';
import { bakeTargetsOf } from '../../model/dockerfile/bake.ts';
import { parseImageReference, unversioned } from '../../model/image/reference.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { isPrivilegedPort } from '../../model/port.ts';
import { baseName } from '../../text/path.ts';
import type { Span } from '../../text/source.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { type Fact, type FactSource, type Statement, startOfFile } from '../fact.ts';

/** A file that says from which Dockerfile an image is built. */
export interface BuildOrderFact extends Fact {
  /** Without tag and digest; undefined where Compose names it after the project. */
  readonly image: string | undefined;
  /** Folder of the build context, as seen from the file's own. */
  readonly context: string;
  /** Seen from the context. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  /** Further contexts, by the names that FROM and COPY use. */
  readonly contexts: readonly string[];
  /** A service of a Compose file that builds and runs it; others only build. */
  readonly isService: boolean;
  /** Ports below 1024 at which the service is reached. */
  readonly lowPorts: readonly number[];
  /** Where the service mounts volumes that are not read-only. */
  readonly mounts: readonly string[];
}

type Order = Statement<BuildOrderFact>;

export const buildOrder: FactSource<BuildOrderFact> = {
  toldByPatches: true,
  objects: { of: 'every kind', evenPartial: true, extract: skaffoldOrdersOf },
  compose: composeOrdersOf,
  buildContext(path, text) {
    const type = /^docker-bake(?:\.override)?\.(hcl|json)$/.exec(baseName(path))?.[1];
    if (type === undefined) return undefined;
    return type === 'hcl' ? bakeOrdersOfHcl(text) : bakeOrdersOf(parseDocument(text));
  },
};

/** Images that services of a Compose file are built into, with or without a name. Source: Compose Build Specification. */
function composeOrdersOf(document: YamlDocument): readonly Order[] {
  return servicesOf(document).flatMap((service) => {
    const build = service.at('build');
    const inline = build.at('dockerfile_inline');
    if (!service.isBuilt || inline.present) return [];
    const known = (field: Field): string | null | undefined =>
      field.state === 'absent' ? undefined : (service.known(field) ?? null);
    const [dockerfile, target] = [known(build.at('dockerfile')), known(build.at('target'))];
    const context = known(build.string === undefined ? build.at('context') : build);
    if (context === null || dockerfile === null || target === null) return [];
    return orderOf(
      {
        image: service.image?.text,
        context: context ?? '.',
        dockerfile,
        target,
        contexts: service.buildContexts,
      },
      service.anchor,
      { lowPorts: portsOf(service), mounts: mountsOf(service) },
    );
  });
}

/** Ports below 1024 of the container that a service publishes or exposes. */
function portsOf(service: Service): readonly number[] {
  return [...service.at('ports').items, ...service.at('expose').items].flatMap((item) => {
    const written = item.isMap ? item.at('target').text : item.text;
    const port = Number(/(?:^|:)(\d+)(?:\/\w+)?$/.exec(written ?? '')?.[1] ?? 0);
    return isPrivilegedPort(port) ? [port] : [];
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
function skaffoldOrdersOf(resource: Resource): readonly Order[] {
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
function bakeOrdersOf(document: YamlDocument): readonly Order[] {
  return Field.root(document, false)
    .at('target')
    .entries.flatMap(([, target]) =>
      target.at('tags').strings.flatMap(({ text, field }) =>
        order(
          text,
          target.at('context').string ?? '.',
          target.at('dockerfile'),
          target.at('target'),
          field.anchor,
          target.at('contexts').entries.map(([name]) => name),
        ),
      ),
    );
}

/** The same in HCL. */
function bakeOrdersOfHcl(text: string): readonly Order[] {
  return bakeTargetsOf(text).flatMap(({ tags, context, dockerfile, target }) =>
    context === null || dockerfile === null || target === null
      ? []
      : orUntagged(
          tags.map((tag) => ({ text: tag.text, at: tag.span })),
          startOfFile,
        ).flatMap(({ text: image, at }) =>
          orderOf({ image, context: context ?? '.', dockerfile, target, contexts: [] }, at),
        ),
  );
}

interface Tag {
  readonly text: string | undefined;
  readonly at: Span;
}

/** What has no tag is built all the same, and named by whoever calls. */
const orUntagged = (tags: readonly Tag[], at: Span): readonly Tag[] =>
  tags.length === 0 ? [{ text: undefined, at }] : tags;

function order(
  image: string | undefined,
  context: string,
  dockerfile: Field,
  target: Field,
  name: Span,
  contexts: readonly string[] = [],
): readonly Order[] {
  const isKnown = (field: Field): boolean => field.state === 'absent' || field.string !== undefined;
  if (!isKnown(dockerfile) || !isKnown(target)) return [];
  return orderOf({ image, context, dockerfile: dockerfile.string, target: target.string, contexts }, name);
}

function orderOf(
  { image, ...from }: Pick<BuildOrderFact, 'image' | 'context' | 'dockerfile' | 'target' | 'contexts'>,
  name: Span,
  service?: Pick<BuildOrderFact, 'lowPorts' | 'mounts'>,
): readonly Order[] {
  // The tag often comes from a variable, and says nothing here.
  const named = image?.replace(/(?<=^|\/)([^/:]*):[^/$]*\$[^/]*$/, '$1');
  // Addresses are built elsewhere, and what a variable names nobody knows.
  if (/^[a-z+]+:\/\/|^git@|\$/.test(from.context)) return [];
  if (service === undefined && named?.includes('$') === true) return [];
  const known = named === undefined || named.includes('$') ? undefined : unversioned(parseImageReference(named));
  const run = { isService: service !== undefined, ...(service ?? { lowPorts: [], mounts: [] }) };
  return [{ says: { image: known, ...from, ...run }, places: { name } }];
}
