/**
 * A unit of a file, analysed: a YAML document or a Dockerfile with its findings, ignores and facts, in offsets of its own. Kept
 * with the document, so that an edit elsewhere in the file costs nothing here.
 */

import { placeholdersIn } from '../../contract/placeholder.ts';
import {
  type Extracted,
  factsOf,
  factsOfCompose,
  factsOfDockerfile,
  factsOfKustomization,
} from '../../facts/extract.ts';
import type { FactPlaces } from '../../facts/fact.ts';
import { toldByPatches } from '../../facts/kinds/index.ts';
import type { FileContext } from '../../facts/questions/file-context.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import { type DeployedChart, deployedChartsOf } from '../../model/kubernetes/deployed-charts.ts';
import { type DeployedFolder, deployedFoldersOf } from '../../model/kubernetes/deployed-folders.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Kustomization } from '../../model/kustomize/kustomization.ts';
import { detached, detachedRecord } from '../../text/detached.ts';
import { Kept } from '../../text/kept.ts';
import type { Span } from '../../text/source.ts';
import type { Refusal } from '../../yaml/change.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { foreignIgnoresOfDockerfile, foreignIgnoresOfDocument } from '../findings/foreign-suppress.ts';
import { type Ignore, ignoresOfDockerfile, ignoresOfDocument } from '../findings/suppress.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { levelOf } from './admission.ts';
import { type Analysis, analyzeCompose, analyzeDockerfile, analyzeDocument, type RawFinding } from './analyze.ts';
import { inlineDockerfiles } from './inline-dockerfile.ts';
import { findingsOfKustomization, findingsOfPatchFile } from './inline-patches.ts';
import { deployedFacts, deployedFindings, deploymentsOf } from './patched.ts';
import { type ReleaseMarks, releaseMarksOf } from './units/release.ts';

/** All that is known of one document by itself. */
export interface DocumentAnalysis {
  readonly analysis: Analysis;
  readonly ignores: readonly Ignore[];
  readonly extracted: readonly Extracted[];
  readonly document: YamlDocument | undefined;
  /** Why nothing can be edited here; undefined when it can. */
  readonly refusal: Refusal | undefined;
  /** Where a budget ended, and what was therefore not looked at. */
  readonly cut?: Cut | undefined;
  /** The first error of its syntax; others follow from it. */
  readonly syntaxError?: Cut | undefined;
  /** Words of fixes that its author did not fill in. */
  readonly placeholders?: readonly Span[];
  /** What it tells of what is deployed with what. */
  readonly deployment?: Deployment;
  /** It was rendered from templates, and has no text to be edited: of the chart itself, or somebody else's, of which nothing is said. */
  readonly rendered?: 'own' | 'vendored';
}

/** What of a document tells which files are deployed together. */
export interface Deployment {
  /** Whole objects, by group, kind, namespace and name. */
  readonly defines: readonly string[];
  readonly deploys: readonly DeployedFolder[];
  /** Charts with the values that it sets; left out where there are none. */
  readonly releases?: readonly DeployedChart[];
  /** Of all objects. */
  readonly names: readonly string[];
  /** Left out for templates, whose chart says what it is. */
  readonly marks?: ReleaseMarks;
}

/** Where a budget ended, in offsets of the document, and what a person is told of it. */
export type Cut = Span & { readonly message: string };

interface Cached {
  readonly rules: RuleSet;
  readonly fileContext: FileContext;
  readonly first: boolean;
  readonly unit: DocumentAnalysis;
}

/** By document: a document that was not edited is the same object in the next version of its file. */
const cache = new Kept<YamlDocument, Cached>();

/** Analyses a document. @param first of its file, which alone may hold ignores of the whole file. */
export type AnalyseDocument = (
  document: YamlDocument,
  rules: RuleSet,
  fileContext: FileContext,
  first: boolean,
) => DocumentAnalysis;

/** @param first the document begins the file, where file-wide ignores stand. */
export const manifestAnalysis: AnalyseDocument = (document, rules, fileContext, first) => {
  const written = analyzeDocument(document, rules, fileContext);
  const deployments = deploymentsOf(written, rules, fileContext);
  const operations = fileContext.patch ? findingsOfPatchFile(document, fileContext.patchTargets, rules) : [];
  const analysis = sorted({
    ...written,
    findings: [...deployedFindings(written.findings, deployments), ...operations],
  });
  const extract = (resource: Resource): readonly Extracted[] => factsOf(resource, (pod) => levelOf(pod, rules));
  return {
    analysis,
    ignores: [
      ...ignoresOfDocument(document, analysis.resources, first),
      ...foreignIgnoresOfDocument(document, analysis.resources, rules.aliases),
    ],
    extracted: withOwnTexts(
      analysis.resources
        .flatMap((resource) => deployedFacts(extract(resource), resource, deployments, extract))
        .filter(({ fact }) => !fileContext.patch || toldByPatches.has(fact.factKind)),
    ),
    document,
    refusal: undefined,
    cut: document.cut,
    syntaxError: syntaxErrorOf(document),
    placeholders: placeholdersIn(document.text),
    deployment: deploymentOf(analysis.resources, document.text),
  };
};

/** A namespace is often stated by each of those who live in it. */
function deploymentOf(resources: readonly Resource[], text: string): Deployment {
  const releases = resources.flatMap(deployedChartsOf);
  const whole = resources.filter(({ partial, kind, name }) => !partial && kind !== 'Namespace' && name !== '');
  return detachedRecord({
    defines: whole.map(({ group, kind, namespace = '', name }) => [group, kind, namespace, name].join('/')),
    deploys: resources.flatMap(deployedFoldersOf),
    names: resources.map(({ name }) => name),
    ...(releases.length === 0 ? {} : { releases }),
    marks: releaseMarksOf(resources, text),
  });
}

/** The same, remembered with the document: for files that will be given again. */
export const cachedDocumentUnit: AnalyseDocument = (document, rules, fileContext, first) => {
  const known = cache.of(document);
  // The file keeps its context as long as that says the same: to compare it for each document would be documents times what it says.
  if (known?.rules === rules && known.fileContext === fileContext && known.first === first) return known.unit;
  const unit = manifestAnalysis(document, rules, fileContext, first);
  cache.keep(document, { rules, fileContext, first, unit });
  return unit;
};

/** The same for a document of a kustomization, with what it deploys by its own text. */
export function withOwnPatches(
  unit: DocumentAnalysis,
  document: YamlDocument,
  rules: RuleSet,
  kustomization: Kustomization,
): DocumentAnalysis {
  const findings = findingsOfKustomization(document, rules);
  const extracted = [...unit.extracted, ...withOwnTexts(factsOfKustomization(document, kustomization))];
  if (findings.length === 0) return { ...unit, extracted };
  const analysis = sorted({ ...unit.analysis, findings: [...unit.analysis.findings, ...findings] });
  return { ...unit, extracted, analysis };
}

/** A document of a Compose file. */
export function composeAnalysis(
  document: YamlDocument,
  rules: RuleSet,
  fileContext: FileContext,
  first: boolean,
): DocumentAnalysis {
  const inline = inlineDockerfiles(document, rules, fileContext);
  const analysis = analyzeCompose(document, rules, fileContext);
  return {
    analysis: sorted({
      ...analysis,
      findings: [...analysis.findings, ...inline.findings],
      failures: [...analysis.failures, ...inline.failures],
    }),
    ignores: [...ignoresOfDocument(document, [], first), ...inline.ignores],
    extracted: withOwnTexts(factsOfCompose(document)),
    document,
    refusal: undefined,
    cut: document.cut,
    syntaxError: syntaxErrorOf(document),
    placeholders: placeholdersIn(document.text),
  };
}

/** A budget that ended is told as such. */
function syntaxErrorOf({ cut, problems }: YamlDocument): Cut | undefined {
  return cut === undefined ? problems[0] : undefined;
}

/** @param text of the whole file. @returns its analysis as that of a file of one document. */
export function dockerfileAnalysis(
  read: Dockerfile,
  text: string,
  rules: RuleSet,
  fileContext: FileContext,
): DocumentAnalysis {
  const dockerfile = read.withTargets(fileContext.targets);
  return {
    analysis: sorted(analyzeDockerfile(dockerfile, rules, fileContext)),
    ignores: [
      ...ignoresOfDockerfile(dockerfile, text),
      ...foreignIgnoresOfDockerfile(dockerfile, rules.aliases, rules.settings.hadolintIgnored, rules.settings.today),
    ],
    extracted: withOwnTexts(factsOfDockerfile(dockerfile)),
    document: undefined,
    // What would be written behind an open heredoc would be its text.
    refusal: dockerfile.isOpenEnded ? { refused: 'A heredoc is never closed; close it first.' } : undefined,
    cut: dockerfile.cut,
    placeholders: placeholdersIn(text),
  };
}

/** A file that is not judged itself, but tells something of others. */
export function buildContextAnalysis(extracted: readonly Extracted[]): DocumentAnalysis {
  const analysis: Analysis = { findings: [], failures: [], resources: [], resourceCount: 0 };
  return { analysis, ignores: [], extracted: withOwnTexts(extracted), document: undefined, refusal: undefined };
}

/** Other files know facts longer than the text that they were read from. */
const withOwnTexts = (extracted: readonly Extracted[]): readonly Extracted[] =>
  extracted.map(({ inUnits, ...one }) => ({
    ...one,
    fact: detachedRecord(one.fact),
    ...(inUnits === undefined
      ? {}
      : { inUnits: new Map([...inUnits].map(([unit, fact]) => [unit, detachedRecord(fact)])) }),
  }));

function sorted(analysis: Analysis): Analysis {
  const findings = [...analysis.findings].sort(
    (a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.rule.id < b.rule.id ? -1 : 1),
  );
  return { ...analysis, findings };
}

/** The same unit without anything that keeps a tree or the text alive: what is left can be shown, but not fixed. */
export function withoutTree(unit: DocumentAnalysis): DocumentAnalysis {
  const { analysis, ignores, extracted, cut, syntaxError, placeholders, deployment } = unit;
  const findings = analysis.findings.map(
    ({ offer: _offer, resource: _resource, rule, anchor, related, ...plain }): RawFinding => ({
      ...detachedRecord(plain),
      rule,
      anchor: bare(anchor),
      related: related.map(({ anchor: at, message }) => ({ anchor: bare(at), message: detached(message) })),
    }),
  );
  return {
    analysis: { ...analysis, findings, resources: [], failures: detachedRecord(analysis.failures) },
    ignores: ignores.map(bareIgnore),
    extracted: extracted.map(({ fact, inUnits, places }) => ({
      fact,
      ...(inUnits === undefined ? {} : { inUnits }),
      places: barePlaces(places),
    })),
    document: undefined,
    refusal: undefined,
    cut: detachedRecord(cut),
    syntaxError: detachedRecord(syntaxError),
    ...(placeholders === undefined ? {} : { placeholders }),
    ...(deployment === undefined ? {} : { deployment }),
  };
}

/** A span may be a node of the tree. */
const bare = ({ start, end }: Span): Span => ({ start, end });

const bareIgnore = ({ span, scope, rules, reason, ...rest }: Ignore): Ignore => ({
  ...rest,
  span: bare(span),
  scope: scope === undefined ? undefined : bare(scope),
  rules: rules.map(({ id, span: at }) => ({ id: detached(id), span: bare(at) })),
  reason: detached(reason),
});

function barePlaces(places: FactPlaces): FactPlaces {
  const copies: Record<string, Span> = {};
  for (const place in places) copies[place] = bare(places[place] as Span);
  return copies;
}
