/** Sandboxes of agents, in which code runs that nobody trusts. Source: agent-sandbox (a project of Kubernetes' SIG Apps), API reference. */
import type { Resource } from './resource.ts';

/** A Sandbox, or a template or pool of them. */
export function isSandbox({ group }: Resource): boolean {
  return group === 'agents.x-k8s.io' || group === 'extensions.agents.x-k8s.io';
}
