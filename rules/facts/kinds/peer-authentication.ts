/** What a mesh asks of those who call a workload. Source: Istio, PeerAuthentication. */

import { type Labels, readLabels } from '../../model/kubernetes/labels.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface PeerAuthenticationFact extends Fact {
  readonly selector: Labels | undefined;
  readonly mode: string | undefined;
  /** Modes of single ports, by number. */
  readonly ports: { readonly [port: string]: string };
}

export const peerAuthentication: FactSource<PeerAuthenticationFact> = {
  objects: {
    of: ['PeerAuthentication'],
    extract(resource) {
      if (resource.group !== 'security.istio.io') return [];
      const mode = resource.at('spec', 'mtls', 'mode');
      const ports = resource.at('spec', 'portLevelMtls').entries.flatMap(([port, setting]) => {
        const own = setting.at('mode').string;
        return own === undefined ? [] : [[port, own] as const];
      });
      const selector = readLabels(resource.at('spec', 'selector', 'matchLabels'));
      return [
        {
          says: { selector, mode: mode.string, ports: Object.fromEntries(ports) },
          places: mode.present ? { mode: mode.anchor } : {},
        },
      ];
    },
  },
};
