/** A blast radius with its places in texts, for hosts to show: facts become spans of files here. */
import {
  type BlastRadius,
  type RadiusItem,
  radiusOfSubject,
  radiusOfWorkload,
  type Subject,
} from '../model/workspace/blast-radius.ts';
import type { WorkloadFact } from '../model/workspace/workload-facts.ts';
import type { RelatedFact } from '../rule.ts';
import type { Span } from '../text/source.ts';
import type { Workspace } from './workspace.ts';

export interface LocatedReason {
  readonly message: string;
  readonly path: string;
  readonly span: Span;
}

export interface LocatedItem extends Omit<RadiusItem, 'by'> {
  readonly by: readonly LocatedReason[];
}

export const radiusSections = ['reachedBy', 'reaches', 'may', 'host'] as const;
export type RadiusSection = (typeof radiusSections)[number];

export interface LocatedRadius {
  readonly subject: {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
    readonly at: LocatedReason | undefined;
  };
  readonly sections: { readonly [section in RadiusSection]: readonly LocatedItem[] };
}

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

/** The workload whose object holds an offset of a file, or the only one of the file. */
export function workloadAt(workspace: Workspace, path: string, offset: number): WorkloadFact | undefined {
  const here = workspace.facts().byKind.workload.filter(({ ref }) => ref.file === path);
  if (here.length === 1) return here[0];
  const starts = here.flatMap((workload) => {
    const at = workspace.documentStart(workload.ref);
    return at === undefined ? [] : [{ workload, at }];
  });
  // The last one that begins before it.
  return starts.filter(({ at }) => at <= offset).sort((a, b) => b.at - a.at)[0]?.workload;
}

export function blastRadius(workspace: Workspace, of: WorkloadFact | Subject): LocatedRadius {
  const facts = workspace.facts();
  return located(workspace, 'ref' in of ? radiusOfWorkload(facts, of) : radiusOfSubject(facts, of));
}

function located(workspace: Workspace, { subject, ...sections }: BlastRadius): LocatedRadius {
  const reason = ({ fact, place, message }: RelatedFact): LocatedReason | undefined => {
    const at = workspace.locate(fact.ref, place);
    return at === undefined ? undefined : { ...at, message };
  };
  const items = (list: readonly RadiusItem[]): readonly LocatedItem[] =>
    list.map((item) => ({ ...item, by: item.by.flatMap((one) => reason(one) ?? []) }));
  return {
    subject: { ...subject, at: subject.at === undefined ? undefined : reason(subject.at) },
    sections: {
      reachedBy: items(sections.reachedBy),
      reaches: items(sections.reaches),
      may: items(sections.may),
      host: items(sections.host),
    },
  };
}
