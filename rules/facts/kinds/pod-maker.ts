/** Objects of other projects, whose controllers may make pods that no file shows. */

import { ownMakers } from '../../data/pod-makers.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface PodMakerFact extends Fact {
  readonly group: string;
}

export const podMaker: FactSource<PodMakerFact> = {
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract({ group, name, pods }) {
      const isOthers = group.includes('.') && !/(?:^|\.)k8s\.io$/.test(group);
      return name !== '' && pods.length === 0 && (isOthers || ownMakers.includes(group)) ? [{ says: { group } }] : [];
    },
  },
};
