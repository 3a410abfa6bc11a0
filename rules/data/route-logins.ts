/**
 * What asks who is there before a route leads on: annotations of Ingresses, and policies that are attached to routes. Source: the documentation of each
 * controller on authentication (ingress-nginx, NGINX, HAProxy, AWS Load Balancer Controller, Traefik, Kong, Envoy Gateway, NGINX Gateway Fabric, Kuadrant,
 * Gateway API GEP-713), from memory; the day of reading was not noted.
 */

/** Annotations, without their prefix, by which an Ingress lets nobody in who does not say who they are, or comes from elsewhere. */
export const loginAnnotations: ReadonlySet<string> = new Set([
  'auth-url',
  'auth-type',
  'auth-secret',
  'auth-tls-secret',
  'whitelist-source-range',
  'allowlist-source-range',
  'basic-auth-secret',
  'jwt-key',
  'policies',
  'inbound-cidrs',
  'allow-list',
]);

/** Annotations, without their prefix, that name what is put before the Service by names alone, or hold directives of the server. */
export const filterAnnotations: ReadonlySet<string> = new Set([
  'router.middlewares',
  'plugins',
  'configuration-snippet',
  'server-snippet',
]);

/** A name of such a filter, or directives, of which nobody expects a login. */
export const plainFilter =
  /redirect|https|strip|compress|gzip|header|rate-?limit|retry|hsts|buffer|cors|prefix|cache|rewrite|websocket/i;

/** A filter or directives that may ask for one, whatever else they do. */
export const loginFilter = /auth|oidc|sso|login|jwt|key|acl|allow|deny|whitelist|restrict|internal|vpn/i;

/** Kinds that are attached to routes, gateways or Services as policies and say nothing of who may come in. */
export const policiesWithoutLogin: ReadonlySet<string> = new Set([
  'BackendTrafficPolicy',
  'ClientTrafficPolicy',
  'BackendTLSPolicy',
  'XBackendTrafficPolicy',
  'BackendLBPolicy',
  'ClientSettingsPolicy',
  'ObservabilityPolicy',
  'UpstreamSettingsPolicy',
  'ProxySettingsPolicy',
  'RateLimitPolicy',
  'TokenRateLimitPolicy',
  'DNSPolicy',
  'TLSPolicy',
  'HealthCheckPolicy',
  'GCPGatewayPolicy',
  'GCPTrafficDistributionPolicy',
  'Telemetry',
]);
