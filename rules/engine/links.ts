/** Where places of a file lead to, and who leads to one: references between facts as places in texts, for hosts to follow. */
import { type Reference, referencesOf, usesOf } from '../facts/questions/references.ts';
import type { Span } from '../text/source.ts';
import type { Located } from './analyse/fact-place.ts';
import type { Workspace } from './workspace.ts';

/** A place of a file that names something, and where that is. */
export interface Link {
  readonly span: Span;
  /** At least one. */
  readonly to: readonly Located[];
  /** What it is, in words: `the account`. */
  readonly what: string;
}

/** @param path of a file of the scope. @returns in the order of the text. */
export function linksIn(workspace: Workspace, path: string): readonly Link[] {
  return referencesOf(workspace.facts(path), path)
    .flatMap((reference) => linkOf(workspace, reference))
    .sort((a, b) => a.span.start - b.span.start);
}

function linkOf(workspace: Workspace, { from, to, what }: Reference): readonly Link[] {
  const span = workspace.locate(from.fact.ref, from.place)?.span;
  const places = to.flatMap(({ fact, place }) => workspace.locate(fact.ref, place) ?? []);
  return span === undefined || places.length === 0 ? [] : [{ span, to: places, what }];
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** @returns the links whose place holds an offset. */
export function linksAt(workspace: Workspace, path: string, offset: number): readonly Link[] {
  return linksIn(workspace, path).filter(({ span }) => holds(span, offset));
}

/** An account or a role with everybody who names it. */
export interface Uses {
  readonly declared: readonly Located[];
  readonly uses: readonly Located[];
}

/** @returns who names the accounts and roles that stand, or are named, at an offset; undefined where none is. */
export function usesAt(workspace: Workspace, path: string, offset: number): Uses | undefined {
  const facts = workspace.facts(path);
  const named = linksAt(workspace, path, offset).flatMap(({ to }) => to);
  const isMeant = (place: Located): boolean =>
    (place.path === path && holds(place.span, offset)) ||
    named.some((to) => to.path === place.path && to.span.start === place.span.start);
  const found = [...facts.byKind['service-account'], ...facts.byKind.role].flatMap((fact) => {
    const place = workspace.locate(fact.ref, 'name');
    return place !== undefined && isMeant(place) ? [{ fact, place }] : [];
  });
  if (found.length === 0) return undefined;
  const uses = found.flatMap(({ fact }) => usesOf(facts, fact));
  return {
    declared: found.map(({ place }) => place),
    uses: uses.flatMap(({ fact: { ref }, place }) => workspace.locate(ref, place) ?? []),
  };
}
