/** Namespaces, and what their labels and annotations say of their pods. */

import { type Labels, readLabels } from '../../model/kubernetes/labels.ts';
import { podSecurityLabel } from '../../model/kubernetes/pod-security.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface NamespaceFact extends Fact {
  readonly labels: Labels | undefined;
  /** Surely no Pod Security Standard is enforced by a label. */
  readonly unlabelled: boolean;
  /** Whether Linkerd takes its pods in, which an annotation says. */
  readonly linkerd: string | undefined;
}

export const namespace: FactSource<NamespaceFact> = {
  objects: {
    of: ['Namespace'],
    extract(resource) {
      if (resource.group !== '') return [];
      const linkerd = resource.at('metadata', 'annotations', 'linkerd.io/inject').text;
      const labels = resource.at('metadata', 'labels');
      const enforce = labels.at(podSecurityLabel('enforce'));
      return [
        {
          says: { labels: readLabels(labels), unlabelled: enforce.missing, linkerd },
          places: { enforce: enforce.present ? enforce.anchor : resource.anchor },
        },
      ];
    },
  },
};
