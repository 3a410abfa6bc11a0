/** What is kept of a file for the rules on several files, and what of it decides over its deployment units. */

import type { Extracted } from '../../facts/extract.ts';
import type { Kustomization } from '../../model/kustomize/kustomization.ts';
import { directoryOf, joinPath } from '../../text/path.ts';
import type { Deployment } from './document-analysis.ts';
import { type FileRecord, rootOf } from './file-record.ts';
import type { UnitFile } from './units/deployment-units.ts';

/** What is kept of a file. */
export interface KnownFile {
  readonly extracted: readonly Extracted[];
  /** The folder that nothing goes above. */
  readonly root: string;
  readonly kustomization: Kustomization | undefined;
  readonly deployments: readonly Deployment[];
  readonly chart: string | undefined;
  /** Nobody asked for it. */
  readonly isOutside: boolean;
}

/** What is kept of a file. @returns undefined when it says nothing to other files. */
export function knownOf(record: FileRecord): KnownFile | undefined {
  const { units, kustomization, chart } = record;
  const extracted = units.flatMap(({ unit }) => unit.extracted);
  const deployments = units.flatMap(({ unit: { deployment } }) =>
    deployment === undefined || deployment.defines.length + deployment.deploys.length === 0 ? [] : [deployment],
  );
  if (extracted.length + deployments.length === 0 && kustomization === undefined) return undefined;
  return {
    extracted,
    root: rootOf(record),
    kustomization,
    deployments,
    chart,
    isOutside: record.input.isOutside ?? false,
  };
}

/** @param unit the folder of a deployment unit. @returns what the file says as it is deployed there. */
export function extractedIn(file: KnownFile | undefined, unit: string): readonly Extracted[] {
  const extracted = file?.extracted ?? [];
  if (!extracted.some(({ inUnits }) => inUnits?.has(unit) === true)) return extracted;
  return extracted.map((one) => ({ ...one, fact: one.inUnits?.get(unit) ?? one.fact }));
}

/** Whether two states of a file belong to the same deployment units. */
export const sameDeployment = (a: KnownFile | undefined, b: KnownFile | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.root === b.root &&
  a.chart === b.chart &&
  a.isOutside === b.isOutside &&
  same(a.kustomization, b.kustomization) &&
  a.deployments.length === b.deployments.length &&
  a.deployments.every((one, i) => same(one, b.deployments[i]));

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What the sorting into deployment units is told of a file. */
export function unitFileOf(path: string, { root, kustomization, deployments, isOutside, chart }: KnownFile): UnitFile {
  return {
    path,
    root,
    kustomization,
    isOutside,
    chart,
    defines: deployments.flatMap(({ defines }) => defines),
    deploys: deployments.flatMap(({ deploys }) =>
      deploys.map(({ path: to, from }) => joinPath(from === 'root' ? root : directoryOf(path), to)),
    ),
  };
}
