/** The kinds of facts, one a file. A new kind is its file, and its line here. */

import type { Fact, FactSource } from '../fact.ts';
import { apiCall } from './api-call.ts';
import { authorization } from './authorization.ts';
import { autoscaler } from './autoscaler.ts';
import { backends } from './backends.ts';
import { binding } from './binding.ts';
import { budget } from './budget.ts';
import { buildIgnore } from './build-ignore.ts';
import { buildOrder } from './build-order.ts';
import { builtImage } from './built-image.ts';
import { clientTls } from './client-tls.ts';
import { component } from './component.ts';
import { composeEnvironment } from './compose-environment.ts';
import { container } from './container.ts';
import { copiedFile } from './copied-file.ts';
import { crossNamespaceReference } from './cross-namespace-reference.ts';
import { devContainer } from './dev-container.ts';
import { dockerfile } from './dockerfile.ts';
import { kustomization } from './kustomization.ts';
import { loginPolicy } from './login-policy.ts';
import { monitor } from './monitor.ts';
import { namedImage } from './named-image.ts';
import { namespace } from './namespace.ts';
import { namespaceless } from './namespaceless.ts';
import { networkPolicy } from './network-policy.ts';
import { object } from './object.ts';
import { openshift } from './openshift.ts';
import { peerAuthentication } from './peer-authentication.ts';
import { podMaker } from './pod-maker.ts';
import { pods } from './pods.ts';
import { referenceGrant } from './reference-grant.ts';
import { role } from './role.ts';
import { service } from './service.ts';
import { serviceAccount } from './service-account.ts';
import { settings } from './settings.ts';
import { settingsUse } from './settings-use.ts';
import { workload } from './workload.ts';

/** By the name that rules read a kind under. */
export const factKinds = {
  workload,
  'network-policy': networkPolicy,
  namespace,
  'service-account': serviceAccount,
  role,
  binding,
  'peer-authentication': peerAuthentication,
  'client-tls': clientTls,
  authorization,
  pods,
  'pod-maker': podMaker,
  service,
  backends,
  'login-policy': loginPolicy,
  autoscaler,
  budget,
  monitor,
  'api-call': apiCall,
  namespaceless,
  component,
  'cross-namespace-reference': crossNamespaceReference,
  'reference-grant': referenceGrant,
  settings,
  'settings-use': settingsUse,
  dockerfile,
  'build-order': buildOrder,
  'dev-container': devContainer,
  'build-ignore': buildIgnore,
  'built-image': builtImage,
  'named-image': namedImage,
  'compose-environment': composeEnvironment,
  container,
  'copied-file': copiedFile,
  object,
  openshift,
  kustomization,
};

/** The name of a kind, as rules ask for it. */
export type FactKind = keyof typeof factKinds;

type FactOf<S> = S extends FactSource<infer F> ? F : never;

/** The facts of a scope by kind, each in the order of files and texts. */
export type FactsByKind = { readonly [K in FactKind]: readonly FactOf<(typeof factKinds)[K]>[] };

/** A fact before it is known which one of its file it is. */
export type FactWithoutRef = {
  [K in FactKind]: Omit<FactsByKind[K][number], 'ref'> & { readonly factKind: K };
}[FactKind];

/** In the order of the list. */
export const factSources = Object.entries(factKinds) as readonly (readonly [FactKind, FactSource<Fact>])[];

const having = (flag: 'toldByPatches' | 'isAsWritten'): ReadonlySet<FactKind> =>
  new Set(factSources.flatMap(([kind, source]) => (source[flag] === true ? [kind] : [])));

/** Kinds that patches tell by themselves. */
export const toldByPatches = having('toldByPatches');

/** Kinds that speak of objects as they are written. */
export const asWritten = having('isAsWritten');
