/** Fixes where OpenShift gives pods their users: what writes another one would have the pod refused. Must not know rules. */
import type { Fix, FixOffer, Surroundings } from '../../contract/finding.ts';
import { type Change, isRefusal, type Refusal } from '../../yaml/change.ts';

/** Fields that the restricted constraints hold to the range of the namespace. Source: docs.redhat.com, "Managing security context constraints". */
const ranged: ReadonlySet<string | number | undefined> = new Set(['runAsUser', 'fsGroup', 'supplementalGroups']);

const refusal: Refusal = {
  refused: 'OpenShift gives the pod a user from the range of its namespace, and refuses others: write none.',
};

/** @returns the same offer, in which what writes a user or a group is refused. */
export function withoutUsers(offer: (around: Surroundings) => FixOffer): (around: Surroundings) => FixOffer {
  const one = (fix: Fix | Refusal | undefined): Fix | Refusal | undefined =>
    fix !== undefined && !isRefusal(fix) && fix.changes?.some(writesUser) === true ? refusal : fix;
  return (around) => {
    const offered = offer(around);
    return isList(offered) ? offered.map(one) : one(offered);
  };
}

const isList = (offered: FixOffer): offered is readonly (Fix | Refusal | undefined)[] => Array.isArray(offered);

const writesUser = (change: Change): boolean =>
  (change.kind === 'set' || change.kind === 'append') && ranged.has(change.field.key);
