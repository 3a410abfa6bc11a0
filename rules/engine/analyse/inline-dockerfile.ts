/**
 * Dockerfiles that are written in a Compose file: their findings and ignores in offsets of its document. Nothing in them is edited, since lines of a
 * block are no lines of a file. Source: Compose Build Specification, dockerfile_inline.
 */

import type { FileContext } from '../../facts/questions/file-context.ts';
import { type Service, servicesOf } from '../../model/compose/service.ts';
import { dockerfileRefusal, parseDockerfile } from '../../model/dockerfile/file.ts';
import type { Span } from '../../text/source.ts';
import type { YamlDocument, YamlScalar } from '../../yaml/tree.ts';
import { foreignIgnoresOfDockerfile } from '../findings/foreign-suppress.ts';
import { type Ignore, ignoresOfDockerfile } from '../findings/suppress.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import { analyzeDockerfile, type RawFinding, type RuleFailure } from './analyze.ts';

/** What was found in all Dockerfiles of one Compose file. */
export interface InlineDockerfiles {
  readonly findings: readonly RawFinding[];
  readonly failures: readonly RuleFailure[];
  readonly ignores: readonly Ignore[];
}

/** @param fileContext of the Compose file. */
export function inlineDockerfiles(document: YamlDocument, rules: RuleSet, fileContext: FileContext): InlineDockerfiles {
  // One look spares most files the rest.
  if (!document.text.includes('dockerfile_inline')) return { findings: [], failures: [], ignores: [] };
  const seen = new Set<YamlScalar>();
  const all = servicesOf(document, fileContext.environment).flatMap((service) => {
    const { node } = service.at('build', 'dockerfile_inline');
    if (node?.kind !== 'scalar' || seen.has(node) || dockerfileRefusal(node.text) !== undefined) return [];
    seen.add(node);
    return [judged(node, service, document, rules, fileContext)];
  });
  return {
    findings: all.flatMap(({ findings }) => findings),
    failures: all.flatMap(({ failures }) => failures),
    ignores: all.flatMap(({ ignores }) => ignores),
  };
}

function judged(
  node: YamlScalar,
  service: Service,
  document: YamlDocument,
  rules: RuleSet,
  fileContext: FileContext,
): InlineDockerfiles {
  const { path } = service.at('build', 'dockerfile_inline');
  const target = service.known(service.at('build', 'target'));
  const dockerfile = parseDockerfile(node.text).withTargets(
    new Set(target === undefined ? [] : [target.toLowerCase()]),
  );
  const inDocument = placesOf(node, document.text);
  const images = new Set([...fileContext.images, ...service.buildContexts]);
  const { findings, failures } = analyzeDockerfile(dockerfile, rules, { ...fileContext, images });
  const ignores = [
    ...ignoresOfDockerfile(dockerfile, node.text),
    ...foreignIgnoresOfDockerfile(dockerfile, rules.aliases, rules.settings.hadolintIgnored, rules.settings.today),
  ];
  return {
    findings: findings.map(({ offer: _offer, anchor, related, ...rest }) => ({
      ...rest,
      anchor: inDocument(anchor),
      path: `${path}.${rest.path}`,
      related: related.map(({ anchor: at, message }) => ({ anchor: inDocument(at), message })),
    })),
    failures,
    ignores: ignores.map((ignore) => ({
      ...ignore,
      span: inDocument(ignore.span),
      rules: ignore.rules.map(({ id, span }) => ({ id, span: inDocument(span) })),
      // What speaks for a whole Dockerfile speaks for this one alone.
      scope: ignore.scope === undefined ? { start: node.start, end: node.end } : inDocument(ignore.scope),
    })),
  };
}

/** @returns where a stretch of the scalar's text stands in the document; the beginning of the scalar where its lines are not written as they are read. */
function placesOf(node: YamlScalar, text: string): (span: Span) => Span {
  const lines = node.style === 'block' ? linesOf(node, text) : undefined;
  if (lines === undefined) {
    const end = text.indexOf('\n', node.start);
    const whole = { start: node.start, end: Math.min(node.end, end < 0 ? node.end : end) };
    return () => whole;
  }
  const moved = (at: number): number => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] as Line).from <= at) low = middle;
      else high = middle - 1;
    }
    const { from, to } = lines[low] as Line;
    return Math.min(to + at - from, node.end);
  };
  return ({ start, end }) => ({ start: moved(start), end: moved(end) });
}

/** Where a line begins in the text of a scalar, and in the document. */
interface Line {
  readonly from: number;
  readonly to: number;
}

/** @returns undefined for a folded block, whose lines are joined. */
function linesOf(node: YamlScalar, text: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  let from = 0;
  let at = text.indexOf('\n', node.start) + 1;
  const indent = /^ */.exec(text.slice(at).replace(/^(?: *\r?\n)+/, ''))?.[0].length ?? 0;
  for (const line of node.text.split('\n')) {
    const to = line === '' ? at : at + indent;
    if (line !== '' && !text.startsWith(line, to)) return undefined;
    lines.push({ from, to });
    from += line.length + 1;
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return lines;
}
