/**
 * Ignores that were written for other tools and speak of what a rule here finds too: a team that comes from there need not decide again. They need no
 * reason and are never blamed for hiding nothing, since they were not written for us. Each form is that of its tool's documentation, as of 2026-11-23.
 */

import type { PeerTool } from '../../contract/rule.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { nextLine, type Span } from '../../text/source.ts';
import { SpanIndex } from '../../text/span-index.ts';
import type { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { type Aliases, everything, foreign } from './foreign-ignore.ts';
import { kubeauditIgnores } from './kubeaudit-labels.ts';
import { firstByLine, type Ignore } from './suppress.ts';

const words = (list: string): string[] => list.split(/[\s,]+/).filter((word) => word !== '');

/** @param ignored rules of hadolint that its configuration ignores here. @param today as `2026-12-31`. */
export function foreignIgnoresOfDockerfile(
  dockerfile: Dockerfile,
  aliases: Aliases,
  ignored: readonly string[],
  today: string,
): readonly Ignore[] {
  const { text, instructions, stages } = dockerfile;
  const found: Ignore[] = foreign(aliases, 'hadolint', ignored, { start: 0, end: 0 }, undefined);
  const byLine = firstByLine(text, instructions);
  const byPlace = new SpanIndex(
    instructions.map((instruction) => ({ span: instruction.span, value: instruction.span })),
  );
  const stageOf = new Map(stages.flatMap((stage) => (stage.from === undefined ? [] : [[stage.from.span, stage]])));
  // One match for each line of text, whose blanks are cut off without a search.
  for (const match of text.matchAll(/^[ \t]*#.*/gm)) {
    const said = match[0].trim().slice(1).trim();
    if (!/hadolint|skip|trivy|kics/i.test(said)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const next = byLine.get(nextLine(text, span.end))?.span;
    // Between the lines of an instruction a comment speaks for it.
    const around = byPlace.at(span.start).find(({ start, end }) => start < span.start && span.end < end);
    const add = (tool: PeerTool, ids: readonly string[], scope: Span | undefined): void => {
      found.push(...foreign(aliases, tool, ids, span, scope));
    };
    const hadolint = /^hadolint[ \t]+(global[ \t]+|stage[ \t]+)?ignore[ \t]*=[ \t]*([DLSC0-9, \t]+)/.exec(said);
    if (hadolint !== null) {
      const where = hadolint[1]?.trim();
      const stage = where === 'stage' && next !== undefined ? stageOf.get(next) : undefined;
      const scope = where === 'stage' ? stageSpan(dockerfile, stage?.index) : next;
      if (where === 'global' || scope !== undefined)
        add('hadolint', words(hadolint[2] ?? ''), where === 'global' ? undefined : scope);
    }
    const checkov = /^(?:checkov|bridgecrew|cortex):skip=[ \t]*([A-Z0-9_,]+)/i.exec(said);
    if (checkov !== null) add('checkov', words(checkov[1] ?? ''), undefined);
    const trivy = trivyIds(said, today);
    const target = around ?? next;
    if (trivy.length > 0 && target !== undefined) add('trivy', trivy, target);
    if (/^kics-scan[ \t]+ignore$/.test(said)) add('kics', [everything], undefined);
    if (/^kics-scan[ \t]+ignore-line$/.test(said) && next !== undefined) add('kics', [everything], next);
    if (/^kics-scan[ \t]+ignore-block$/.test(said) && next !== undefined) {
      const stage = stageOf.get(next);
      add('kics', [everything], stageSpan(dockerfile, stage?.index) ?? next);
    }
    const skip = /^check[ \t]*=.*?\bskip=([A-Za-z,]+)/.exec(said);
    // A directive: only at the top, and one line with others behind `;`.
    if (skip !== null && span.start < dockerfile.directivesEnd) {
      add(
        'buildkit',
        words(skip[1] ?? '').map((name) => (name === 'all' ? everything : name)),
        undefined,
      );
    }
  }
  return found;
}

function stageSpan({ stages, text }: Dockerfile, index: number | undefined): Span | undefined {
  const stage = index === undefined ? undefined : stages[index];
  if (stage?.from === undefined) return undefined;
  return { start: stage.from.span.start, end: stages[stage.index + 1]?.from?.span.start ?? text.length };
}

/** `trivy:ignore:DS-0002 trivy:ignore:DS-0003:exp:2026-12-31`; what has expired counts no more. */
function trivyIds(said: string, today: string): string[] {
  return said.split(/\s/).flatMap((word) => {
    const found = /trivy:ignore:([A-Za-z0-9*-]+)(?=:|$)/.exec(word);
    const id = found?.[1];
    const more = word.slice(found === null ? 0 : found.index + found[0].length);
    const until = /:exp:(\d{4}-\d{2}-\d{2})$/.exec(more)?.[1];
    return id === undefined || (until !== undefined && until < today) ? [] : [id];
  });
}

/** @param aliases what other tools call rules. @returns ignores of annotations, labels and comments, in offsets of the document. */
export function foreignIgnoresOfDocument(
  document: YamlDocument,
  resources: readonly Resource[],
  aliases: Aliases,
): readonly Ignore[] {
  const { text } = document;
  // One look spares most documents the rest.
  if (!/checkov|bridgecrew|cortex|kube-linter|polaris|kube-score|kubeaudit|audit\.kubernetes\.io/.test(text)) return [];
  return [
    ...resources.flatMap((resource) => [...ofAnnotations(resource, aliases), ...kubeauditIgnores(resource, aliases)]),
    ...ofComments(text, resources, aliases),
  ];
}

function ofAnnotations(resource: Resource, aliases: Aliases): Ignore[] {
  const scope = resource.field.node;
  if (scope === undefined) return [];
  const lists: Field[] = [
    resource.at('metadata', 'annotations'),
    ...resource.pods.map(({ template }) => template.at('metadata', 'annotations')),
  ];
  return lists.flatMap((annotations) =>
    annotations.entries.flatMap(([key, value]): Ignore[] => {
      const span = value.anchorOfKey;
      const said = value.text ?? '';
      const add = (tool: PeerTool, ids: readonly string[]): Ignore[] => foreign(aliases, tool, ids, span, scope);
      if (key.startsWith('ignore-check.kube-linter.io/')) return add('kube-linter', [key.slice(key.indexOf('/') + 1)]);
      if (key === 'kube-linter.io/ignore-all') return add('kube-linter', [everything]);
      if (/(?:checkov|bridgecrew|cortex)\.io\/skip/.test(key)) return add('checkov', [said.split('=')[0] ?? '']);
      if (key === 'polaris.fairwinds.com/exempt') return said === 'true' ? add('polaris', [everything]) : [];
      const polaris = /^polaris\.fairwinds\.com\/(.+)-exempt$/.exec(key)?.[1];
      if (polaris !== undefined) return said === 'true' ? add('polaris', [polaris]) : [];
      return key === 'kube-score/ignore' ? add('kube-score', words(said)) : [];
    }),
  );
}

/** `# checkov:skip=CKV_K8S_20:why` somewhere in an object speaks for all of it. */
function ofComments(text: string, resources: readonly Resource[], aliases: Aliases): Ignore[] {
  const nodes = resources.flatMap(({ field: { node } }) => (node === undefined ? [] : { span: node, value: node }));
  const around = new SpanIndex(nodes);
  return [...text.matchAll(/#[ \t]*(?:checkov|bridgecrew|cortex):skip=[ \t]*([A-Z0-9_,]+)/gi)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const scope = around.at(span.start).find(({ end }) => span.end <= end) ?? resources[0]?.field.node;
    return scope === undefined ? [] : foreign(aliases, 'checkov', words(match[1] ?? ''), span, scope);
  });
}
