/** What files make of other files: kustomizations, and namespaces that hold pods to a standard. Must not know rules. */

import type { FactWithoutRef } from '../../facts/kinds/index.ts';
import {
  type FileContext,
  fileContextOf,
  NamespaceRequirements,
  type PodSecurityRequirements,
  withRequirements,
} from '../../facts/questions/file-context.ts';
import type { Kustomization } from '../../model/kubernetes/kustomization.ts';
import { Kustomizations } from '../../model/kubernetes/kustomizations.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import type { Neighbourhood } from './units/deployment-units.ts';

export class FileLinks {
  #kustomizations = new Kustomizations();
  #requirements = new NamespaceRequirements();
  #isChanged = false;

  get kustomizations(): Kustomizations {
    return this.#kustomizations;
  }

  /** A copy that goes its own way from here. */
  fork(): FileLinks {
    const copy = new FileLinks();
    copy.#kustomizations = this.#kustomizations.fork();
    copy.#requirements = this.#requirements.fork();
    copy.#isChanged = this.#isChanged;
    return copy;
  }

  /** @param facts all that a file states. */
  learnNamespaces(path: string, facts: readonly FactWithoutRef[]): void {
    if (this.#requirements.learn(path, facts)) this.#isChanged = true;
  }

  /** @returns whether it says something else than before. */
  learnKustomization(path: string, kustomization: Kustomization | undefined): boolean {
    const isOther = this.#kustomizations.learn(path, kustomization);
    if (isOther) this.#isChanged = true;
    return isOther;
  }

  /** Whether files may have another context than at the last call. */
  takeChange(): boolean {
    const isChanged = this.#isChanged;
    this.#isChanged = false;
    return isChanged;
  }

  /** @param facts of the file itself. */
  contextOf(path: string, rules: RuleSet, facts: readonly FactWithoutRef[], neighbourhood: Neighbourhood): FileContext {
    const namespace = (): string | undefined => this.#kustomizations.namespaceFor(path);
    const fileContext = fileContextOf(path, this.#kustomizations);
    const isTold = rules.settings.byNamespace.length > 0 && this.#kustomizations.size > 0;
    return withRequirements(
      isTold ? { ...fileContext, namespace: namespace() } : fileContext,
      this.#requirementsIn(neighbourhood),
      facts,
      namespace,
    );
  }

  /** What all units of a file require of it, else those that are deployed once; where they differ, it depends on which one is deployed. */
  #requirementsIn({ deployed, common }: Neighbourhood): PodSecurityRequirements {
    const { all } = this.#requirements;
    if (deployed.length === 0 || all.size === 0) return all;
    const [found = all, ...others] = deployed.map((files) => this.#requirements.among(files));
    const isCommon = ([name, wish]: readonly [string, unknown]): boolean =>
      others.every((other) => JSON.stringify(other.get(name)) === JSON.stringify(wish));
    return new Map([...this.#requirements.among(common), ...[...found].filter(isCommon)]);
  }
}
