/** How the clients of a host are told to call it. Source: Istio, DestinationRule. */

import { type Labels, readLabels } from '../../model/kubernetes/labels.ts';
import { clientTlsOf } from '../../model/kubernetes/mesh.ts';
import type { Fact, FactSource } from '../fact.ts';

/** How clients in the mesh are to call a host: a DestinationRule that speaks of TLS. */
export interface ClientTlsFact extends Fact {
  /** As written: a name without dots is of the rule's own namespace. */
  readonly host: string;
  /** The clients it is for; undefined for all. */
  readonly selector: Labels | undefined;
  readonly mode: string | undefined;
  /** Modes of single ports, by number. */
  readonly ports: { readonly [port: string]: string };
}

export const clientTls: FactSource<ClientTlsFact> = {
  objects: {
    of: ['DestinationRule'],
    extract(resource) {
      const host = resource.at('spec', 'host').string;
      const settings = clientTlsOf(resource).filter(({ subset }) => subset === undefined);
      if (host === undefined || settings.length === 0) return [];
      const ports = settings.flatMap(({ tls, port }) => {
        const own = tls.at('mode').string;
        return port === undefined || own === undefined ? [] : [[port, own] as const];
      });
      const mode = settings.find(({ port }) => port === undefined)?.tls.at('mode');
      const chosen = resource.at('spec', 'workloadSelector', 'matchLabels');
      const selector = chosen.present ? (readLabels(chosen) ?? {}) : undefined;
      return [
        {
          says: { host, selector, mode: mode?.string, ports: Object.fromEntries(ports) },
          places: mode?.present === true ? { mode: mode.anchor } : {},
        },
      ];
    },
  },
};
