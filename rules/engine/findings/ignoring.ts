/**
 * The edit that ignores findings with a reason: above the line, the container or the object, or at the top of the file. A comment where comments can
 * be, else an annotation. Reads the text as it is; must not know who asked.
 */
import { isRefusal } from '../../yaml/change.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import type { FileRecord } from '../analyse/file-record.ts';
import { editsOf } from '../fixes/fix.ts';
import type { ResolvedFix } from './finding.ts';
import { annotationPrefix, ignoreEdit, ignoreFileEdit } from './suppress.ts';

/** What an ignore speaks for. */
export type IgnoreScope = 'line' | 'container' | 'object' | 'file';

/** The scopes that make a difference for a finding, narrowest first; empty when its file is not open. */
export function ignoreScopesOf(
  record: FileRecord | undefined,
  origin: FileFinding | undefined,
): readonly IgnoreScope[] {
  if (record?.text === undefined || origin === undefined) return [];
  const { finding, resource, unit } = origin;
  // An annotation speaks for its whole object.
  if (unit.document?.json === true) return resource === undefined ? [] : ['object'];
  return [
    'line',
    ...(finding.container === undefined || resource === undefined ? [] : (['container'] as const)),
    ...(resource === undefined ? [] : (['object'] as const)),
    'file',
  ];
}

/** @returns a refusal where the file is not open, or the scope cannot be found in its text. */
export function ignoring(
  record: FileRecord | undefined,
  origin: FileFinding | undefined,
  rules: readonly string[],
  reason: string,
  scope: IgnoreScope,
): ResolvedFix {
  if (record?.text === undefined || origin === undefined) return { refused: 'The file is not open.' };
  const { text, source } = record;
  const { finding, resource, unit } = origin;
  // No comment may stand above a Dockerfile's directives.
  const limit = source?.kind === 'dockerfile' ? source.dockerfile.directivesEnd : 0;
  const title = `Ignore ${rules.join(', ')} ${where(scope, finding.container, resource?.kind, resource?.name)}`;
  const done = { title, level: 'review', changes: [], createsDocument: false, hardens: false, assumes: false } as const;
  if (unit.document?.json === true) {
    if (resource === undefined) return { refused: 'JSON has no comments, and this is no object with annotations.' };
    const annotations = resource.at('metadata', 'annotations');
    const changes = rules.map((rule) => annotations.at(`${annotationPrefix}${rule}`).set(reason));
    const edits = editsOf([{ title, changes }], unit);
    return isRefusal(edits) ? edits : { ...done, edits };
  }
  if (scope === 'file') return { ...done, edits: [ignoreFileEdit(text, rules, reason, limit)] };
  const at = scope === 'line' ? finding.span.start : startOf(scope);
  if (at === undefined) return { refused: 'It is not written here.' };
  return { ...done, edits: [ignoreEdit(text, at, rules, reason, limit)] };

  function startOf(of: 'container' | 'object'): number | undefined {
    const container = resource?.pods
      .flatMap(({ containers }) => containers)
      .find(({ name }) => name === finding.container);
    const node = of === 'object' ? resource?.field.node : container?.field.node;
    return node === undefined ? undefined : node.start + unit.offset;
  }
}

function where(scope: IgnoreScope, container: string | undefined, kind = 'object', name = ''): string {
  switch (scope) {
    case 'line':
      return 'here';
    case 'container':
      return `for container ${container}`;
    case 'object':
      return `for ${kind} ${name}`.trim();
    case 'file':
      return 'in this file';
  }
}
