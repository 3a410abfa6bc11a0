/**
 * What `.seaworthy.yaml` says of the cluster, which no manifest shows, and which assumptions of attack paths that makes true or false. Must not know where a
 * configuration came from.
 */
import type { Assumption } from '../../facts/attack/edge.ts';
import type { Field } from '../../yaml/field.ts';
import { type Complain, oneOf, onlyKeys } from './setting-field.ts';

/** What may be said of a cluster, and by each word: the assumptions that it makes true, and false. */
export const clusterFacts: {
  readonly [key: string]: {
    readonly says: string;
    readonly words: {
      readonly [word: string]: { readonly true?: readonly Assumption[]; readonly false?: readonly Assumption[] };
    };
  };
} = {
  podSecurity: {
    says: 'The Pod Security Standard that admission enforces in namespaces without a label.',
    words: {
      privileged: { true: ['pod-security'] },
      baseline: { false: ['pod-security'] },
      restricted: { false: ['pod-security'] },
    },
  },
  controlPlane: {
    says: 'Whether pods may be put on nodes of the control plane: those of a managed one are not in the cluster.',
    words: { own: {}, managed: { false: ['control-plane'] } },
  },
  cloud: {
    says: 'The cloud that hands credentials to its nodes.',
    words: {
      none: { false: ['cloud', 'eks'] },
      aws: { true: ['cloud'] },
      azure: { true: ['cloud'], false: ['eks'] },
      google: { true: ['cloud'], false: ['eks'] },
      other: { true: ['cloud'], false: ['eks'] },
    },
  },
  appArmor: {
    says: 'Whether the nodes confine containers by AppArmor.',
    words: { on: { false: ['app-armor'] }, off: { true: ['app-armor'] } },
  },
  nodes: {
    says: 'Whether the addresses of nodes are reachable from outside.',
    words: { public: { true: ['node-address'] }, private: { false: ['node-address'] } },
  },
  apiServer: {
    says: 'Whether the API server is reachable from outside.',
    words: { public: { true: ['api-server'] }, private: { false: ['api-server'] } },
  },
};

/** A word for each key that is said. */
export type ClusterFacts = { readonly [key: string]: string };

/** What is true, and what is false, of the assumptions. */
export interface Settled {
  readonly known: readonly Assumption[];
  readonly refuted: readonly Assumption[];
}

/** @returns the facts of a configuration; undefined where it says none. What is wrong is told and left out. */
export function clusterFactsOf(field: Field, complain: Complain): ClusterFacts | undefined {
  if (!field.present) return undefined;
  if (!field.isMap) {
    complain(field, `${field.path} is a map of facts, such as \`podSecurity: baseline\`.`);
    return undefined;
  }
  onlyKeys(field, Object.keys(clusterFacts), complain);
  return Object.fromEntries(
    Object.entries(clusterFacts).flatMap(([key, { words }]) => {
      const value = field.at(key);
      // The switches of YAML are words here.
      const said =
        value.boolean === undefined ? oneOf(value, Object.keys(words), complain) : value.boolean ? 'on' : 'off';
      if (said === undefined) return [];
      if (Object.hasOwn(words, said)) return [[key, said]];
      complain(value, `${value.path} is one of ${Object.keys(words).join(', ')}.`);
      return [];
    }),
  );
}

/** @returns what the facts make of the assumptions. */
export function settledBy(facts: ClusterFacts): Settled {
  const said = Object.entries(facts).flatMap(([key, word]) => clusterFacts[key]?.words[word] ?? []);
  return {
    known: said.flatMap((one) => one.true ?? []),
    refuted: said.flatMap((one) => one.false ?? []),
  };
}
