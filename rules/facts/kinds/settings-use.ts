/** The ConfigMaps and Secrets that containers cannot start without. */

import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

/** ConfigMaps and Secrets that the containers of a template read variables from, and fail to start without. */
export interface SettingsUseFact extends Fact {
  readonly uses: readonly {
    readonly holds: 'ConfigMap' | 'Secret';
    readonly called: string;
    readonly place: string;
  }[];
}

export const settingsUse: FactSource<SettingsUseFact> = {
  objects: {
    of: 'pods',
    evenPartial: true,
    extract({ pods }) {
      const named: { holds: 'ConfigMap' | 'Secret'; field: Field }[] = [];
      const note = (holds: 'ConfigMap' | 'Secret', ref: Field): void => {
        // An optional one may be missing.
        if (ref.at('name').string !== undefined && !ref.at('optional').is(true) && !ref.at('optional').unknown)
          named.push({ holds, field: ref.at('name') });
      };
      for (const container of pods.flatMap(({ containers }) => containers)) {
        for (const item of container.at('env').items) {
          note('ConfigMap', item.at('valueFrom', 'configMapKeyRef'));
          note('Secret', item.at('valueFrom', 'secretKeyRef'));
        }
        for (const item of container.at('envFrom').items) {
          note('ConfigMap', item.at('configMapRef'));
          note('Secret', item.at('secretRef'));
        }
      }
      if (named.length === 0) return [];
      return [
        {
          says: {
            uses: named.map(({ holds, field }, i) => ({ holds, called: field.string ?? '', place: `settings${i}` })),
          },
          places: Object.fromEntries(named.map(({ field }, i) => [`settings${i}`, field.anchor])),
        },
      ];
    },
  },
};
