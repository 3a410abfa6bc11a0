/** What a kustomization has gathered: objects, the fields that transformers change, and variables. Source: api/internal/accumulator. */
import { type Config, emptyConfig, mergedConfig } from './config.ts';
import { KustomizeError } from './errors.ts';
import type { Node } from './node.ts';
import { Resources } from './resources.ts';
import { noteVariable } from './variables.ts';

/** What one kustomization, or a component together with it, has. */
export class Accumulator {
  readonly resources = new Resources();
  config: Config = emptyConfig;
  readonly variables = new Map<string, Node>();

  /** @throws KustomizeError where both have the same object or variable. */
  absorb(other: Accumulator): void {
    this.resources.addAll(other.resources.all);
    this.addConfig(other.config);
    for (const [name, variable] of other.variables) this.#addVariable(name, variable);
  }

  addConfig(config: Config): void {
    this.config = mergedConfig(this.config, config);
  }

  /** @param variables entries of `vars` with their names. */
  addVariables(variables: readonly (readonly [name: string, variable: Node])[]): void {
    for (const [name, variable] of variables) noteVariable(this.resources, name, variable);
    for (const [name, variable] of variables) this.#addVariable(name, variable);
  }

  #addVariable(name: string, variable: Node): void {
    if (this.variables.has(name)) throw new KustomizeError(`the variable ${name} exists twice`);
    this.variables.set(name, variable);
  }
}
