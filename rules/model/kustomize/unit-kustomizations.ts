/** What the kustomizations of one deployment unit make of its files: namespaces and labels are those of this unit, whatever others do with the same base. */
import type { Labels } from '../kubernetes/labels.ts';
import { type Kustomizations, noLabels } from './kustomizations.ts';
import { type Way, Ways } from './ways.ts';

/** What is asked of kustomizations where facts are put together. */
export type AroundFacts = Pick<Kustomizations, 'namespaceFor' | 'labelsFor' | 'arePatched' | 'renamed' | 'all'>;

interface Given {
  readonly namespace: string | undefined;
  readonly labels: Labels | undefined;
}

/** The namespaces and labels that a unit gives. */
export class UnitKustomizations implements AroundFacts {
  readonly #all: Kustomizations;
  readonly #files: ReadonlySet<string>;
  readonly #ways: Ways;
  /** The same for the same file, so that what hangs on it need not be made again. */
  readonly #given = new Map<string, Given>();

  /** @param files of the unit; of others the whole scope is asked. */
  constructor(all: Kustomizations, files: ReadonlySet<string>) {
    this.#all = all;
    this.#files = files;
    this.#ways = new Ways(all, files);
  }

  get arePatched(): boolean {
    return this.#all.arePatched;
  }

  renamed(name: string): readonly string[] {
    return this.#all.renamed(name);
  }

  all(): ReturnType<Kustomizations['all']> {
    return this.#all.all();
  }

  /** As of all kustomizations. */
  namespaceFor(file: string): string | undefined {
    return this.#files.has(file) ? this.#givenTo(file).namespace : this.#all.namespaceFor(file);
  }

  /** As of all kustomizations. */
  labelsFor(file: string): Labels | undefined {
    return this.#files.has(file) ? this.#givenTo(file).labels : this.#all.labelsFor(file);
  }

  #givenTo(file: string): Given {
    let given = this.#given.get(file);
    if (given === undefined) {
      const ways = this.#ways.to(file);
      given = { namespace: common(ways.map(namespaceOn)), labels: ways.length === 0 ? undefined : labelsOn(ways) };
      this.#given.set(file, given);
    }
    return given;
  }
}

/** The outermost one wins. */
const namespaceOn = (way: Way): string | undefined =>
  way.reduce<string | undefined>((found, { namespace }) => namespace ?? found, undefined);

const common = <T>([first, ...others]: readonly T[]): T | undefined =>
  others.every((other) => other === first) ? first : undefined;

/** @returns undefined where ways give different ones. */
function labelsOn(ways: readonly Way[]): Labels | undefined {
  const all = ways.map((way) => Object.assign({}, ...way.map(({ labels }) => labels)) as Labels);
  const [first = noLabels] = all;
  if (common(all.map((labels) => JSON.stringify(labels))) === undefined) return undefined;
  return Object.keys(first).length === 0 ? noLabels : first;
}
