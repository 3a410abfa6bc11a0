/** `textDocument/inlayHint`: what counts without being written, behind what is written; off unless the settings ask for it. */
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { hintsIn } from '../../../rules/engine/hints.ts';
import { visible } from '../../../rules/text/visible.ts';
import { toSpan } from '../convert.ts';
import { identified, object, range } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const inlayHint: Request<InlayHintParams, InlayHint[]> = {
  method: 'textDocument/inlayHint',
  shape: object({ textDocument: identified, range }),
  async answer({ folders, documents }, { textDocument: { uri }, range: asked }) {
    const folder = folders.of(await documents.paths.of(uri));
    const document = (await folder.settings).inlayHints ? await documents.get(uri) : undefined;
    if (document === undefined) return [];
    const { workspace, path, lines } = document;
    const { start, end } = toSpan(lines, asked);
    return hintsIn(workspace, path)
      .filter(({ offset }) => start <= offset && offset <= end)
      .map(({ offset, text, because }) => ({
        position: lines.positionAt(offset),
        label: visible(text),
        tooltip: visible(because),
        paddingLeft: true,
      }));
  },
};
