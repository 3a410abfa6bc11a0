/**
 * Whether security context constraints of OpenShift admit the pods of a file. The restricted ones, which everybody may use, refuse privileged pods, give a
 * user from a range of the namespace, drop capabilities, forbid escalation and set a seccomp profile. Source: docs.redhat.com, OpenShift Container Platform
 * 4.20, "Managing security context constraints". Kept up to date file by file.
 */
import { restrictedConstraints } from '../../data/openshift.ts';
import type { PlainRule } from '../../model/kubernetes/permission.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { FactWithoutRef } from '../kinds/index.ts';
import type { OpenshiftFact } from '../kinds/openshift.ts';

/** Whom constraints beyond the restricted ones are given to. */
export type Grant = BindingFact['subjects'][number];

/** What admits the pods of a file, and to whom it allows more. */
export interface Constraints {
  readonly grants: readonly Grant[];
}

type Said<F> = Omit<F, 'ref'>;

interface Stated {
  readonly objects: readonly Pick<Said<OpenshiftFact>, 'name' | 'isRestricted' | 'users' | 'groups' | 'isLocalImage'>[];
  readonly bindings: readonly Pick<Said<BindingFact>, 'roleName' | 'subjects'>[];
  /** Names of roles that let their holders use constraints beyond the restricted ones. */
  readonly wide: readonly string[];
}

/** The constraints of a scope, by the files that speak of them. */
export class ConstraintLinks {
  readonly #files = new Map<string, Stated>();
  #constraints: Constraints | undefined;

  /** @param facts all that a file states. @returns whether it says something else than before. */
  learn(path: string, facts: readonly FactWithoutRef[]): boolean {
    const before = this.#files.get(path);
    const now = statedBy(facts);
    if ((before === undefined && now === undefined) || JSON.stringify(before) === JSON.stringify(now)) return false;
    if (now === undefined) this.#files.delete(path);
    else this.#files.set(path, now);
    this.#constraints = undefined;
    this.#reaches = undefined;
    return true;
  }

  /** A copy that goes its own way from here. */
  fork(): ConstraintLinks {
    const copy = new ConstraintLinks();
    for (const [path, stated] of this.#files) copy.#files.set(path, stated);
    return copy;
  }

  /** @returns undefined where no object of OpenShift counts for the file. The same object while nothing changes. */
  over(path: string): Constraints | undefined {
    return this.#reachesOf(path).length === 0 ? undefined : this.#allGrants();
  }

  /** Names of ImageStreams that stand for images in pods of the file. */
  imagesFor(path: string): readonly string[] {
    return this.#reachesOf(path).flatMap(({ images }) => images);
  }

  /** Files with objects of OpenShift, by the path below which these count; that is empty for those that count everywhere. */
  #reaches: ReadonlyMap<string, Reach> | undefined;

  #reachesOf(path: string): readonly Reach[] {
    this.#reaches ??= reachesIn(this.#files);
    if (this.#reaches.size === 0) return [];
    const found: Reach[] = [];
    for (let end = 0; ; end = path.indexOf('/', end) + 1) {
      const reach = this.#reaches.get(path.slice(0, end));
      if (reach !== undefined) found.push(reach);
      if (path.indexOf('/', end) < 0) return found;
    }
  }

  #allGrants(): Constraints {
    if (this.#constraints === undefined) {
      const all = [...this.#files.values()];
      const wide = new Set(['cluster-admin', ...all.flatMap((stated) => stated.wide)]);
      const narrow = new Set(
        all.flatMap(({ objects }) => objects.flatMap(({ name, isRestricted }) => (isRestricted ? [name] : []))),
      );
      const grants = all.flatMap(({ objects, bindings }) => [
        ...bindings.flatMap(({ roleName = '', subjects }) => (isWideRole(roleName, wide, narrow) ? subjects : [])),
        ...objects.flatMap(({ users, groups }) => [
          ...users.map((name) => ({ kind: 'User', name, namespace: undefined })),
          ...groups.map((name) => ({ kind: 'Group', name, namespace: undefined })),
        ]),
      ]);
      this.#constraints = { grants };
    }
    return this.#constraints;
  }
}

/** What is known of the objects that count below one path. */
interface Reach {
  /** Names of ImageStreams that stand for images. */
  readonly images: readonly string[];
}

function reachesIn(files: ReadonlyMap<string, Stated>): ReadonlyMap<string, Reach> {
  const reaches = new Map<string, { readonly images: string[] }>();
  for (const [file, { objects }] of files) {
    if (objects.length === 0) continue;
    const path = reachOf(file) ?? '';
    const reach = reaches.get(path) ?? { images: [] };
    reaches.set(path, reach);
    for (const { isLocalImage, name } of objects) if (isLocalImage && name !== '') reach.images.push(name);
  }
  return reaches;
}

const ofPlatform = /^system:openshift:scc:(.+)$/;

/** @param narrow constraints of the files that allow no more than the restricted ones. */
function isWideRole(name: string, wide: ReadonlySet<string>, narrow: ReadonlySet<string>): boolean {
  const constraints = ofPlatform.exec(name)?.[1];
  return constraints === undefined
    ? wide.has(name)
    : !restrictedConstraints.has(constraints) && !narrow.has(constraints);
}

/**
 * What lies in a folder that is for OpenShift alone, beside others for other clusters, counts there; so does what a chart, a sample or a test holds.
 * @param file with an object of OpenShift. @param path of the file that is asked about.
 */
export function countsFor(file: string, path: string): boolean {
  const reach = reachOf(file);
  return reach === undefined || path.startsWith(reach);
}

const variant = /openshift|okd|^(?:ocp\d*|examples?|samples?|demos?|tests?|testdata|fixtures|e2e.*|docs)$/i;

/** The path of the innermost such folder; of a chart, of what holds its templates. */
function reachOf(file: string): string | undefined {
  const folders = file.split('/').slice(0, -1);
  const pathTo = (count: number): string =>
    folders
      .slice(0, count)
      .map((name) => `${name}/`)
      .join('');
  const own = folders.findLastIndex((name, i) => i > 0 && variant.test(name));
  if (own > 0) return pathTo(own + 1);
  const templates = folders.findLastIndex((name, i) => i > 0 && name.toLowerCase() === 'templates');
  return templates > 0 ? pathTo(templates) : undefined;
}

/** Whether an account is given more than the restricted constraints. @param namespace undefined when unknown, which may be any. */
export function isGranted({ grants }: Constraints, account: string, namespace: string | undefined): boolean {
  return grants.some((grant) => {
    const [, , of, called] = grant.kind === 'User' ? grant.name.split(':') : [];
    if (grant.kind === 'ServiceAccount' || called !== undefined)
      return (called ?? grant.name) === account && isSame(of ?? grant.namespace, namespace);
    const group = /^system:(?:authenticated$|serviceaccounts(?::(.+))?$)/.exec(grant.name);
    return grant.kind === 'Group' && group !== null && isSame(group[1], namespace);
  });
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** @returns undefined where it says nothing of the kind. */
function statedBy(facts: readonly FactWithoutRef[]): Stated | undefined {
  const objects: Stated['objects'][number][] = [];
  const bindings: Stated['bindings'][number][] = [];
  const wide: string[] = [];
  for (const fact of facts)
    if (fact.factKind === 'openshift') {
      const { name, isRestricted, users, groups, isLocalImage } = fact;
      objects.push({ name, isRestricted, users, groups, isLocalImage });
    } else if (fact.factKind === 'binding') bindings.push({ roleName: fact.roleName, subjects: fact.subjects });
    else if (fact.factKind === 'role' && fact.rules.some(usesWider)) wide.push(fact.name);
  return objects.length + bindings.length + wide.length === 0 ? undefined : { objects, bindings, wide };
}

function usesWider({ apiGroups, resources, verbs, resourceNames }: PlainRule): boolean {
  const has = (list: readonly string[], one: string): boolean => list.includes('*') || list.includes(one);
  const isAny = resourceNames.length === 0 || resourceNames.some((name) => !restrictedConstraints.has(name));
  return (
    isAny &&
    has(apiGroups, 'security.openshift.io') &&
    has(resources, 'securitycontextconstraints') &&
    has(verbs, 'use')
  );
}
