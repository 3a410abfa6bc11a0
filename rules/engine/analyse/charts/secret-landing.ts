/**
 * Where a secret that a template puts together is told: at the value that holds it. The template holds none, and what the chart's own values say is a
 * default. Must not know rules.
 */
import type { Severity } from '../../../contract/finding.ts';
import { secretsIn } from '../../../model/secret/detect.ts';
import { namedSecret } from '../../../model/secret/name.ts';
import { isPlaceholder, looksRandom } from '../../../model/secret/value.ts';
import type { Span } from '../../../text/source.ts';
import { shifted } from '../../../text/source.ts';
import type { YamlNode } from '../../../yaml/tree.ts';
import type { Landing } from './landing.ts';
import type { RenderedDocument, RenderedTemplate } from './rendering.ts';

/** A place of a secret, and what is said of it there. */
export interface SecretLanding {
  readonly landing: Landing;
  /** Goes behind the message, in brackets; empty where the values are those of one release. */
  readonly note: string;
  /** A default that somebody thought up weighs no more. */
  readonly atMost?: Severity;
}

/**
 * @param anchor of the finding, in offsets of the document.
 * @returns undefined where no value makes the secret; `none` where all that is secret in it waits to be set.
 */
export function landingOfSecret(
  anchor: Span,
  { offset, document }: RenderedDocument,
  template: RenderedTemplate,
): SecretLanding | 'none' | undefined {
  const node = scalarAt(document.root, anchor.start);
  if (node === undefined) return undefined;
  const span = shifted(node, offset);
  const all = template.provenance.within(span.start, span.end);
  const literal = all.map(({ piece }) => (piece.literal ? piece.text : '')).join('\n');
  const made = all.filter(({ piece }) => piece.path !== undefined);
  if (made.length === 0 || secretsIn(literal).length > 0) return undefined;
  const paths = new Map(made.map(({ piece }) => [JSON.stringify(piece.path), piece.path ?? []]));
  const isAlone = paths.size === 1 && /^[\s"'|>-]*$/.test(literal);
  let waits = false;
  for (const path of paths.values()) {
    const text = template.values.fieldAt(path)?.field.text;
    const place = template.values.find(path);
    const name = path.findLast((key) => !/^\d+$/.test(key)) ?? '';
    if (text === undefined || place === undefined) continue;
    if (!isAlone && namedSecret(name) !== 'sure' && secretsIn(text).length === 0) continue;
    waits = true;
    if (text.trim() === '' || isPlaceholder(text, name)) continue;
    return placed({ ...place, kind: 'value', values: [path] }, text);
  }
  return waits ? 'none' : undefined;
}

function placed(landing: Landing, text: string): SecretLanding {
  const [path = []] = landing.values;
  // The values of a release are what is deployed.
  if (!/(?:^|\/)values\.ya?ml$/.test(landing.path)) return { landing, note: '' };
  const isThoughtUp = secretsIn(text).length === 0 && !looksRandom(text);
  return {
    landing,
    note: `by the default of ${path.join('.')}`,
    ...(isThoughtUp ? { atMost: 'medium' as const } : {}),
  };
}

/** The text that is written at an offset, or behind the key there. */
function scalarAt(root: YamlNode | null, at: number): YamlNode | undefined {
  let node = root;
  while (node !== null) {
    if (node.kind === 'scalar') return node;
    if (node.kind === 'alias') return undefined;
    if (node.kind === 'sequence') {
      node = node.items.find((item) => item !== null && item.start <= at && at <= item.end) ?? null;
    } else {
      const pair = node.pairs.find(
        ({ key, value }) =>
          (key.start <= at && at < key.end) || (value !== null && value.start <= at && at <= value.end),
      );
      node = pair?.value ?? null;
    }
  }
  return undefined;
}
