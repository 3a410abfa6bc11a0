/** The rules on several files, by the root of these files: files of different roots do not know of each other. */

import type { Context, WorkspaceRule } from '../../contract/rule.ts';
import type { FactRef } from '../../facts/fact.ts';
import { type Facts, indexFacts } from '../../facts/index.ts';
import type { Kustomizations } from '../../model/kustomize/kustomizations.ts';
import { CrossFileScope } from './cross-file-scope.ts';
import { positionOf } from './fact-place.ts';
import type { FileRecord } from './file-record.ts';

/** One scope for each root; a file that moves to another root leaves the one before. */
export class CrossFileScopes {
  readonly #byRoot = new Map<string, CrossFileScope>();
  /** Facts by the root that was asked about, with what they were made of. */
  readonly #facts = new Map<string | undefined, { readonly of: readonly unknown[]; readonly facts: Facts }>();

  /** A copy that goes its own way from here. */
  fork(): CrossFileScopes {
    const copy = new CrossFileScopes();
    for (const [root, scope] of this.#byRoot) copy.#byRoot.set(root, scope.fork());
    for (const [root, known] of this.#facts) copy.#facts.set(root, known);
    return copy;
  }

  of(root: string): CrossFileScope {
    let scope = this.#byRoot.get(root);
    if (scope === undefined) {
      scope = new CrossFileScope();
      this.#byRoot.set(root, scope);
    }
    return scope;
  }

  /** Finds out again what belongs together. @returns whether that may have changed. */
  settle(): boolean {
    return [...this.#byRoot.values()].filter((one) => one.settle()).length > 0;
  }

  /** Something that facts are read with changed. */
  invalidate(rules: readonly WorkspaceRule[]): void {
    for (const one of this.#byRoot.values()) one.invalidate(rules);
  }

  /**
   * Runs the rules whose facts changed.
   * @param isRoot whether files of a root are left.
   * @returns the files that are spoken of otherwise than before.
   */
  refresh(
    rules: readonly WorkspaceRule[],
    kustomizations: Kustomizations,
    context: Context,
    isRoot: (root: string) => boolean,
  ): readonly string[] {
    return [...this.#byRoot].flatMap(([root, one]) => {
      // Its folder is gone.
      if (one.isEmpty && !isRoot(root)) this.#byRoot.delete(root);
      return [...one.refresh(rules, kustomizations, context)];
    });
  }

  /** @param root undefined: what all files say. @returns the same as before where no fact changed. */
  facts(root: string | undefined, kustomizations: Kustomizations): Facts {
    const asked = root === undefined ? [...this.#byRoot.values()] : [this.of(root)];
    const of = asked.flatMap((one) => one.version(kustomizations));
    const known = this.#facts.get(root);
    if (known?.of.length === of.length && of.every((part, i) => part === known.of[i])) return known.facts;
    const facts = indexFacts(
      asked.flatMap((one) => one.files()),
      kustomizations,
    );
    this.#facts.set(root, { of, facts });
    return facts;
  }

  /** Files whose findings point at a place of a file that stands elsewhere in its text than before. @param before files as they were, by path. */
  pointingAtMoved(
    before: ReadonlyMap<string, FileRecord>,
    now: (path: string) => FileRecord | undefined,
  ): readonly string[] {
    if (before.size === 0) return [];
    const isMoved = ({ file, ordinal }: FactRef, place: string): boolean => {
      const old = before.get(file);
      return old !== undefined && positionOf(old, ordinal, place) !== positionOf(now(file), ordinal, place);
    };
    return [...this.#byRoot.values()].flatMap((one) => one.pointingAt([...before.keys()], isMoved));
  }

  /** Why rules threw, which is no single file's doing. */
  failures(): readonly { readonly rule: string; readonly path: ''; readonly message: string }[] {
    const thrown = [...this.#byRoot.values()].flatMap((one) => one.failures());
    return thrown.map(([rule, message]) => ({ rule, path: '', message }));
  }
}
