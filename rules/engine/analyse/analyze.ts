/**
 * Runs the active rules over one unit: a YAML document or a Dockerfile. Pure and total: a rule that throws is noted once, stays
 * out of the rest of the unit and hurts no other rule. Offsets are the unit's own.
 */

import type { FixOffer, Place, Related, Report, Surroundings, Weight } from '../../contract/finding.ts';
import type { Context, LocalRule } from '../../contract/rule.ts';
import { type FileContext, isConstrained, namespaceOf, noFileContext } from '../../facts/questions/file-context.ts';
import { servicesOf } from '../../model/compose/service.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import { unversioned } from '../../model/image/reference.ts';
import { isOfThisMachine } from '../../model/image/registry.ts';
import type { ImageUse } from '../../model/image/use.ts';
import { componentsOf } from '../../model/kubernetes/component.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import { type Resource, type ResourceIdentity, resourcesOf } from '../../model/kubernetes/resource.ts';
import { messageLimit, nameLimit, shortened } from '../../text/shortened.ts';
import type { Span } from '../../text/source.ts';
import { SpanIndex } from '../../text/span-index.ts';
import type { YamlDocument, YamlNode } from '../../yaml/tree.ts';
import type { Finding } from '../findings/finding.ts';
import type { Unit } from '../fixes/fix.ts';
import { withoutUsers } from '../fixes/given-users.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { admissionOf } from './admission.ts';

/** A finding before suppression, in the unit's offsets. */
export interface RawFinding extends Pick<Finding, 'severity' | 'message' | 'absent' | 'container'>, Weight {
  readonly rule: LocalRule;
  readonly anchor: Span;
  /** The place stands for more than its anchor. */
  readonly isWhole?: true;
  /** Names the place inside its object; part of the fingerprint. */
  readonly path: string;
  readonly identity?: ResourceIdentity;
  readonly related: readonly { readonly anchor: Span; readonly message: string }[];
  /** What fixes it; holds on to the tree. */
  readonly offer?: (around: Surroundings) => FixOffer;
  /** It stands where no fix of its rule can write. */
  readonly isUnfixable?: true;
  /** The object it is about; holds on to the tree. */
  readonly resource?: Resource;
  /** It is of a pod that tests a release of a chart. */
  readonly isOfTest?: true;
  /** Where its fixes are written, where that is not the document that it stands in. */
  readonly unit?: Unit;
}

/** A rule that threw, and what it threw. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

/** What rules found in one document, in its own offsets. */
export interface Analysis {
  readonly findings: readonly RawFinding[];
  readonly failures: readonly RuleFailure[];
  readonly resources: readonly Resource[];
  readonly resourceCount: number;
}

/** @param fileContext what other files make of this one: a patch is not judged for what it lacks, nor an image that is replaced. */
export function analyzeDocument(document: YamlDocument, everywhere: RuleSet, fileContext: FileContext): Analysis {
  const run = new Run(everywhere, fileContext);
  const resources = resourcesOf(document, fileContext.patch, fileContext.isSelected);
  for (const resource of resources) {
    const rules = everywhere.in(namespaceOf(resource.identity, fileContext));
    run.rules = rules;
    run.resource = resource;
    run.visit(rules.local.resource, resource);
    for (const pod of resource.pods) {
      run.isConstrained = isConstrained(pod, fileContext);
      run.visit(rules.local.pod, pod);
      for (const container of pod.containers) {
        run.container = container;
        run.visit(rules.local.container, container);
        run.visitImage(container.image);
        run.container = undefined;
      }
      for (const volume of pod.volumes) {
        run.visit(rules.local.volume, volume);
        run.visitImage(volume.image);
      }
      if (fileContext.requirements.size > 0) run.visit(rules.local.admission, admissionOf(pod, fileContext, rules));
    }
    run.isConstrained = false;
    for (const component of componentsOf(resource)) {
      run.container = component.flags?.container;
      run.visit(rules.local.component, component);
      run.container = undefined;
    }
    for (const rule of resource.rules) run.visit(rules.local['rbac-rule'], rule);
    if (resource.binding !== undefined) run.visit(rules.local.binding, resource.binding);
  }
  return {
    findings: withoutCopies(run.findings, document.shared),
    failures: run.failures,
    resources,
    resourceCount: resources.length,
  };
}

/** What aliases repeat is written once, and is one finding. @param shared what aliases stand for. */
function withoutCopies(findings: readonly RawFinding[], shared: ReadonlySet<YamlNode>): readonly RawFinding[] {
  if (shared.size === 0) return findings;
  const inside = new SpanIndex([...shared].map((node) => ({ span: node, value: node })));
  const seen = new Set<string>();
  return findings.filter(({ rule, anchor }) => {
    if (inside.at(anchor.start).length === 0) return true;
    const key = `${rule.id} ${anchor.start} ${anchor.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** @returns what is found of images that stand in no object. */
export function analyzeImages(images: readonly ImageUse[], rules: RuleSet): readonly RawFinding[] {
  const run = new Run(rules, noFileContext);
  for (const image of images) run.visitImage(image);
  return run.findings;
}

/** @param fileContext what other files make of this one: the variables it is given, and the images that are built beside it. */
export function analyzeCompose(document: YamlDocument, rules: RuleSet, fileContext: FileContext): Analysis {
  const run = new Run(rules, fileContext, true);
  const services = servicesOf(document, fileContext.environment);
  const built = new Set(
    services.flatMap(({ isBuilt, image }) => (isBuilt && image ? unversioned(image.reference) : [])),
  );
  for (const service of services) {
    run.visit(rules.local.service, service);
    const { image } = service;
    if (image !== undefined && !built.has(unversioned(image.reference))) run.visitImage(image);
  }
  return {
    findings: withoutCopies(run.findings.map(ofService), document.shared),
    failures: run.failures,
    resources: [],
    resourceCount: 0,
  };
}

/** An image hangs on its service, which may still say that it is built. */
const ofService = (finding: RawFinding): RawFinding =>
  finding.rule.subject === 'image' ? { ...finding, isWhole: true } : finding;

/** @param fileContext what other files make of this one: the images that they give it by name. */
export function analyzeDockerfile(dockerfile: Dockerfile, rules: RuleSet, fileContext: FileContext): Analysis {
  const run = new Run(rules, fileContext);
  run.visit(rules.local.dockerfile, dockerfile);
  for (const stage of dockerfile.stages) run.visit(rules.local.stage, stage);
  for (const instruction of dockerfile.instructions) run.visit(rules.local.instruction, instruction);
  for (const image of dockerfile.images) run.visitImage(image);
  return { findings: run.findings, failures: run.failures, resources: [], resourceCount: 0 };
}

/** Helm starts it when somebody asks for a test of the release. Source: Helm documentation, "Chart Tests". */
const isOfHelmTest = (resource: Resource): boolean =>
  /^test/.test(resource.at('metadata', 'annotations', 'helm.sh/hook').text ?? '');

/** What a rule has found; the places are put together once somebody asks. */
interface Told {
  readonly findings: RawFinding[];
  places: Set<string> | undefined;
}

const twinKey = (path: string, start: number): string => `${start} ${path}`;

class Run {
  readonly findings: RawFinding[] = [];
  readonly failures: RuleFailure[] = [];
  resource: Resource | undefined;
  container: Container | undefined;
  /** Those of the namespace that is looked at. */
  rules: RuleSet;
  readonly #failed = new Set<string>();
  readonly #byRule = new Map<LocalRule, Told>();
  #rule: LocalRule | undefined;
  /** One for the whole run, since rules run by the hundred on every object. */
  readonly #report: Report = (place, message, offer, related, weight) => {
    if (this.#rule === undefined) return;
    this.#add(this.#rule, place, message, offer, related, weight);
  };

  readonly #fileContext: FileContext;
  /** The restricted constraints of OpenShift admit the pod that is looked at. */
  isConstrained = false;
  /** Of Compose files, whose services share by anchors: where each finding stands among the others, by rule and place. */
  readonly #shared: Map<string, number> | undefined;

  constructor(rules: RuleSet, fileContext: FileContext, shares = false) {
    this.rules = rules;
    this.#fileContext = fileContext;
    this.#shared = shares ? new Map() : undefined;
  }

  visit<T>(
    rules: readonly (LocalRule & { check(subject: T, report: Report, context: Context): void })[],
    subject: T,
  ): void {
    const { images, isBuiltOn, isGivenUser } = this.#fileContext;
    const givesUsers = this.isConstrained;
    const context =
      images.size === 0 && !isBuiltOn && !isGivenUser && !givesUsers
        ? this.rules.context
        : { ...this.rules.context, replacedImages: images, isBuiltOn, isGivenUser, givesUsers };
    for (const rule of rules) {
      if (this.#failed.size > 0 && this.#failed.has(rule.id)) continue;
      this.#rule = rule;
      try {
        rule.check(subject, this.#report, context);
      } catch (error) {
        this.#failed.add(rule.id);
        this.failures.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  /** An image that a kustomization replaces is not the one that is deployed, and what is built in the place where it runs nobody pushes. */
  visitImage(image: ImageUse | undefined): void {
    if (image === undefined || isOfThisMachine(image.reference)) return;
    if (!this.#fileContext.images.has(unversioned(image.reference))) this.visit(this.rules.local.image, image);
  }

  #add(
    rule: LocalRule,
    place: Place,
    message: string,
    offer: ((around: Surroundings) => FixOffer) | undefined,
    related: readonly Related[] = [],
    weight: Weight = {},
  ): void {
    const severity = this.rules.severity.get(rule.id);
    if (severity === undefined) return;
    const path = shortened(place.path ?? '', nameLimit);
    const { container } = this;
    const inside = container !== undefined && path.startsWith(container.path);
    // Two containers that inherit one bad value of their pod are one problem, and not one of the first container.
    if (container !== undefined && !inside && this.#isTold(rule, path, place.anchor.start)) return;
    if (this.#isShared(rule, place.anchor.start)) return;
    const finding: RawFinding = {
      rule,
      severity,
      message: shortened(message, messageLimit),
      anchor: place.anchor,
      absent: place.absent ?? false,
      ...(place.isWhole === true ? { isWhole: true } : {}),
      path,
      related: related.map(({ place: { anchor }, message }) => ({ anchor, message: shortened(message, messageLimit) })),
      ...(this.resource === undefined ? {} : { resource: this.resource, identity: this.resource.identity }),
      ...(inside && container.name !== '' ? { container: container.name } : {}),
      ...(offer === undefined ? {} : { offer: this.isConstrained ? withoutUsers(offer) : offer }),
      ...(this.resource !== undefined && isOfHelmTest(this.resource) ? { isOfTest: true } : {}),
      ...weight,
      ...(this.isConstrained && rule.setByConstraints && place.absent ? { from: 'strict' } : {}),
    };
    this.findings.push(finding);
    const told = this.#byRule.get(rule);
    if (told === undefined) this.#byRule.set(rule, { findings: [finding], places: undefined });
    else {
      told.findings.push(finding);
      told.places?.add(twinKey(finding.path, finding.anchor.start));
    }
  }

  /** What several services share is one finding; a fix of one of them would leave the others as they are. */
  #isShared(rule: LocalRule, start: number): boolean {
    const key = `${rule.id} ${start}`;
    const at = this.#shared?.get(key);
    const first = at === undefined ? undefined : this.findings[at];
    if (at === undefined || first === undefined) this.#shared?.set(key, this.findings.length);
    else if (first.offer !== undefined)
      this.findings[at] = { ...first, offer: () => ({ refused: 'Several services share it; change it by hand.' }) };
    return first !== undefined;
  }

  /** Whether a rule has said something at this place already. */
  #isTold(rule: LocalRule, path: string, start: number): boolean {
    const told = this.#byRule.get(rule);
    if (told === undefined) return false;
    told.places ??= new Set(told.findings.map((known) => twinKey(known.path, known.anchor.start)));
    return told.places.has(twinKey(path, start));
  }
}
