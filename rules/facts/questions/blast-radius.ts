/**
 * What an attacker has who is in one pod, or holds one account: whom it reaches and is reached by under the policies at hand and whether that is
 * encrypted, what it may do at the API server, what it takes from its node. Each item names the places that decide it.
 */

import { grantsPermission, type PlainRule } from '../../model/kubernetes/permission.ts';
import { strongPermissions } from '../../model/kubernetes/strong-permissions.ts';
import type { Port } from '../../model/kubernetes/traffic.ts';
import type { Fact, RelatedFact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { hasToken } from './account-permissions.ts';
import { builtinRulesBound, isHeldAlong, reachOf, rulesBound } from './bound-rules.ts';
import { type Connection, connection, outsideOf, portsOf, reaches } from './connections.ts';
import { type Encryption, encryptionOf } from './mutual-tls.ts';
import { mayOwnTls } from './own-tls.ts';
import { entryPathsTo } from './reach.ts';
import { bindingsOfAccount, bindingsTo, onlyNamespaceOf } from './subjects.ts';

/** One line of a blast radius, in words. */
export interface RadiusItem {
  /** An object (`Deployment cart`), something outside, or what is done (`get, list secrets`). */
  readonly title: string;
  /** Ports, encryption, namespaces: short phrases. */
  readonly notes: readonly string[];
  /** Worth a second look: plain text, the world outside, a permission that is as good as any. */
  readonly danger: boolean;
  /** False where something that decides is not known. */
  readonly certain: boolean;
  /** The places that decide, in the order of the way. */
  readonly by: readonly RelatedFact[];
}

/** What somebody in a pod, or with an account, has. */
export interface BlastRadius {
  readonly subject: {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
  };
  readonly reachedBy: readonly RadiusItem[];
  readonly reaches: readonly RadiusItem[];
  readonly may: readonly RadiusItem[];
  readonly host: readonly RadiusItem[];
}

/** Who holds permissions, as bindings name them. */
export type Subject =
  | { readonly kind: 'User' | 'Group'; readonly name: string }
  | { readonly kind: 'ServiceAccount'; readonly name: string; readonly namespace: string };

/** @returns the blast radius of who is in one of its pods. */
export function radiusOfWorkload(facts: Facts, workload: WorkloadFact): BlastRadius {
  const { kind, name } = workload;
  // By their place: the facts of another moment are other objects.
  const { file, ordinal } = workload.ref;
  const others = facts.byKind.workload.filter(({ ref }) => ref.file !== file || ref.ordinal !== ordinal);
  return {
    subject: { kind, name, namespace: facts.namespaceOf(workload) },
    reachedBy: [...waysIn(facts, workload), ...others.flatMap((other) => neighbour(facts, other, workload, other))],
    reaches: [...outsideItems(facts, workload), ...others.flatMap((other) => neighbour(facts, workload, other, other))],
    may: permissionsOfWorkload(facts, workload),
    host: workload.host.map(({ what, place }) => ({
      title: what,
      notes: [],
      danger: true,
      certain: true,
      by: [{ fact: workload, place, message: `It ${what}.` }],
    })),
  };
}

/** @returns what the subject may do; it reaches nothing and has nothing of a node by itself. */
export function radiusOfSubject(facts: Facts, subject: Subject): BlastRadius {
  const { kind, name } = subject;
  const namespace = subject.kind === 'ServiceAccount' ? subject.namespace : undefined;
  const bindings =
    subject.kind === 'ServiceAccount'
      ? bindingsOfAccount(facts, name, subject.namespace)
      : bindingsTo(facts, kind, name);
  return {
    subject: { kind, name, namespace },
    reachedBy: [],
    reaches: [],
    may: permissions(facts, bindings),
    host: [],
  };
}

const describe = (facts: Facts, fact: Fact): string => {
  const namespace = facts.namespaceOf(fact);
  return `${fact.kind} ${fact.name}${namespace === undefined ? '' : ` (${namespace})`}`;
};

/** The connection from one workload to another as an item about one of them; none where no port is open. */
function neighbour(facts: Facts, from: WorkloadFact, to: WorkloadFact, about: WorkloadFact): readonly RadiusItem[] {
  const open = portsOf(facts, to).flatMap((port) => {
    const found = connection(facts, from, to, port);
    const encrypted = encryptionOf(facts, from, to, port.number);
    return found.allowed === false || encrypted.encryption === 'refused' ? [] : [{ port, found, encrypted }];
  });
  const [first] = open;
  if (first === undefined) return [];
  const { encryption, by: mode } = first.encrypted;
  const mesh: readonly RelatedFact[] =
    mode === undefined
      ? []
      : [{ fact: mode, place: 'mode', message: `${mode.kind} ${mode.name} decides on mutual TLS.` }];
  return [
    {
      title: describe(facts, about),
      notes: [
        ports(open.map(({ port }) => port)),
        encryption === 'none'
          ? plainText(
              facts,
              to,
              open.map(({ port }) => port),
            )
          : said[encryption],
        ...(first.found.allowed === true ? [] : ['if policies that are not read let it']),
      ].filter((note) => note !== ''),
      danger: false,
      certain: first.found.allowed === true,
      by: [...reasons(facts, from, to, first.found), ...mesh],
    },
  ];
}

const said: { readonly [encryption in Encryption]: string } = {
  required: 'mutual TLS',
  offered: 'mutual TLS, not required',
  none: '',
  refused: '',
  unknown: '',
};

/** Said of the ports alone where nothing says that the program speaks TLS itself. */
function plainText(facts: Facts, to: WorkloadFact, open: readonly Port[]): string {
  const plain = open.filter((port) => !mayOwnTls(facts, to, port));
  if (plain.length === 0) return '';
  return plain.length === open.length ? 'plain text' : `plain text on ${ports(plain)}`;
}

function ports(open: readonly Port[]): string {
  const named = open.flatMap(({ protocol, number, name }) => {
    const port = number ?? name;
    return port === undefined ? [] : [protocol === 'TCP' ? `${port}` : `${port}/${protocol}`];
  });
  return named.length === 0 ? '' : `port ${[...new Set(named)].join(', ')}`;
}

function reasons(
  facts: Facts,
  from: WorkloadFact,
  to: WorkloadFact,
  { egress, ingress }: Connection,
): readonly RelatedFact[] {
  const side = (direction: 'egress' | 'ingress', workload: WorkloadFact): RelatedFact => {
    const { by } = direction === 'egress' ? egress : ingress;
    const way = direction === 'egress' ? 'out' : 'in';
    return by === undefined
      ? {
          fact: workload,
          place: 'pod',
          message: `No policy limits what comes ${way} of ${describe(facts, workload)}.`.replace('in of', 'into'),
        }
      : {
          fact: by.policy,
          place: `${direction}${by.rule}`,
          message: `NetworkPolicy ${by.policy.name} lets it ${way}.`,
        };
  };
  return [side('egress', from), side('ingress', to)];
}

function waysIn(facts: Facts, workload: WorkloadFact): readonly RadiusItem[] {
  return entryPathsTo(facts, workload).map(({ service, route }) => ({
    title: route === undefined ? 'The world outside' : `The world outside, by ${describe(facts, route)}`,
    notes: [`Service ${service.name}${route === undefined ? ` is a ${service.type}` : ''}`],
    danger: true,
    certain: true,
    by: [
      ...(route === undefined
        ? []
        : [{ fact: route, place: 'name', message: `${route.kind} ${route.name} leads to the Service.` }]),
      { fact: service, place: 'selector', message: `Service ${service.name} selects the pods.` },
    ],
  }));
}

function outsideItems(facts: Facts, workload: WorkloadFact): readonly RadiusItem[] {
  const items: RadiusItem[] = [];
  const outside = outsideOf(facts, workload);
  if (outside !== undefined) {
    const { to, by, unsure } = outside;
    items.push({
      title: 'The world outside',
      notes: to === 'everything' ? [] : [to.join(', ')],
      danger: to === 'everything',
      certain: !unsure,
      by: [byRule(workload, by, 'No policy limits what goes out of it.')],
    });
  }
  const web: Port = { protocol: 'TCP', number: 80, name: undefined };
  const metadata = reaches(facts, workload, '169.254.169.254', web);
  if (metadata.allowed !== false)
    items.push({
      title: 'The metadata of the cloud',
      notes: ['169.254.169.254', 'credentials of the node, where the cloud hands them out'],
      danger: true,
      certain: metadata.allowed === true,
      by: [byRule(workload, metadata.by, 'No policy limits what goes out of it.')],
    });
  return items;
}

function byRule(workload: WorkloadFact, by: Connection['egress']['by'], open: string): RelatedFact {
  return by === undefined
    ? { fact: workload, place: 'pod', message: open }
    : { fact: by.policy, place: `egress${by.rule}`, message: `NetworkPolicy ${by.policy.name} lets it out.` };
}

function permissionsOfWorkload(facts: Facts, workload: WorkloadFact): readonly RadiusItem[] {
  const { serviceAccount } = workload;
  if (serviceAccount === undefined || !hasToken(facts, workload, serviceAccount)) return [];
  const account: RelatedFact = {
    fact: workload,
    place: 'account',
    message: `Its pods have the token of ${serviceAccount}.`,
  };
  const own = facts.namespaceOf(workload);
  // What names no namespace is applied to the only one that bindings name for its account.
  const taken = own === undefined ? onlyNamespaceOf(facts, serviceAccount) : undefined;
  return permissions(facts, bindingsOfAccount(facts, serviceAccount, own ?? taken, workload.ref)).map((item) => ({
    ...item,
    notes: taken === undefined ? item.notes : [...item.notes, `if it is applied to ${taken}`],
    certain: taken === undefined,
    by: [account, ...item.by],
  }));
}

function permissions(facts: Facts, bindings: readonly BindingFact[]): readonly RadiusItem[] {
  const items = bindings.flatMap((binding): readonly (RadiusItem & { readonly rank: number })[] => {
    const everywhere = binding.kind === 'ClusterRoleBinding';
    const where = everywhere ? 'in every namespace' : `in ${facts.namespaceOf(binding) ?? 'its namespace'}`;
    const bound: RelatedFact = {
      fact: binding,
      place: 'roleRef',
      message: `${binding.kind} ${binding.name} hands it out.`,
    };
    if (binding.roleKind === 'ClusterRole' && binding.roleName === 'cluster-admin')
      return [{ title: 'everything', notes: [where], danger: true, certain: true, by: [bound], rank: 0 }];
    const itemOf = (rule: PlainRule, by: readonly RelatedFact[]): RadiusItem & { readonly rank: number } => {
      const rank = strongPermissions.findIndex(
        (one) => grantsPermission(rule, one, reachOf(binding)) && isHeldAlong(facts, binding, one, bindings),
      );
      const permission = strongPermissions[rank];
      return {
        title: titleOf(rule),
        notes: [where, ...(permission === undefined ? [] : [permission.does])],
        danger: permission !== undefined,
        certain: true,
        rank: rank < 0 ? strongPermissions.length : rank,
        by,
      };
    };
    const written = rulesBound(facts, binding).flatMap(({ role, index }) => {
      const rule = role.rules[index];
      if (rule === undefined || rule.resources.length === 0) return [];
      return [
        itemOf(rule, [bound, { fact: role, place: `rule${index}`, message: `${role.kind} ${role.name} allows it.` }]),
      ];
    });
    return [...written, ...builtinRulesBound(facts, binding).map((rule) => itemOf(rule, [bound]))];
  });
  // The worst first.
  return items.sort((a, b) => a.rank - b.rank).map(({ rank: _rank, ...item }) => item);
}

function titleOf({ verbs, resources, resourceNames }: PlainRule): string {
  const every = (words: readonly string[], all: string): string => (words.includes('*') ? all : words.join(', '));
  const named = resourceNames.length === 0 ? '' : ` named ${resourceNames.join(', ')}`;
  return `${every(verbs, 'every verb')} on ${every(resources, 'every resource')}${named}`;
}
