/** Ignores by what they speak for, so that a finding meets those that may hide it and no others. */
import type { Span } from '../../text/source.ts';
import { SpanIndex } from '../../text/span-index.ts';
import type { Ignore } from './suppress.ts';

/** An ignore and the unit of its file that it stands in. */
export interface PlacedIgnore {
  readonly ignore: Ignore;
  readonly unit: number;
}

/** Ignores of one rule for one scope: a finding uses all of them. */
export interface TwinIgnores {
  readonly ignores: PlacedIgnore[];
  isUsed: boolean;
}

/**
 * Ignores with a reason, by rule and by scope; one without a scope counts as at zero.
 * @param known rules by each id that may be written: an ignore by a former id counts for the rule of today.
 */
export function ignoresById(
  ignores: readonly PlacedIgnore[],
  known: ReadonlyMap<string, { readonly id: string }>,
): ReadonlyMap<string, SpanIndex<TwinIgnores>> {
  const found = new Map<string, Map<string, { readonly span: Span; readonly value: TwinIgnores }>>();
  for (const placed of ignores) {
    if (placed.ignore.reason === '') continue;
    const span = placed.ignore.scope ?? { start: 0, end: 0 };
    const scope = `${span.start} ${span.end}`;
    for (const { id: written } of placed.ignore.rules) {
      const id = known.get(written)?.id ?? written;
      let scopes = found.get(id);
      if (scopes === undefined) {
        scopes = new Map();
        found.set(id, scopes);
      }
      const twins = scopes.get(scope);
      if (twins === undefined) scopes.set(scope, { span, value: { ignores: [placed], isUsed: false } });
      else twins.value.ignores.push(placed);
    }
  }
  return new Map([...found].map(([id, scopes]) => [id, new SpanIndex([...scopes.values()])]));
}
