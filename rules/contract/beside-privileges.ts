/** What whoever is privileged has anyway: the greater finding tells it, and only who is strict hears of each part. */
import type { Service } from '../model/compose/service.ts';
import type { Container } from '../model/kubernetes/container.ts';
import type { Weight } from './finding.ts';

const isPrivileged = ({ securityContext }: Container): boolean => securityContext.at('privileged').is(true);

/** @param containers all that a finding is about. @returns a later profile when each of them is privileged; what one of several has is news for the others. */
export const besidePrivileges = (containers: readonly Container[]): Weight =>
  containers.length > 0 && containers.every(isPrivileged) ? { from: 'strict' } : {};

/** The same of a service of Compose. */
export function besideServicePrivileges(service: Service): Weight {
  const field = service.at('privileged');
  return field.is(true) || service.known(field) === 'true' ? { from: 'strict' } : {};
}
