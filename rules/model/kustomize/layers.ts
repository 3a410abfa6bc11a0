/**
 * What kustomizations make of one object, step by step as a build does it for all: patches, namespaces, names, labels and replicas. So an edit costs the
 * objects that it concerns. What a build reads from one object and writes into another is not done here. Knows no rules.
 */
import { joinPath } from '../../text/path.ts';
import { isPlainMap, type PlainMap } from '../../yaml/plain-value.ts';
import { Accumulator } from './build/accumulator.ts';
import { usualConfig } from './build/config.ts';
import { KustomizeError, UnknownError } from './build/errors.ts';
import { isEmpty, type Json, jsonOf, type MapNode, nodeOfJson } from './build/node.ts';
import type { PatchSource } from './build/patches.ts';
import { Resource } from './build/resource.ts';
import { Schemas } from './build/schema.ts';
import { type Step, stepsOf } from './build/steps.ts';
import { changingFields, isRemote, type Kustomization } from './kustomization.ts';
import { longestPatch } from './patch.ts';

/** One entry of a kustomization. The same object as long as it, and the file that it names, say the same. */
export interface LayerStep {
  /** What it is and says, as a text that is equal where the same is done. */
  readonly key: string;
  readonly step: Step;
  /** It is for some objects alone. */
  readonly isPatch: boolean;
  /** As of `Step`. */
  readonly names: readonly string[] | undefined;
}

/** Of one kustomization, those patches that may be for anything; each is tried on every object. */
const mostGeneral = 200;

const forSome: ReadonlySet<string> = new Set(['patchesStrategicMerge', 'patches', 'patchesJson6902', 'replicas']);

/** What one kustomization does, looked up by the names of objects. */
export class Layer {
  readonly #steps: readonly LayerStep[];
  readonly #byName = new Map<string, number[]>();
  /** Those that may be for anything. */
  readonly #general: number[] = [];
  readonly #byEntry: ReadonlyMap<string, LayerStep>;
  readonly prefix: string;
  readonly suffix: string;

  /** @param textOf of a file that is a patch; undefined where it is not known. @param before as it was, whose equal steps are kept. */
  constructor({ folder, changes }: Kustomization, textOf: (path: string) => string | undefined, before?: Layer) {
    const written = JSON.parse(changes) as Readonly<Record<string, Json>>;
    const byEntry = new Map<string, LayerStep>();
    const known = before === undefined ? byEntry : before.#byEntry;
    for (const field of changingFields)
      for (const [entry, path] of entriesOf(field, written[field])) {
        const text = path === undefined ? '' : isRemote(path) ? undefined : textOf(joinPath(folder, path));
        if (text === undefined || text.length > longestPatch || entry.length > longestPatch) continue;
        const step = stepOf(entry, text, forSome.has(field), known.get(entry));
        if (step !== undefined) byEntry.set(entry, step);
      }
    this.#byEntry = byEntry;
    this.#steps = [...byEntry.values()];
    for (const [at, { names, isPatch }] of this.#steps.entries()) this.#index(at, names, isPatch);
    this.prefix = textOr(written['namePrefix']);
    this.suffix = textOr(written['nameSuffix']);
  }

  /** @param names that objects have, or had. @returns what may be for one of them, in the order in which it is done. */
  for(names: Iterable<string>): readonly LayerStep[] {
    const found = new Set(this.#general);
    for (const name of names) for (const at of this.#byName.get(name) ?? []) found.add(at);
    return [...found].sort((a, b) => a - b).flatMap((at) => this.#steps[at] ?? []);
  }

  #index(at: number, names: LayerStep['names'], isPatch: boolean): void {
    if (names === undefined && (!isPatch || this.#general.length < mostGeneral)) this.#general.push(at);
    for (const name of new Set(names)) {
      const known = this.#byName.get(name) ?? [];
      this.#byName.set(name, known);
      known.push(at);
    }
  }
}

const textOr = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** @returns each entry as a kustomization of its own, in JSON, with the file that it names. */
function entriesOf(field: string, value: Json | undefined): readonly (readonly [string, string | undefined])[] {
  if (value === undefined || value === null) return [];
  const isList = Array.isArray(value);
  return (isList ? (value as readonly Json[]) : [value]).map((item) => [
    JSON.stringify({ [field]: isList ? [item] : item }),
    forSome.has(field) && field !== 'replicas' ? fileOf(item) : undefined,
  ]);
}

function fileOf(item: Json): string | undefined {
  if (typeof item === 'string') return item.includes('\n') ? undefined : item;
  const path = isPlainMap(item) ? item['path'] : undefined;
  return typeof path === 'string' ? path : undefined;
}

const schemas = new Schemas();

/** @param before the step of the same entry, which counts as long as somebody types what cannot be read. */
function stepOf(entry: string, text: string, isPatch: boolean, before: LayerStep | undefined): LayerStep | undefined {
  const key = `${entry}\n${text}`;
  if (before?.key === key) return before;
  const file: PatchSource['file'] = (path) => ({ text, path });
  const source: PatchSource = { file, nodes: () => [], schemas, isPartial: true, isLenient: true };
  const [step] = stepsOf(nodeOfJson(JSON.parse(entry) as Json) as MapNode, source);
  const names = step === undefined ? undefined : attempt(() => ({ found: step.names() }));
  return step === undefined || names === undefined ? before : { key, step, isPatch, names: names.found };
}

/** @returns undefined where Kustomize refuses it, or nobody can say what it makes. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof KustomizeError || error instanceof UnknownError) return undefined;
    throw error;
  }
}

/**
 * @param steps of all kustomizations on the way to be deployed, the innermost first.
 * @returns the object as it is deployed, under its own name and namespace; the same where no patch is for it; undefined where it is deleted or nobody can tell.
 */
export function deployed(object: PlainMap, steps: readonly LayerStep[]): PlainMap | undefined {
  const all = new Accumulator();
  all.addConfig(usualConfig);
  const resource = new Resource(nodeOfJson(object) as MapNode);
  const { name, namespace } = resource;
  const isPatched = attempt(() => {
    all.resources.add(resource);
    let count = 0;
    for (const { step } of steps) {
      count += step.run(all) ?? 0;
      if (isEmpty(resource.node)) return undefined;
    }
    return count > 0;
  });
  if (isPatched === false) return object;
  if (isPatched === undefined) return undefined;
  // Who refers to it does so by its own name, in the same files; the namespace is told of all objects of a file.
  resource.name = name;
  resource.namespace = namespace;
  const result = jsonOf(resource.node);
  return isPlainMap(result) ? result : undefined;
}
