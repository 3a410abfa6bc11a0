/** What meshes and gateways repeat. */
import { type Family, pair } from './family.ts';

export const meshFamilies: readonly Family[] = [
  pair(
    'Istio policies and pods',
    '',
    (i) =>
      `---\n{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: s${i}}, spec: {selector: {matchLabels: {app: a}}, rules: [{from: [{source: {principals: ["*"]}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a, sidecar.istio.io/inject: "true"}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'Istio peer authentications and services',
    '',
    (i) =>
      `---\n{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: s${i}}, spec: {mtls: {mode: PERMISSIVE}, selector: {matchLabels: {app: a}}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {app: a}, ports: [{port: 80}]}}\n`,
  ),
  pair(
    'Linkerd servers and pods',
    '',
    (i) =>
      `---\n{apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a}}, port: 80}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'gateways and routes',
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g${i}}, spec: {listeners: [{name: l, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r${i}}, spec: {parentRefs: [{name: g${i}}], rules: [{backendRefs: [{name: s, namespace: b, port: 80}]}]}}\n`,
  ),
  pair(
    'reference grants and routes',
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1beta1, kind: ReferenceGrant, metadata: {name: g${i}, namespace: b}, spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: c}], to: [{group: "", kind: Service}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r${i}}, spec: {rules: [{backendRefs: [{name: s, namespace: b, port: 80}]}]}}\n`,
  ),
];
