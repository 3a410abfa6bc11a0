/**
 * Which files install what others made: all objects of a program in one file, as a chart or a release has them. Their authors, not those who copied the file,
 * decide what stands in it. Must not know of findings.
 */
import type { Resource } from '../../../model/kubernetes/resource.ts';

/** What the objects of a document, or of a file, say of where they come from. */
export interface ReleaseMarks {
  /** Objects that say which chart they were rendered from. */
  readonly charted: number;
  /** Objects that bear the version of their program. */
  readonly versioned: number;
  /** Definitions of kinds. */
  readonly definitions: number;
  /** Roles for the whole cluster. */
  readonly roles: number;
  readonly workloads: number;
}

/** @param text of the document, whose first lines may say where it was rendered. */
export function releaseMarksOf(resources: readonly Resource[], text: string): ReleaseMarks {
  const count = (is: (resource: Resource) => boolean): number => resources.filter(is).length;
  const label = (resource: Resource, name: string) => resource.at('metadata', 'labels', name).text ?? '';
  const isRendered = text
    .slice(0, headLength)
    .split('\n')
    .some((line) => line.startsWith('# Source: ') && line.includes('/templates/'));
  return {
    charted: count(
      (resource) =>
        label(resource, 'helm.sh/chart') !== '' || /^(?:Helm|Tiller)$/.test(label(resource, 'heritage')) || isRendered,
    ),
    versioned: count((resource) => label(resource, 'app.kubernetes.io/version') !== ''),
    definitions: count(({ kind }) => kind === 'CustomResourceDefinition'),
    roles: count(({ kind }) => kind === 'ClusterRole'),
    workloads: count(({ pods }) => pods.length > 0),
  };
}

/** Characters in which the comment above an object stands. */
const headLength = 300;

/**
 * @param documents of one file, in order. @param size of the file in characters.
 * @returns whether it installs a program with all that this needs of the cluster, and says that it was made by a tool.
 */
export function isRelease(documents: readonly (ReleaseMarks | undefined)[], size: number): boolean {
  const sum = (of: keyof ReleaseMarks): number => documents.reduce((all, marks) => all + (marks?.[of] ?? 0), 0);
  if (sum('workloads') === 0 || sum('definitions') + sum('roles') === 0) return false;
  return sum('charted') > 1 || sum('versioned') >= manyObjects || (sum('definitions') > 0 && size >= manyCharacters);
}

/** Of one program, more than people write into one file by hand. */
const manyObjects = 8;
/** Schemas of that length are generated. */
const manyCharacters = 20_000;
