/** The entry that scans the image under the cursor, with or without a problem there. The client runs it: it asks for trust and shows how it goes. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { shortName } from '../../../rules/model/image/reference.ts';
import { shortened } from '../../../rules/text/shortened.ts';
import type { Span } from '../../../rules/text/source.ts';
import { visible } from '../../../rules/text/visible.ts';
import { clientCommands } from '../../protocol.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { toRange } from '../convert.ts';
import { imagesIn, parsed } from '../placed-images.ts';

/** Characters of an image's name in a menu. */
const titleLimit = 80;

/** @param selected in offsets. */
export function scanImageActions(
  { workspace, path, uri, lines }: AnalysedDocument,
  selected: Span,
): readonly CodeAction[] {
  const here = imagesIn(workspace, path).find(({ span }) => span.start <= selected.end && selected.start <= span.end);
  if (here === undefined) return [];
  const title = `Scan ${visible(shortened(shortName(parsed(here.fact)), titleLimit))} for known vulnerabilities`;
  const at = toRange(lines, here.span).start;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: clientCommands.scanImage, arguments: [uri, at] },
    },
  ];
}
