/**
 * RBAC as the API server's authorizer reads it: what a rule covers, whom a binding names.
 * Source: Kubernetes documentation "Using RBAC Authorization" and k8s.io/kubernetes/pkg/apis/rbac/v1/evaluation_helpers.go.
 */
import type { Span } from '../../text/source.ts';
import type { Field } from '../../yaml/field.ts';
import { isDefaultBinding, isDefaultRule } from './default-objects.ts';
import { isAskedInNamespaces, isUnlimited, type PlainRule } from './permission.ts';
import type { Resource } from './resource.ts';

const rbac = 'rbac.authorization.k8s.io';
const rbacGroups = [rbac, 'authorization.openshift.io'];

/** A word of a rule and where it stands. */
export interface Word {
  readonly text: string;
  readonly field: Field;
}

/** The words of a rule that grant something. */
export interface Grant {
  readonly resource: Word;
  readonly verb: Word;
}

/** One item of a role's `rules`. */
export class PolicyRule {
  readonly role: Resource;
  readonly field: Field;
  readonly apiGroups: readonly Word[];
  readonly resources: readonly Word[];
  readonly verbs: readonly Word[];
  readonly resourceNames: readonly Word[];
  readonly nonResourceURLs: readonly Word[];

  constructor(role: Resource, field: Field) {
    this.role = role;
    this.field = field;
    this.apiGroups = field.at('apiGroups').strings;
    this.resources = field.at('resources').strings;
    this.verbs = field.at('verbs').strings;
    this.resourceNames = field.at('resourceNames').strings;
    this.nonResourceURLs = field.at('nonResourceURLs').strings;
  }

  /** The word that lets the rule cover the verb, the exact one before `*`. */
  verb(verb: string): Word | undefined {
    return this.verbs.find((word) => word.text === verb) ?? this.verbs.find((word) => word.text === '*');
  }

  group(group: string): Word | undefined {
    return this.apiGroups.find((word) => word.text === group) ?? this.apiGroups.find((word) => word.text === '*');
  }

  /**
   * The word that covers `pods` or `pods/exec`. `*` covers everything, `*` + `/exec` that subresource of everything;
   * `pods` does not cover `pods/exec`, and `pods/*` means nothing to the authorizer.
   */
  resource(resource: string): Word | undefined {
    const slash = resource.indexOf('/');
    const anyOf = slash < 0 ? undefined : `*${resource.slice(slash)}`;
    return (
      this.resources.find((word) => word.text === resource) ??
      this.resources.find((word) => word.text === '*' || (anyOf !== undefined && word.text === anyOf))
    );
  }

  /** What grants one of the verbs on the resource of the group: the words that decide, named ones before `*`; undefined when nothing does. */
  grants(group: string, resource: string, verbs: readonly string[]): Grant | undefined {
    if (this.group(group) === undefined) return undefined;
    const resourceWord = this.resource(resource);
    // A Role gives nothing outside of namespaces.
    const possible = this.role.kind === 'Role' ? verbs.filter((verb) => isAskedInNamespaces(resource, verb)) : verbs;
    const words = possible.flatMap((verb) => this.verb(verb) ?? []);
    const verbWord = words.find(({ text }) => text !== '*') ?? words[0];
    return resourceWord === undefined || verbWord === undefined
      ? undefined
      : { resource: resourceWord, verb: verbWord };
  }

  /** Covers every request there is to the API's resources. */
  get unlimited(): boolean {
    return isUnlimited(plain(this));
  }

  /** A rule of a role that Kubernetes itself keeps: its authors know what it grants. */
  get bootstrap(): boolean {
    return isDefaultRule(this.role, plain(this));
  }

  get isWhole(): true {
    return true;
  }

  get anchor(): Span {
    return this.field.anchorOfKey;
  }

  get path(): string {
    return this.field.path;
  }
}

/** A rule without its places. */
export function plain({ apiGroups, resources, verbs, resourceNames }: PolicyRule): PlainRule {
  const texts = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text);
  return {
    apiGroups: texts(apiGroups),
    resources: texts(resources),
    verbs: texts(verbs),
    resourceNames: texts(resourceNames),
  };
}

/** Who is bound, as it is written. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  /** As written; a ServiceAccount's. */
  readonly namespace: string | undefined;
  readonly field: Field;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly resource: Resource;
  /** True for a ClusterRoleBinding. */
  readonly clusterWide: boolean;
  readonly roleKind: string | undefined;
  readonly roleName: string | undefined;
  readonly roleRef: Field;
  readonly subjects: readonly Subject[];
  /** Kubernetes itself creates and keeps it. */
  readonly isDefault: boolean;
  readonly isWhole: true;
  readonly anchor: Span;
  readonly path: string;
}

/** @returns whether it is a Role or ClusterRole of Kubernetes itself. */
export function isRole(resource: Resource): boolean {
  return (resource.kind === 'Role' || resource.kind === 'ClusterRole') && rbacGroups.includes(resource.group);
}

/** Binds a role of Kubernetes that shows only what everybody may know: its version and health, the keys that tokens are checked with. */
export function isPublicRole({ roleKind, roleName }: Pick<Binding, 'roleKind' | 'roleName'>): boolean {
  return roleKind === 'ClusterRole' && publicRoles.has(roleName ?? '');
}

const publicRoles: ReadonlySet<string> = new Set([
  'system:basic-user',
  'system:discovery',
  'system:public-info-viewer',
  'system:service-account-issuer-discovery',
]);

/** @returns none for an object that is no role, and for a role that is aggregated of others. */
export function rulesOf(resource: Resource): readonly PolicyRule[] {
  // Rules of an aggregated role are written by its controller; what stands in the manifest is overwritten.
  const written = isRole(resource) && resource.at('aggregationRule').absent;
  return written ? resource.at('rules').items.map((field) => new PolicyRule(resource, field)) : [];
}

/** @returns undefined for an object that is no binding. */
export function bindingOf(resource: Resource): Binding | undefined {
  if (
    (resource.kind !== 'RoleBinding' && resource.kind !== 'ClusterRoleBinding') ||
    !rbacGroups.includes(resource.group)
  )
    return undefined;
  const { kind, name, namespace } = resource;
  const roleRef = resource.at('roleRef');
  const roleKind = roleRef.at('kind').string;
  const roleName = roleRef.at('name').text;
  const subjects = resource.at('subjects').items.map((field) => ({
    kind: field.at('kind').string ?? '',
    name: field.at('name').text ?? '',
    namespace: field.at('namespace').string,
    field,
  }));
  return {
    resource,
    clusterWide: kind === 'ClusterRoleBinding',
    roleKind,
    roleName,
    roleRef,
    subjects,
    isDefault: isDefaultBinding({ kind, name, namespace, roleKind, roleName, subjects }),
    isWhole: true,
    anchor: resource.anchor,
    path: resource.path,
  };
}
