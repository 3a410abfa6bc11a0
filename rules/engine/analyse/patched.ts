/**
 * Objects as they are deployed, where every kustomization that takes them in patches them: what is found and known of an object is then what is found and
 * known of what they make of it. Places stay those of the object.
 */
import type { Extracted } from '../../facts/extract.ts';
import type { FactKind } from '../../facts/kinds/index.ts';
import type { FileContext } from '../../facts/questions/file-context.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { patched } from '../../model/kustomize/patch.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { isPlainMap, plainOf } from '../../yaml/plain-value.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { type Analysis, analyzeDocument, type RawFinding } from './analyze.ts';

/** What deployments make of objects, one analysis for each way to deploy it; objects that some deployment leaves as they are have none. */
export type Deployments = ReadonlyMap<Resource, readonly Analysis[]>;

/** Patches that are tried on the objects of one document; those below are judged as they stand. */
const mostPatched = 20_000;

/** @param rules those that the objects were analysed with. */
export function deploymentsOf(
  resources: readonly Resource[],
  rules: RuleSet,
  { overlays, ...fileContext }: FileContext,
): Deployments {
  const found = new Map<Resource, readonly Analysis[]>();
  if (overlays.length === 0 || overlays.some((patches) => patches.length === 0)) return found;
  let left = mostPatched;
  for (const resource of resources) {
    left -= overlays.reduce((sum, patches) => sum + patches.length, 0);
    if (left < 0) break;
    const object = plainOf(resource.field);
    if (!isPlainMap(object)) continue;
    const results = overlays.map((patches) => patched(object, patches));
    if (results.includes(object)) continue;
    // JSON is YAML. Of what is deleted, or nobody can tell, nothing is said.
    const texts = new Set(results.flatMap((result) => (result === undefined ? [] : [JSON.stringify(result)])));
    found.set(
      resource,
      [...texts].map((text) => analyzeDocument(parseDocument(text), rules, { ...fileContext, overlays: [] })),
    );
  }
  return found;
}

/** @returns findings without those that no deployment has. */
export function deployedFindings(findings: readonly RawFinding[], deployments: Deployments): readonly RawFinding[] {
  if (deployments.size === 0) return findings;
  const left = new Map(
    [...deployments].map(([resource, analyses]) => [
      resource,
      new Set(analyses.flatMap((analysis) => analysis.findings.map(keyOf))),
    ]),
  );
  return findings.filter((finding) => {
    const keys = finding.resource === undefined ? undefined : left.get(finding.resource);
    return keys === undefined || keys.has(keyOf(finding));
  });
}

const keyOf = ({ rule, container = '' }: RawFinding): string => `${rule.id} ${container}`;

/** What patches are held against is the object as it is written. */
const asWritten: ReadonlySet<FactKind> = new Set(['object']);

/**
 * @param extracted facts of an object. @param extract takes them out of another one.
 * @returns the facts as they are deployed; where deployments differ, or what they say has no place in the object, those of the object.
 */
export function deployedFacts(
  extracted: readonly Extracted[],
  analyses: readonly Analysis[] | undefined,
  extract: (resource: Resource) => readonly Extracted[],
): readonly Extracted[] {
  const versions = (analyses ?? []).map(({ resources }) => resources.flatMap(extract).map(({ fact }) => fact));
  const [first, ...others] = versions;
  if (first === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return extracted;
  const isAlike =
    first.length === extracted.length && first.every((fact, i) => fact.factKind === extracted[i]?.fact.factKind);
  if (!isAlike) return extracted;
  return extracted.map((one, i) => (asWritten.has(one.fact.factKind) ? one : { ...one, fact: first[i] ?? one.fact }));
}
