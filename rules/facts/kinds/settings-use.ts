/** The ConfigMaps and Secrets that containers cannot start without. */

import type { Pod } from '../../model/kubernetes/pod.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

/** ConfigMaps and Secrets that the containers of a template read variables from, or have mounted, and fail to start without. */
export interface SettingsUseFact extends Fact {
  readonly uses: readonly {
    readonly holds: 'ConfigMap' | 'Secret';
    readonly called: string;
    /** The one key that is read; undefined for all, or for one that is unknown. */
    readonly key: string | undefined;
    /** Where the key is named, else the whole. */
    readonly place: string;
  }[];
}

interface Use {
  readonly holds: 'ConfigMap' | 'Secret';
  readonly name: Field;
  readonly key: Field | undefined;
}

export const settingsUse: FactSource<SettingsUseFact> = {
  toldByPatches: true,
  objects: {
    of: 'pods',
    evenPartial: true,
    extract({ pods }) {
      const uses = pods.flatMap(usesOf);
      if (uses.length === 0) return [];
      return [
        {
          says: {
            uses: uses.map(({ holds, name, key }, i) => ({
              holds,
              called: name.string ?? '',
              key: key?.text,
              place: `settings${i}`,
            })),
          },
          places: Object.fromEntries(uses.map(({ name, key }, i) => [`settings${i}`, (key ?? name).anchor])),
        },
      ];
    },
  },
};

function usesOf(pod: Pod): readonly Use[] {
  const found: Use[] = [];
  const note = (holds: 'ConfigMap' | 'Secret', ref: Field, key?: Field, name = ref.at('name')): void => {
    // An optional one may be missing.
    if (name.string === undefined || ref.at('optional').is(true) || ref.at('optional').unknown) return;
    found.push({ holds, name, key: undefined });
    if (key?.text !== undefined) found.push({ holds, name, key });
  };
  const noteFiles = (holds: 'ConfigMap' | 'Secret', ref: Field, name?: Field): void => {
    note(holds, ref, undefined, name);
    for (const item of ref.at('items').items) note(holds, ref, item.at('key'), name);
  };
  for (const container of pod.containers) {
    for (const item of container.at('env').items) {
      const from = item.at('valueFrom');
      note('ConfigMap', from.at('configMapKeyRef'), from.at('configMapKeyRef', 'key'));
      note('Secret', from.at('secretKeyRef'), from.at('secretKeyRef', 'key'));
    }
    for (const item of container.at('envFrom').items) {
      note('ConfigMap', item.at('configMapRef'));
      note('Secret', item.at('secretRef'));
    }
  }
  for (const volume of pod.volumes) {
    noteFiles('ConfigMap', volume.at('configMap'));
    noteFiles('Secret', volume.at('secret'), volume.at('secret', 'secretName'));
    for (const source of volume.at('projected', 'sources').items) {
      noteFiles('ConfigMap', source.at('configMap'));
      noteFiles('Secret', source.at('secret'));
    }
  }
  return found;
}
