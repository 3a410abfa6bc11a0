/** `textDocument/documentLink`: places that name one thing which a file shows, as links to it. */
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { linksIn } from '../../../rules/engine/links.ts';
import { toRange } from '../convert.ts';
import { locationOf } from '../locations.ts';
import { inDocument } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const documentLink: Request<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  shape: inDocument,
  async answer({ documents }, { textDocument: { uri } }) {
    const document = await documents.get(uri);
    if (document === undefined) return [];
    const { workspace, path, lines } = document;
    return linksIn(workspace, path).flatMap(({ span, to, what }) => {
      const [place, ...others] = to.flatMap((one) => locationOf(workspace, documents, one));
      // Of several an editor can ask by itself, when somebody goes to the definition.
      if (place === undefined || others.length > 0) return [];
      const { line, character } = place.range.start;
      const target = `${place.uri}#L${line + 1},${character + 1}`;
      return [{ range: toRange(lines, span), target, tooltip: `Go to ${what}` }];
    });
  },
};
