/** The entry that asks who signed the image under the cursor, where the configuration says whose signature it has to have. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { signersOf } from '../../../rules/engine/settings/trust.ts';
import { normalised } from '../../../rules/facts/questions/images.ts';
import { shortName } from '../../../rules/model/image/reference.ts';
import { shortened } from '../../../rules/text/shortened.ts';
import type { Span } from '../../../rules/text/source.ts';
import { visible } from '../../../rules/text/visible.ts';
import { clientCommands } from '../../protocol.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { toRange } from '../convert.ts';
import { trustOf } from '../image-signatures.ts';
import { imagesIn, parsed } from '../placed-images.ts';

/** Characters of an image's name in a menu. */
const titleLimit = 80;

/** @param selected in offsets. */
export function verifyImageActions(
  { workspace, path, uri, lines }: AnalysedDocument,
  selected: Span,
): readonly CodeAction[] {
  const here = imagesIn(workspace, path).find(({ span }) => span.start <= selected.end && selected.start <= span.end);
  if (here === undefined) return [];
  const reference = parsed(here.fact);
  if (signersOf(normalised(reference), trustOf(workspace, here.fact)).length === 0) return [];
  const title = `Verify who signed ${visible(shortened(shortName(reference), titleLimit))}`;
  const at = toRange(lines, here.span).start;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: clientCommands.verifyImage, arguments: [uri, at] },
    },
  ];
}
