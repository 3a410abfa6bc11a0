/** What rules say of a rendered template, at its places in the files of its chart. Must not know how charts are rendered. */
import type { Extracted } from '../../../facts/extract.ts';
import type { FactPlaces } from '../../../facts/fact.ts';
import type { FileContext } from '../../../facts/questions/file-context.ts';
import { type Span, shifted } from '../../../text/source.ts';
import type { Ignore } from '../../findings/suppress.ts';
import type { Unit } from '../../fixes/fix.ts';
import type { RuleSet } from '../../settings/rule-set.ts';
import type { RawFinding } from '../analyze.ts';
import { cachedDocumentUnit, type Deployment } from '../document-analysis.ts';
import { type ChartAccess, ChartWriter } from './chart-writer.ts';
import { type Landing, landingOf, landingOfHolder } from './landing.ts';
import type { RenderedDocument, RenderedTemplate } from './rendering.ts';
import { isTrialPath } from './scenarios.ts';
import { landingOfSecret, type SecretLanding } from './secret-landing.ts';

/** Documents so far. */
let units = 0;

/** A finding in offsets of a file of the chart. */
export interface Landed {
  /** Below the folder of the chart. */
  readonly path: string;
  /** The same for each that says the same of the same place. */
  readonly key: string;
  readonly raw: RawFinding;
  /** An action works it out of nobody knows what. */
  readonly isWorkedOut: boolean;
}

/** A template, judged with one set of values. */
export interface JudgedTemplate {
  readonly landed: readonly Landed[];
  /** In offsets of the template. */
  readonly extracted: readonly Extracted[];
  readonly ignores: readonly Ignore[];
  readonly deployment: Deployment;
  readonly resources: number;
}

/** What counts for a template. */
export interface Judge {
  readonly rules: RuleSet;
  readonly fileContext: FileContext;
}

/** @param path of the template below the folder of the chart. */
export function judged(
  path: string,
  template: RenderedTemplate,
  { rules, fileContext }: Judge,
  chart: ChartAccess,
): JudgedTemplate {
  const landed: Landed[] = [];
  const extracted: Extracted[] = [];
  const ignores: Ignore[] = [];
  const deployments: Deployment[] = [];
  let resources = 0;
  template.documents.forEach(({ offset, document }, i) => {
    const place = { offset, document };
    const writer = new ChartWriter(chart, template, place);
    // Fixes of one document are put together; its number is as good as an offset for that, and none that a text has.
    const written: Unit = { offset: -1 - units++, document, refusal: undefined, writer };
    const unit = cachedDocumentUnit(document, rules, fileContext, i === 0);
    resources += unit.analysis.resourceCount;
    for (const raw of unit.analysis.findings)
      for (const one of landedAt(raw, place, template, written))
        if (one.path === path || !isIgnored(raw, unit.ignores)) landed.push(one);
    const inOwn = (span: Span): Span | undefined => ownPlace(shifted(span, offset), path, template);
    for (const one of unit.extracted) extracted.push({ fact: one.fact, places: placesIn(one.places, inOwn) });
    for (const ignore of unit.ignores) ignores.push(...ignoreIn(ignore, inOwn));
    if (unit.deployment !== undefined) deployments.push(unit.deployment);
  });
  return { landed, extracted, ignores, deployment: together(deployments), resources };
}

function landedAt(raw: RawFinding, place: RenderedDocument, template: RenderedTemplate, unit: Unit): readonly Landed[] {
  const { offset } = place;
  const { resource: _resource, anchor, related, ...rest } = raw;
  const span = shifted(anchor, offset);
  const secret = raw.rule.isSecret === true ? landingOfSecret(anchor, place, template) : undefined;
  if (secret === 'none') return [];
  const landing =
    secret?.landing ?? (raw.absent ? landingOfHolder : landingOf)(span, template) ?? landingOfHolder(span, template);
  if (landing === undefined || isTrial(landing, template)) return [];
  const others = related.flatMap((one) => {
    const at = landingOf(shifted(one.anchor, offset), template);
    return at?.path === landing.path ? [{ ...one, anchor: at.span }] : [];
  });
  const { path, span: own } = landing;
  const key = `${raw.rule.id} ${path} ${own.start} ${own.end}`;
  const isWorkedOut = landing.kind === 'action' && landing.values.length === 0;
  return [{ path, key, isWorkedOut, raw: { ...rest, ...saidOf(raw, secret), anchor: own, related: others, unit } }];
}

/** What is said of a secret where it is told. */
function saidOf({ message }: RawFinding, secret: SecretLanding | undefined): Partial<RawFinding> {
  if (secret === undefined) return {};
  const { note, atMost } = secret;
  return {
    message: note === '' ? message : `${message.replace(/\.$/, '')} (${note}).`,
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/** A comment of the template speaks for what is told elsewhere, too. */
function isIgnored({ rule, anchor }: RawFinding, ignores: readonly Ignore[]): boolean {
  const names = [rule.id, ...(rule.formerIds ?? [])];
  return ignores.some(
    ({ rules, reason, scope, foreign }) =>
      (reason !== '' || foreign === true) &&
      rules.some(({ id }) => names.includes(id)) &&
      (scope === undefined || (scope.start <= anchor.start && anchor.start < scope.end)),
  );
}

/** What somebody writes into values for trials is deployed by nobody, wherever a template puts it. */
const isTrial = ({ path, values }: Landing, template: RenderedTemplate): boolean =>
  [path, ...values.map((at) => template.values.find(at)?.path ?? '')].some(isTrialPath);

/** The place of a template at which something of its own document is told, wherever that comes from. */
function ownPlace(span: Span, path: string, template: RenderedTemplate): Span | undefined {
  for (const landing of [landingOf(span, template), landingOfHolder(span, template)])
    if (landing?.path === path) return landing.span;
  const { provenance, paths } = template;
  const before = provenance.within(0, span.start).findLast(({ piece }) => paths.get(piece.template) === path);
  return before === undefined ? undefined : { start: before.piece.start, end: before.piece.end };
}

function placesIn(places: FactPlaces, inOwn: (span: Span) => Span | undefined): FactPlaces {
  const found: Record<string, Span> = {};
  for (const place in places) found[place] = inOwn(places[place] as Span) ?? { start: 0, end: 0 };
  return found;
}

function ignoreIn(ignore: Ignore, inOwn: (span: Span) => Span | undefined): readonly Ignore[] {
  const span = inOwn(ignore.span);
  if (span === undefined) return [];
  const { scope } = ignore;
  const first = scope === undefined ? undefined : inOwn({ start: scope.start, end: scope.start });
  const last = scope === undefined ? undefined : inOwn({ start: Math.max(scope.end - 1, scope.start), end: scope.end });
  const around = first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
  if (scope !== undefined && around === undefined) return [];
  // What it hides may be told of another file.
  return [{ ...ignore, foreign: true, span, scope: around, rules: ignore.rules.map((rule) => ({ ...rule, span })) }];
}

const together = (all: readonly Deployment[]): Deployment => ({
  defines: all.flatMap(({ defines }) => defines),
  deploys: all.flatMap(({ deploys }) => deploys),
  names: all.flatMap(({ names }) => names),
});
