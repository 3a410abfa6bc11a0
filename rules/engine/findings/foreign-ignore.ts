/** An ignore that was written for another tool, in terms of our rules. Knows no form that such ignores are written in. */

import type { PeerTool } from '../../contract/rule.ts';
import type { Span } from '../../text/source.ts';
import type { Ignore } from './suppress.ts';

/** Ids of our rules by `tool:id` of others, in small letters. */
export type Aliases = ReadonlyMap<string, readonly string[]>;

/** Stands for all rules of a tool. */
export const everything = '*';

/** @param ids of the tool's rules; `*` for all of them. @param scope findings anchored in here; undefined: those of the whole file. */
export function foreign(
  aliases: Aliases,
  tool: PeerTool,
  ids: readonly string[],
  span: Span,
  scope: Span | undefined,
): Ignore[] {
  const rules = new Set(
    ids.flatMap((id) =>
      id === everything
        ? [...aliases].filter(([key]) => key.startsWith(`${tool}:`)).flatMap(([, known]) => known)
        : (aliases.get(`${tool}:${normalId(tool, id)}`) ?? []),
    ),
  );
  if (rules.size === 0) return [];
  return [{ span, rules: [...rules].map((id) => ({ id, span })), reason: tool, scope, foreign: true }];
}

/** Trivy's ids have had several spellings, all of which stay valid: `AVD-DS-0002`, `DS002`, `DS-0002`. */
function normalId(tool: PeerTool, id: string): string {
  const lower = id.trim().toLowerCase();
  const trivy = tool === 'trivy' ? /^(?:avd-)?(ds|ksv|kcv)-?(\d+)$/.exec(lower) : null;
  return trivy === null ? lower : `${trivy[1]}-${(trivy[2] ?? '').padStart(4, '0')}`;
}
