/** What a kustomization is built into, as text and as plain objects. */
import { readable } from '../../template/chart/manifests.ts';
import { Int, Unknown, type Value } from '../../template/value/value.ts';
import { toYaml } from '../../template/yaml/write.ts';
import { build } from './build.ts';
import { KustomizeError, UnknownError } from './errors.ts';
import type { KustomizeFiles } from './kustomization-file.ts';
import { type Json, jsonOf, type Node } from './node.ts';

/** Objects as YAML and as JSON, or in one line why there are none. */
export type Rendered =
  | { readonly yaml: string; readonly objects: readonly Json[]; readonly unknown: readonly string[] }
  | { readonly refused: string };

/**
 * @param folder that holds the kustomization. @returns all objects; in `unknown` why some are missing. What Kustomize refuses, and what is too large, is
 *   refused with its reason.
 */
export function renderKustomization(files: KustomizeFiles, folder: string): Rendered {
  try {
    const { resources, unknown } = build(files, folder);
    const yaml = resources.map(({ node }) => `${readable(toYaml(valueOf(node)))}\n`).join('---\n');
    return { yaml, objects: resources.map(({ node }) => jsonOf(node)), unknown };
  } catch (error) {
    if (error instanceof KustomizeError || error instanceof UnknownError) return { refused: error.message };
    throw error;
  }
}

function valueOf(node: Node): Value {
  if (node.kind === 'list') return node.items.map(valueOf);
  if (node.kind === 'map') return new Map([...node.entries].map(([key, value]) => [key, valueOf(value)]));
  if (node.unknown !== undefined) return new Unknown(node.unknown);
  return typeof node.value === 'number' && Number.isSafeInteger(node.value) ? new Int(node.value) : node.value;
}
