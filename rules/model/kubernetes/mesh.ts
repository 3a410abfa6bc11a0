/**
 * Istio's objects as far as mutual TLS goes. Source: Istio API reference, PeerAuthentication and DestinationRule.
 */
import type { Field } from '../../yaml/field.ts';
import type { Resource } from './resource.ts';

/** @returns whether it is one of Istio's, in any version. */
export function isPeerAuthentication(resource: Resource): boolean {
  return resource.is('PeerAuthentication', 'security.istio.io');
}

/** Modes that let plain text in; UNSET inherits from above, so that nothing can be said of it. */
export function admitsPlainText(mode: Field): boolean {
  return mode.is('PERMISSIVE') || mode.is('DISABLE');
}

/** A `tls` block of a DestinationRule, with what it is for. */
export interface ClientTls {
  readonly tls: Field;
  /** A port of the Service, as written; undefined for all of them. */
  readonly port: string | undefined;
  /** Name of the subset of its pods; undefined for all of them. */
  readonly subset: string | undefined;
}

/** @returns the settings of the host, its ports and its subsets, in this order; none for other objects. */
export function clientTlsOf(resource: Resource): readonly ClientTls[] {
  if (!resource.is('DestinationRule', 'networking.istio.io')) return [];
  const spec = resource.at('spec');
  const subsets = spec
    .at('subsets')
    .items.flatMap((subset) => ofPolicy(subset.at('trafficPolicy'), subset.at('name').text ?? ''));
  return [...ofPolicy(spec.at('trafficPolicy'), undefined), ...subsets];
}

function ofPolicy(policy: Field, subset: string | undefined): readonly ClientTls[] {
  const ports = policy
    .at('portLevelSettings')
    .items.map((setting) => ({ tls: setting.at('tls'), port: setting.at('port', 'number').text ?? '', subset }));
  return [{ tls: policy.at('tls'), port: undefined, subset }, ...ports].filter(({ tls }) => tls.present);
}

/**
 * Whether a host is surely one of the cluster's services, whose proxies speak mutual TLS. The API server and Istio's own control plane are
 * none: they have no proxy, and their clients bring TLS of their own.
 */
export function isMeshHost(host: string): boolean {
  if (/^istiod(?:-[a-z0-9-]+)?\.istio-system(?:\.svc(?:\.cluster\.local)?)?$/.test(host)) return false;
  if (/^kubernetes(?:\.default(?:\.svc(?:\.cluster\.local)?)?)?$/.test(host)) return false;
  return host === '*' || !host.includes('.') || host.endsWith('.local') || host.endsWith('.svc');
}
