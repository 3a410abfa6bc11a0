/** What the three kinds of patches of a kustomization do. Sources: api/internal/builtins, Patch*Transformer. */
import { KustomizeError } from './errors.ts';
import { type Id, shown } from './identity.ts';
import { operated } from './json-operations.ts';
import { mergedInto } from './merge.ts';
import { at, clone, isEmpty, isTrue, itemsAt, mapAt, mapNode, type Node, textAt, textNode } from './node.ts';
import { operationsIn, resourcesIn } from './objects.ts';
import type { Resource } from './resource.ts';
import type { Resources } from './resources.ts';
import type { Schemas } from './schema.ts';
import { selected } from './select.ts';

/** Where the text of a patch comes from. */
export interface PatchSource {
  /** Reads a file below the kustomization's folder; its full path with it. */
  readonly file: (path: string) => { readonly text: string; readonly path: string };
  /** Reads the values in a file, items of a list each for itself. */
  readonly nodes: (path: string) => readonly Node[];
  readonly schemas: Schemas;
  /** Parts of the build are unknown, so that a patch may be for one of them. */
  readonly isPartial: boolean;
  /** A patch whose apiVersion is not written yet is for what it names otherwise. */
  readonly isLenient?: true;
}

/** A patch that was read, for as many objects as there are. */
export interface ReadPatch {
  /** Names of all that it may be for; undefined where that may be anything. */
  readonly names: readonly string[] | undefined;
  /** @returns how many objects it was for. @throws KustomizeError where it does not fit. */
  readonly run: (resources: Resources) => number;
}

/** @param config an entry of `patches`: `path` or `patch`, `target`, `options`. @throws KustomizeError for what is no patch. */
export function readPatch(config: Node, source: PatchSource): ReadPatch {
  const [written, path] = [textAt(config, 'patch')?.trim() ?? '', textAt(config, 'path') ?? ''];
  if (written === '' && path === '') throw new KustomizeError('a patch has neither patch nor path');
  if (written !== '' && path !== '') throw new KustomizeError('a patch has both patch and path');
  const { text, path: from } = path === '' ? { text: written, path: '' } : source.file(path);
  const target = at(config, 'target');
  const operations = operationsIn(text, from);
  if (operations !== undefined) return readOperations(operations, target);
  const patches = resourcesIn(text, from);
  const allowed = {
    name: isTrue(at(config, 'options', 'allowNameChange')),
    kind: isTrue(at(config, 'options', 'allowKindChange')),
  };
  if (target === undefined) return merging(patches, source, allowed);
  if (patches.length > 1) throw new KustomizeError('several patches in one entry cannot have one target');
  return {
    names: namesOf(target),
    run: (resources) => {
      const targets = patches.length === 0 ? [] : selected(resources, target);
      for (const one of patches) for (const resource of targets) mergeInto(resource, one, source.schemas, allowed);
      resources.dropEmpty();
      resources.check();
      return targets.length;
    },
  };
}

function readOperations(operations: Node, target: Node | undefined): ReadPatch {
  if (target === undefined) throw new KustomizeError('a JSON patch has no target');
  return {
    names: namesOf(target),
    run: (resources) => {
      const targets = selected(resources, target);
      for (const resource of targets) {
        resource.remember();
        operate(resource, operations);
      }
      return targets.length;
    },
  };
}

/** Patches that name what they are for. */
function merging(
  patches: readonly Resource[],
  source: PatchSource,
  allowed: { readonly name?: boolean; readonly kind?: boolean } = {},
): ReadPatch {
  return {
    names: patches.map(({ name }) => name),
    run: (resources) => {
      let count = 0;
      for (const one of patches) {
        const targets = targetOf(resources, one, source);
        for (const resource of targets) mergeInto(resource, one, source.schemas, allowed);
        count += targets.length;
        resources.dropEmpty();
      }
      return count;
    },
  };
}

/** A name is an expression. */
function namesOf(target: Node): readonly string[] | undefined {
  const name = textAt(target, 'name') ?? '';
  return /^[\w-]+$/.test(name) ? [name] : undefined;
}

/** @param text an entry of `patchesStrategicMerge`: patches, or a path to a file of them. */
export function readStrategicPatch(text: string, source: PatchSource): ReadPatch {
  const own = patchesIn(text);
  if (own !== undefined) return merging(own, source);
  const file = source.file(text);
  return merging(resourcesIn(file.text, file.path), source);
}

/** A path is YAML, too: a text. @returns undefined for what holds no objects. */
function patchesIn(text: string): readonly Resource[] | undefined {
  try {
    const found = resourcesIn(text, '');
    return found.length === 0 ? undefined : found;
  } catch (error) {
    if (error instanceof KustomizeError) return undefined;
    throw error;
  }
}

/** @param config an entry of `patchesJson6902`. @throws KustomizeError for what is no patch. */
export function readJsonPatch(config: Node, source: PatchSource): ReadPatch {
  const [written, path] = [textAt(config, 'patch') ?? textAt(config, 'jsonOp'), textAt(config, 'path')];
  const target = at(config, 'target');
  if (target === undefined || (textAt(target, 'name') ?? '') === '')
    throw new KustomizeError('a JSON patch has no target name');
  const { text, path: from } = path === undefined ? { text: written ?? '', path: '' } : source.file(path);
  const operations = operationsIn(text, from);
  if (operations === undefined || itemsAt(operations).length === 0)
    throw new KustomizeError('a JSON patch has no operations');
  return {
    names: namesOf(target),
    run: (resources) => {
      const targets = selected(resources, target);
      for (const resource of targets) operate(resource, operations);
      return targets.length;
    },
  };
}

/** Runs a JSON patch on an object. @throws KustomizeError where it leads to what is not there. */
function operate(resource: Resource, operations: Node): void {
  // Kustomize keeps what it remembers in annotations, so that a patch may add one where an object has none.
  if (resource.isRemembered) mapAt(resource.node, 'metadata', 'annotations');
  const result = operated(resource.node, operations);
  if (result.kind !== 'map') throw new KustomizeError('a JSON patch leaves no object');
  resource.node = result;
  const annotations = at(result, 'metadata', 'annotations');
  if (resource.isRemembered && annotations?.kind === 'map' && annotations.entries.size === 0)
    mapAt(result, 'metadata').entries.delete('annotations');
}

/** The one object that a patch without a target names. */
function targetOf(resources: Resources, { id }: Resource, { isPartial, isLenient }: PatchSource): readonly Resource[] {
  const isAlike = isLenient === true && id.group === '' && id.version === '';
  const found = isAlike ? resources.all.filter((one) => isOfName(one, id)) : resources.called(id);
  if (found.length > 1) throw new KustomizeError(`a patch may be for several objects: ${shown(id)}`);
  if (found.length === 0 && !isPartial) throw new KustomizeError(`a patch is for no object: ${shown(id)}`);
  return found;
}

/** Whether it is, or was, what is named by kind, name and, where there is one, namespace. */
const isOfName = ({ allIds }: Resource, { kind, name, namespace }: Id): boolean =>
  allIds.some((id) => id.kind === kind && id.name === name && (namespace === '' || id.namespace === namespace));

/**
 * Lays a part of an object over an object. Its name, kind and namespace stay, unless they may be changed; one that is deleted is an empty map.
 * @throws KustomizeError where they do not fit.
 */
function mergeInto(
  resource: Resource,
  { node: patchNode, kind: patchKind }: Resource,
  schemas: Schemas,
  allowed: { readonly name?: boolean; readonly kind?: boolean } = {},
): void {
  const { namespace, kind, apiVersion } = resource;
  const name = at(resource.node, 'metadata', 'name');
  if (allowed.name === true || allowed.kind === true) resource.remember();
  const own = clone(patchNode);
  own.entries.set('apiVersion', at(resource.node, 'apiVersion') ?? textNode(apiVersion));
  if (patchKind !== '') own.entries.set('kind', textNode(patchKind));
  const merged = mergedInto(resource.node, own, schemas);
  if (merged === undefined || merged.kind !== 'map' || isEmpty(merged)) {
    resource.node = mapNode();
    return;
  }
  resource.node = merged;
  if (allowed.kind !== true) resource.kind = kind;
  if (allowed.name !== true && name !== undefined) mapAt(merged, 'metadata').entries.set('name', name);
  resource.namespace = namespace;
}
