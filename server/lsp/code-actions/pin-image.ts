/** The entry that pins the image under the cursor to the digest that was scanned. Looks only into what is kept of the scan. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { normalised } from '../../../rules/facts/questions/images.ts';
import { shortName } from '../../../rules/model/image/reference.ts';
import { shortened } from '../../../rules/text/shortened.ts';
import type { Span } from '../../../rules/text/source.ts';
import { visible } from '../../../rules/text/visible.ts';
import { pinOf } from '../../scanners/pin.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import type { Client } from '../client.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { ImageResults } from '../image-results.ts';
import type { ImageSettings } from '../image-settings.ts';
import { parsed } from '../placed-images.ts';

/** Characters of an image's name in a menu. */
const titleLimit = 60;

/** @param selected in offsets. */
export function pinImageActions(
  { workspace, path, uri, version, lines, text }: AnalysedDocument,
  selected: Span,
  images: ImageResults,
  settings: ImageSettings,
  client: Client,
): readonly CodeAction[] {
  const here = images.at(workspace, path, selected.start, settings);
  if (here === undefined || here.fact.where === 'kustomization' || here.fact.isBuilt) return [];
  const reference = parsed(here.fact);
  const digest = reference.digest === undefined ? pinOf(here.result.report, normalised(reference)) : undefined;
  // What stands there is the reference itself, and no variable of it.
  const at = text.slice(here.span.start, here.span.end).indexOf(reference.text);
  if (digest === undefined || at < 0) return [];
  const end = here.span.start + at + reference.text.length;
  const name = visible(shortened(shortName(reference), titleLimit));
  return [
    {
      title: `Pin ${name} to the digest that was scanned on ${here.result.scannedAt.slice(0, 10)}`,
      kind: CodeActionKind.QuickFix,
      edit: toWorkspaceEdit(uri, version, lines, [{ start: end, end, text: `@${digest}` }], client),
    },
  ];
}
