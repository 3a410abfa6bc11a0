/** What kustomizations change of the objects of a file, on each way to deploy it. */
import type { Overlay } from '../../../facts/questions/file-context.ts';
import type { Kustomization } from '../../../model/kustomize/kustomization.ts';
import type { Kustomizations } from '../../../model/kustomize/kustomizations.ts';
import { Layer, type LayerStep } from '../../../model/kustomize/layers.ts';
import { type Way, Ways } from '../../../model/kustomize/ways.ts';
import type { Neighbourhood } from './deployment-units.ts';

/** A file with the names of its objects. */
interface Named {
  readonly path: string;
  readonly names: readonly string[];
}

/** The overlays of all files of a scope. What was worked out is kept until kustomizations or patches say something else. */
export class Overlays {
  #ways = new WeakMap<ReadonlySet<string>, Ways>();
  /** By folder, with the change after which each was made. */
  readonly #layers = new Map<string, { readonly layer: Layer; readonly since: number }>();
  #changes = 0;

  /** Kustomizations or patches say something else. */
  forget(): void {
    this.#ways = new WeakMap();
    this.#changes++;
  }

  /** @param texts of patches, by path. @returns none where no kustomization patches any of the objects. */
  of(
    { path, names }: Named,
    deployed: Neighbourhood['deployed'],
    kustomizations: Kustomizations,
    texts: ReadonlyMap<string, string>,
  ): readonly Overlay[] {
    const layerOf = (one: Kustomization): Layer => this.#layerOf(one, texts);
    const found = deployed.flatMap(({ folder: unit, files }) =>
      this.#waysIn(files, kustomizations)
        .to(path)
        .map((way) => ({ unit, steps: stepsOn(way, names, layerOf) })),
    );
    return found.some(({ steps }) => steps.some(({ isPatch }) => isPatch)) ? found : [];
  }

  #waysIn(files: ReadonlySet<string>, kustomizations: Kustomizations): Ways {
    let ways = this.#ways.get(files);
    if (ways === undefined) {
      ways = new Ways(kustomizations, files);
      this.#ways.set(files, ways);
    }
    return ways;
  }

  #layerOf(one: Kustomization, texts: ReadonlyMap<string, string>): Layer {
    const known = this.#layers.get(one.folder);
    if (known?.since === this.#changes) return known.layer;
    // Made anew of the parts that say the same.
    const layer = new Layer(one, (path) => texts.get(path), known?.layer);
    this.#layers.set(one.folder, { layer, since: this.#changes });
    return layer;
  }
}

/** Above a kustomization that gives other names, patches may be for both. */
function stepsOn(way: Way, names: readonly string[], layerOf: (one: Kustomization) => Layer): readonly LayerStep[] {
  const steps: LayerStep[] = [];
  let current = names;
  const all = new Set(names);
  for (const layer of way.map(layerOf)) {
    // Its prefix is there before its JSON patches and replicas.
    const { prefix, suffix } = layer;
    if (prefix !== '' || suffix !== '') {
      current = current.map((name) => `${prefix}${name}${suffix}`);
      for (const name of current) all.add(name);
    }
    steps.push(...layer.for(all));
  }
  return steps;
}
