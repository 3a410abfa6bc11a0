/** Service accounts, and whether pods are handed their token. */

import type { Fact, FactSource } from '../fact.ts';
import { type Setting, settingOf } from '../setting.ts';

export interface ServiceAccountFact extends Fact {
  readonly automount: Setting;
  /** Roles of a cloud that its pods act as, as annotations name them. */
  readonly cloudRoles: readonly string[];
}

/** Sources: the documentation of Amazon EKS (IAM roles for service accounts), Google GKE and Azure (Workload Identity); read 2026-11-28. */
const roleAnnotations = [
  'eks.amazonaws.com/role-arn',
  'iam.gke.io/gcp-service-account',
  'azure.workload.identity/client-id',
];

export const serviceAccount: FactSource<ServiceAccountFact> = {
  objects: {
    of: ['ServiceAccount'],
    extract: (resource) =>
      resource.group === ''
        ? [
            {
              says: {
                automount: settingOf(resource.at('automountServiceAccountToken')),
                cloudRoles: roleAnnotations.flatMap(
                  (key) => resource.at('metadata', 'annotations', key).text?.trim() || [],
                ),
              },
            },
          ]
        : [],
  },
};
