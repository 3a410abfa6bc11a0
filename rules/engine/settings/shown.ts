/** Whether settings ask for a finding, which may belong to a later profile than its rule. */

import type { Weight } from '../../contract/finding.ts';
import { type Profile, profiles } from '../../contract/profile.ts';
import type { Rule } from '../../contract/rule.ts';
import type { Purpose } from '../analyse/units/purpose.ts';
import { activeSeverity, type Settings } from './settings.ts';

/** @param rule active under the settings. @param purpose of the file that the finding lies in. */
export function isShown(
  rule: Rule,
  { from, isThoughtUp = false, absent = false }: Weight & { readonly absent?: boolean },
  purpose: Purpose | undefined,
  settings: Settings,
): boolean {
  const profile = later(later(rule.profile, from), profileIn(purpose, rule, absent));
  if (isThoughtUp && (purpose === 'test' || purpose === 'sample'))
    return activeSeverity({ ...rule, profile: later(profile, 'strict') }, settings) !== undefined;
  return profile === rule.profile || activeSeverity({ ...rule, profile }, settings) !== undefined;
}

/** What tests need is seldom what is deployed, an archive no longer is, nobody edits a release of others, and what samples leave out is left out to keep them short. */
function profileIn(
  purpose: Purpose | undefined,
  { profile, inSamples, subject }: Rule,
  isAbsent: boolean,
): Profile | undefined {
  if (purpose === undefined) return undefined;
  // A newer release has newer images; how it names them is its makers' choice.
  if (purpose === 'release' && subject === 'image') return inSamples;
  return profile === 'recommended' && (purpose !== 'sample' || isAbsent) ? 'strict' : inSamples;
}

const later = (one: Profile, other: Profile = one): Profile =>
  profiles.indexOf(one) < profiles.indexOf(other) ? other : one;
