/**
 * Objects as they are deployed, where every kustomization that takes them in patches them: what is found and known of an object is then what is found and
 * known of what they make of it. Places stay those of the object.
 */
import type { Extracted } from '../../facts/extract.ts';
import { asWritten, type FactKind, type FactWithoutRef } from '../../facts/kinds/index.ts';
import type { FileContext } from '../../facts/questions/file-context.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { patched } from '../../model/kustomize/patch.ts';
import { messageLimit, shortened } from '../../text/shortened.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { isPlainMap, plainOf } from '../../yaml/plain-value.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { type Analysis, analyzeDocument, type RawFinding } from './analyze.ts';

/** What deployments make of objects, one analysis for each way to deploy it. */
export interface Deployments {
  /** Of the objects that every deployment changes. */
  readonly changed: ReadonlyMap<Resource, readonly Analysis[]>;
  /** What containers lack that patches add: no file has these as a whole. */
  readonly added: readonly RawFinding[];
}

/** Patches that are tried on the objects of one document; those below are judged as they stand. */
const mostPatched = 20_000;

/** @param rules those that the objects were analysed with. */
export function deploymentsOf(
  resources: readonly Resource[],
  rules: RuleSet,
  { overlays, ...fileContext }: FileContext,
): Deployments {
  const changed = new Map<Resource, readonly Analysis[]>();
  const added: RawFinding[] = [];
  const found: Deployments = { changed, added };
  if (overlays.length === 0) return found;
  let left = mostPatched;
  for (const resource of resources) {
    left -= overlays.reduce((sum, patches) => sum + patches.length, 0);
    if (left < 0) break;
    const object = plainOf(resource.field);
    if (!isPlainMap(object)) continue;
    const results = overlays.map((patches) => patched(object, patches));
    const isEvery = !results.includes(object);
    // JSON is YAML. Of what is deleted, or nobody can tell, nothing is said.
    const texts = new Set(
      results.flatMap((result) => (result === undefined || result === object ? [] : [JSON.stringify(result)])),
    );
    if (!isEvery && resource.pods.length === 0) continue;
    const analyses = [...texts].map((text) =>
      analyzeDocument(parseDocument(text), rules, { ...fileContext, overlays: [] }),
    );
    if (isEvery) changed.set(resource, analyses);
    added.push(...addedTo(resource, analyses));
  }
  return found;
}

/** Findings of absence of containers that an object does not have itself, once for each; they stand at the object, which nothing here fixes. */
function addedTo(resource: Resource, analyses: readonly Analysis[]): readonly RawFinding[] {
  const own = new Set(resource.pods.flatMap(({ containers }) => containers.map(({ name }) => name)));
  const found = new Map<string, RawFinding>();
  for (const finding of analyses.flatMap(({ findings }) => findings)) {
    const { offer: _offer, ...plain } = finding;
    if (!finding.absent || finding.container === undefined || own.has(finding.container)) continue;
    found.set(keyOf(finding), {
      ...plain,
      message: shortened(`${finding.message.replace(/\.$/, '')}, which a patch adds.`, messageLimit),
      anchor: resource.anchor,
      related: [],
      resource,
      identity: resource.identity,
      isUnfixable: true,
    });
  }
  return [...found.values()];
}

/** @returns findings without those that no deployment has, and those of what patches add. */
export function deployedFindings(
  findings: readonly RawFinding[],
  { changed, added }: Deployments,
): readonly RawFinding[] {
  if (changed.size === 0) return [...findings, ...added];
  const left = new Map(
    [...changed].map(([resource, analyses]) => [
      resource,
      new Set(analyses.flatMap((analysis) => analysis.findings.map(keyOf))),
    ]),
  );
  const deployed = findings.filter((finding) => {
    const keys = finding.resource === undefined ? undefined : left.get(finding.resource);
    return keys === undefined || keys.has(keyOf(finding));
  });
  return [...deployed, ...added];
}

const keyOf = ({ rule, container = '' }: RawFinding): string => `${rule.id} ${container}`;

/**
 * @param extracted facts of an object. @param extract takes them out of another one.
 * @returns the facts as they are deployed; where deployments differ, and of a kind of which they say more or less than the object, those of the object.
 */
export function deployedFacts(
  extracted: readonly Extracted[],
  analyses: readonly Analysis[] | undefined,
  extract: (resource: Resource) => readonly Extracted[],
): readonly Extracted[] {
  const versions = (analyses ?? []).map(({ resources }) => resources.flatMap(extract).map(({ fact }) => fact));
  const [first, ...others] = versions;
  if (first === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return extracted;
  const deployed = ofKinds(first);
  const written = ofKinds(extracted.map(({ fact }) => fact));
  const turns = new Map<FactKind, number>();
  return extracted.map((one) => {
    const { factKind } = one.fact;
    const turn = turns.get(factKind) ?? 0;
    turns.set(factKind, turn + 1);
    const facts = deployed.get(factKind) ?? [];
    // A container that a patch adds says something that has no place; what its pods say has one.
    const isAlike = facts.length === written.get(factKind)?.length;
    return asWritten.has(factKind) || !isAlike ? one : { ...one, fact: facts[turn] ?? one.fact };
  });
}

function ofKinds(facts: readonly FactWithoutRef[]): ReadonlyMap<FactKind, readonly FactWithoutRef[]> {
  const found = new Map<FactKind, FactWithoutRef[]>();
  for (const fact of facts) {
    const those = found.get(fact.factKind) ?? [];
    found.set(fact.factKind, those);
    those.push(fact);
  }
  return found;
}
