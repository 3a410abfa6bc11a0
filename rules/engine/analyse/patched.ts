/**
 * Objects as they are deployed, where every kustomization that takes them in patches them: what is found and known of an object is then what is found and
 * known of what they make of it. Places stay those of the object.
 */
import type { Extracted } from '../../facts/extract.ts';
import { asWritten, type FactKind, type FactWithoutRef } from '../../facts/kinds/index.ts';
import type { FileContext } from '../../facts/questions/file-context.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { deployed } from '../../model/kustomize/layers.ts';
import { messageLimit, shortened } from '../../text/shortened.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { isPlainMap, type PlainMap, plainOf } from '../../yaml/plain-value.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { type Analysis, analyzeDocument, type RawFinding } from './analyze.ts';

/** What deployments make of an object. */
export interface Deployed {
  /** One for each way to deploy it that makes something of its own of it. */
  readonly all: readonly Analysis[];
  /** The same of the ways in one deployment unit, by its folder. */
  readonly inUnits: ReadonlyMap<string, readonly Analysis[]>;
}

/** What deployments make of objects. */
export interface Deployments {
  /** Of the objects that every deployment changes. */
  readonly changed: ReadonlyMap<Resource, Deployed>;
  /** Of those that are changed in all ways of a unit, but not in all others. */
  readonly partly: ReadonlyMap<Resource, Deployed>;
  /** What containers lack that patches add, and what patches take away: no file has these as a whole. */
  readonly added: readonly RawFinding[];
}

/** Patches that are tried on the objects of one document; those below are judged as they stand. */
const mostPatched = 20_000;

/** @param rules those that the objects were analysed with. */
export function deploymentsOf(
  { resources, findings }: Pick<Analysis, 'resources' | 'findings'>,
  rules: RuleSet,
  { overlays, ...fileContext }: FileContext,
): Deployments {
  const changed = new Map<Resource, Deployed>();
  const partly = new Map<Resource, Deployed>();
  const added: RawFinding[] = [];
  const found: Deployments = { changed, partly, added };
  if (overlays.length === 0) return found;
  let left = mostPatched;
  const keys = new Map<Resource | undefined, Set<string>>();
  for (const finding of findings)
    keys.set(finding.resource, (keys.get(finding.resource) ?? new Set()).add(keyOf(finding)));
  const analysed = (text: string): Analysis =>
    analyzeDocument(parseDocument(text), rules, { ...fileContext, overlays: [] });
  for (const resource of resources) {
    left -= overlays.reduce((sum, { steps }) => sum + steps.length, 0);
    if (left < 0) break;
    const object = plainOf(resource.field);
    if (!isPlainMap(object)) continue;
    const results = overlays.map(({ steps }) => deployed(object, steps));
    if (results.every((result) => result === object)) continue;
    const made = madeOf(object, results, overlays, analysed);
    if (results.includes(object)) partly.set(resource, made);
    else changed.set(resource, made);
    added.push(...addedTo(resource, made.all, keys.get(resource) ?? new Set()));
  }
  return found;
}

/** @param results what each overlay makes of the object. Of what is deleted, or nobody can tell, nothing is said. */
function madeOf(
  object: PlainMap,
  results: readonly (PlainMap | undefined)[],
  overlays: FileContext['overlays'],
  analysed: (text: string) => Analysis,
): Deployed {
  // JSON is YAML.
  const byText = new Map<string, Analysis>();
  const inUnits = new Map<string, Analysis[] | undefined>();
  for (const [at, result] of results.entries()) {
    const unit = overlays[at]?.unit ?? '';
    const known = inUnits.has(unit) ? inUnits.get(unit) : [];
    inUnits.set(unit, result === object ? undefined : known);
    if (result === undefined || result === object) continue;
    const text = JSON.stringify(result);
    const analysis = byText.get(text) ?? analysed(text);
    byText.set(text, analysis);
    if (known?.includes(analysis) === false) known.push(analysis);
  }
  const whole = [...inUnits].flatMap(([unit, analyses]) => (analyses === undefined ? [] : [[unit, analyses] as const]));
  return { all: [...byText.values()], inUnits: new Map(whole) };
}

/**
 * Findings of absence that patches make, by the containers that they add and by what they take away, once for each; they stand at the object, which
 * nothing here fixes. @param written keys of what is found of the object itself.
 */
function addedTo(
  resource: Resource,
  analyses: readonly Analysis[],
  written: ReadonlySet<string>,
): readonly RawFinding[] {
  const own = new Set(resource.pods.flatMap(({ containers }) => containers.map(({ name }) => name)));
  const found = new Map<string, RawFinding>();
  for (const finding of analyses.flatMap(({ findings }) => findings)) {
    const { offer: _offer, container, ...plain } = finding;
    const isNew = container !== undefined && !own.has(container);
    if (!finding.absent || (!isNew && written.has(keyOf(finding)))) continue;
    const how = isNew ? 'which a patch adds' : 'as a patch leaves it';
    found.set(keyOf(finding), {
      ...plain,
      ...(container === undefined ? {} : { container }),
      message: shortened(`${finding.message.replace(/\.$/, '')}, ${how}.`, messageLimit),
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
    [...changed].map(([resource, { all }]) => [
      resource,
      new Set(all.flatMap((analysis) => analysis.findings.map(keyOf))),
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
 * @returns the facts as they are deployed, and where a unit deploys others, these; where deployments differ, and of a kind of which they say more or less
 *   than the object, those of the object.
 */
export function deployedFacts(
  extracted: readonly Extracted[],
  resource: Resource,
  { changed, partly }: Deployments,
  extract: (resource: Resource) => readonly Extracted[],
): readonly Extracted[] {
  const [everywhere, somewhere] = [changed.get(resource), partly.get(resource)];
  const inUnits = (everywhere ?? somewhere)?.inUnits;
  if (inUnits === undefined) return extracted;
  const common = factsAs(extracted, everywhere?.all ?? [], extract);
  const units = [...inUnits].map(([unit, analyses]) => [unit, factsAs(extracted, analyses, extract)] as const);
  return extracted.map((one, at) => {
    const fact = common[at] ?? one.fact;
    const text = JSON.stringify(fact);
    const others = units.flatMap(([unit, facts]) => {
      const other = facts[at];
      return other === undefined || JSON.stringify(other) === text ? [] : [[unit, other] as const];
    });
    return { ...one, fact, ...(others.length === 0 ? {} : { inUnits: new Map(others) }) };
  });
}

/** @returns a fact for each that the object has, as deployments have it where they agree. */
function factsAs(
  extracted: readonly Extracted[],
  analyses: readonly Analysis[],
  extract: (resource: Resource) => readonly Extracted[],
): readonly FactWithoutRef[] {
  const own = extracted.map(({ fact }) => fact);
  const versions = analyses.map(({ resources }) => resources.flatMap(extract).map(({ fact }) => fact));
  const [first, ...others] = versions;
  if (first === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return own;
  const deployedOnes = ofKinds(first);
  const written = ofKinds(own);
  const turns = new Map<FactKind, number>();
  return own.map((fact) => {
    const { factKind } = fact;
    const turn = turns.get(factKind) ?? 0;
    turns.set(factKind, turn + 1);
    const facts = deployedOnes.get(factKind) ?? [];
    // A container that a patch adds says something that has no place; what its pods say has one.
    const isAlike = facts.length === written.get(factKind)?.length;
    return asWritten.has(factKind) || !isAlike ? fact : (facts[turn] ?? fact);
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
