/** Service accounts, and whether pods are handed their token. */

import type { Fact, FactSource } from '../fact.ts';
import { type Setting, settingOf } from '../setting.ts';

export interface ServiceAccountFact extends Fact {
  readonly automount: Setting;
}

export const serviceAccount: FactSource<ServiceAccountFact> = {
  objects: {
    of: ['ServiceAccount'],
    extract: (resource) =>
      resource.group === '' ? [{ says: { automount: settingOf(resource.at('automountServiceAccountToken')) } }] : [],
  },
};
