/** Keys of the security model of Kubernetes that a card explains, by the type that has them. */
import { contextKeys } from './contexts.ts';
import type { KeyHelpTable } from './key-help.ts';
import { podKeys } from './pods.ts';
import { policyKeys } from './policies.ts';

export const securityKeys: KeyHelpTable = { ...contextKeys, ...podKeys, ...policyKeys };
