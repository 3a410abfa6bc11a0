/**
 * The entry that puts the maintained line of an official image in the place of the one under the cursor, once a scan knows vulnerabilities of that. Which line
 * that is, a table says; what is known of it, a scan, if there was one. Runs nothing.
 */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { stableTags } from '../../../rules/data/stable-tags.ts';
import { fullName, type ImageReference } from '../../../rules/model/image/reference.ts';
import type { Span } from '../../../rules/text/source.ts';
import { visible } from '../../../rules/text/visible.ts';
import { countsOf, type Vulnerability } from '../../scanners/report.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import type { Client } from '../client.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { ImageResults } from '../image-results.ts';
import type { ImageSettings } from '../image-settings.ts';
import { parsed } from '../placed-images.ts';

/** @param selected in offsets. */
export function betterBaseActions(
  { workspace, path, uri, version, lines, text }: AnalysedDocument,
  selected: Span,
  images: ImageResults,
  settings: ImageSettings,
  client: Client,
): readonly CodeAction[] {
  const here = images.at(workspace, path, selected.start, settings);
  if (here === undefined || here.fact.where !== 'from' || here.result.report.vulnerabilities.length === 0) return [];
  const reference = parsed(here.fact);
  const better = maintained(reference);
  const at = text.slice(here.span.start, here.span.end).indexOf(reference.text);
  if (better === undefined || at < 0) return [];
  const known = images.resultOf(workspace, { ...here.fact, image: better.image }, settings);
  // What is no better by the same scanner is no better base.
  if (known !== undefined && badness(known.report.vulnerabilities) >= badness(here.result.report.vulnerabilities))
    return [];
  const { bySeverity } = countsOf(known?.report.vulnerabilities ?? []);
  const said =
    known === undefined
      ? `maintained as of ${better.read}; not scanned yet`
      : `${bySeverity.critical} critical, ${bySeverity.high} high, scanned on ${known.scannedAt.slice(0, 10)}`;
  const start = here.span.start + at;
  const edit = { start, end: start + reference.text.length, text: better.image };
  return [
    {
      title: `Build on ${visible(better.image)} (${said}; check that it works with this version)`,
      kind: CodeActionKind.QuickFix,
      edit: toWorkspaceEdit(uri, version, lines, [edit], client),
    },
  ];
}

/** Variants that every line of an image has; others name a release of their distribution. */
const variants: ReadonlySet<string> = new Set(['', '-slim', '-alpine']);

/** @returns undefined for what no table knows, what stores data for its version, and what is of that line already. */
function maintained(reference: ImageReference): { readonly image: string; readonly read: string } | undefined {
  const { name, tag, digest, text, spans } = reference;
  const line = fullName(reference) === `docker.io/library/${name}` ? stableTags.get(name) : undefined;
  const [, release, variant = ''] = /^(\d+(?:\.\d+)*)(-[a-z]+)?$/.exec(tag ?? '') ?? [];
  if (line === undefined || line.keepsData || digest !== undefined || release === undefined) return undefined;
  if (!variants.has(variant) || release === line.tag || release.startsWith(`${line.tag}.`)) return undefined;
  return { image: `${text.slice(0, spans.name.end)}:${line.tag}${variant}`, read: line.read };
}

const badness = (vulnerabilities: readonly Vulnerability[]): number => {
  const { bySeverity } = countsOf(vulnerabilities);
  return bySeverity.critical * 1_000_000 + bySeverity.high * 1000 + bySeverity.medium;
};
