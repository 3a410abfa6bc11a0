/** Whether what leads to a Service may ask who is there. Knows one object at a time; what is attached to what is a question to facts. */
import {
  filterAnnotations,
  loginAnnotations,
  loginFilter,
  plainFilter,
  policiesWithoutLogin,
} from '../../data/route-logins.ts';
import type { Field } from '../../yaml/field.ts';
import type { Resource } from './resource.ts';

/** @returns whether an annotation of an Ingress asks for a login or leaves out most callers, or names something that may. */
export function annotationsMayAsk(resource: Resource): boolean {
  return resource.at('metadata', 'annotations').entries.some(([key, value]) => {
    const name = key.slice(key.indexOf('/') + 1);
    if (loginAnnotations.has(name)) return !value.is('') && !value.is('none');
    return filterAnnotations.has(name) && namesMayAsk(value.text ?? '', name.endsWith('-snippet'));
  });
}

/** @param rule of a route of the Gateway API. @returns whether one of its filters is an extension that may ask. */
export function filtersMayAsk(rule: Field): boolean {
  const backends = rule.at('backendRefs').items;
  return [rule, ...backends]
    .flatMap((one) => one.at('filters').items)
    .some(
      (filter) => filter.at('extensionRef').present && namesMayAsk(filter.at('extensionRef', 'name').text ?? '', false),
    );
}

/** @param isText directives instead of names: only what speaks of a login may ask for one. */
function namesMayAsk(text: string, isText: boolean): boolean {
  if (isText) return /auth_|\ballow\b|\bdeny\b|ssl_verify_client/.test(text);
  return text.split(',').some((name) => loginFilter.test(name) || !plainFilter.test(name));
}

/** @returns whether an object that is attached to routes may ask who is there; kinds that nobody knows may. */
export function policyMayAsk(policy: Resource): boolean {
  if (policiesWithoutLogin.has(policy.kind)) return false;
  if (!policy.is('SecurityPolicy', 'gateway.envoyproxy.io')) return true;
  const spec = policy.at('spec');
  const jwt = spec.at('jwt');
  return (
    ['basicAuth', 'apiKeyAuth', 'oidc', 'extAuth', 'authorization'].some((key) => !spec.at(key).missing) ||
    (!jwt.missing && !jwt.at('optional').is(true))
  );
}
