/** A blast radius with its places in texts, for hosts to show: facts become ranges of files here. */

import type { RelatedFact } from '../facts/fact.ts';
import type { WorkloadFact } from '../facts/kinds/workload.ts';
import { type RadiusItem, radiusOfSubject, radiusOfWorkload, type Subject } from '../facts/questions/blast-radius.ts';
import type { Position } from '../text/source.ts';
import { documentStartOf } from './analyse/fact-place.ts';
import type { Workspace } from './workspace.ts';

/** A place that decides. `File` says which file it is in, as the host names files. */
export type Reason<File> = File & {
  readonly message: string;
  /** Zero-based, in UTF-16 code units, as in LSP. */
  readonly range: { readonly start: Position; readonly end: Position };
};

/** A line of the blast radius. `File` is how the asker names files: a path, or a URI. */
export interface Item<File> extends Omit<RadiusItem, 'by'> {
  readonly by: readonly Reason<File>[];
}

/** The sections of a blast radius, in the order in which they are shown. */
export const radiusSections = ['reachedBy', 'reaches', 'may', 'host'] as const;
/** One of `radiusSections`. */
export type RadiusSection = (typeof radiusSections)[number];

/** Whose blast radius it is, and its lines by section. */
export type Radius<File> = { readonly [section in RadiusSection]: readonly Item<File>[] } & {
  readonly subject: { readonly kind: string; readonly name: string; readonly namespace: string | undefined };
};

/** The workloads of a scope that a person may mean. @param kind in any case. @param namespace undefined for any. */
export function workloadsNamed(
  workspace: Workspace,
  name: string,
  kind: string | undefined,
  namespace: string | undefined,
): readonly WorkloadFact[] {
  const facts = workspace.facts();
  return facts
    .named('workload', name)
    .filter((workload) => kind === undefined || workload.kind.toLowerCase() === kind.toLowerCase())
    .filter((workload) => namespace === undefined || (facts.namespaceOf(workload) ?? namespace) === namespace);
}

/** The workloads of a file. */
export function workloadsIn(workspace: Workspace, path: string): readonly WorkloadFact[] {
  return workspace.facts(path).byKind.workload.filter(({ ref }) => ref.file === path);
}

/** The workload whose object holds an offset of a file, or the only one of the file. */
export function workloadAt(workspace: Workspace, path: string, offset: number): WorkloadFact | undefined {
  const here = workloadsIn(workspace, path);
  if (here.length === 1) return here[0];
  const starts = here.flatMap((workload) => {
    const at = documentStartOf(workspace.record(path), workload.ref.ordinal);
    return at === undefined ? [] : [{ workload, at }];
  });
  // The last one that begins before it.
  return starts.filter(({ at }) => at <= offset).sort((a, b) => b.at - a.at)[0]?.workload;
}

/** @param fileOf how the host names the file of a path. */
export function blastRadius<File extends object>(
  workspace: Workspace,
  of: WorkloadFact | Subject,
  fileOf: (path: string) => File,
): Radius<File> {
  const facts = workspace.facts('ref' in of ? of.ref.file : undefined);
  const { subject, ...sections } = 'ref' in of ? radiusOfWorkload(facts, of) : radiusOfSubject(facts, of);
  const reason = ({ fact, place, message }: RelatedFact): readonly Reason<File>[] => {
    const at = workspace.locate(fact.ref, place);
    const lines = at === undefined ? undefined : workspace.lines(at.path);
    if (at === undefined || lines === undefined) return [];
    const range = { start: lines.positionAt(at.span.start), end: lines.positionAt(at.span.end) };
    return [{ ...fileOf(at.path), message, range }];
  };
  const items = (list: readonly RadiusItem[]): readonly Item<File>[] =>
    list.map((item) => ({ ...item, by: item.by.flatMap(reason) }));
  return {
    subject,
    reachedBy: items(sections.reachedBy),
    reaches: items(sections.reaches),
    may: items(sections.may),
    host: items(sections.host),
  };
}
