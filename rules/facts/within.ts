/** The facts of some files of a scope alone, as if the others were not there. */
import type { Facts } from './index.ts';
import type { FactsByKind } from './kinds/index.ts';

/** @param files paths. @returns facts in which only these files speak; kustomizations still give namespaces. */
export function factsWithin(facts: Facts, files: ReadonlySet<string>): Facts {
  const only = <F extends { readonly ref: { readonly file: string } }>(all: readonly F[]): readonly F[] =>
    all.filter(({ ref }) => files.has(ref.file));
  const byKind = Object.fromEntries(
    Object.entries(facts.byKind).map(([kind, all]) => [kind, only(all as FactsByKind['workload'])]),
  ) as unknown as FactsByKind;
  return {
    ...facts,
    byKind,
    near: (kind, fact) => only(facts.near(kind, fact)) as FactsByKind[typeof kind],
    named: (kind, name) => only(facts.named(kind, name)) as FactsByKind[typeof kind],
  };
}
