/** `textDocument/hover`: the card of what was found at a position, or of the rule that a configuration names there. */
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { LineTable } from '../../../rules/text/source.ts';
import { configurationHover } from '../configuration-help.ts';
import { toRange } from '../convert.ts';
import { hoverCard } from '../hover-card.ts';
import { atPosition } from '../parameter-shapes.ts';
import { worstFirst } from '../presentation.ts';
import type { Request } from '../request.ts';

export const hover: Request<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  shape: atPosition,
  async answer(session, { textDocument, position }) {
    const { rulesById: rules } = session;
    const configuration = session.configurationText(textDocument.uri);
    if (configuration !== undefined) {
      const value = configurationHover(configuration, new LineTable(configuration).offsetAt(position), rules);
      return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } };
    }
    const document = await session.documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { workspace, lines, shown } = document;
    const offset = lines.offsetAt(position);
    const here = shown.filter(({ span }) => span.start <= offset && offset <= span.end);
    const [first] = here;
    if (first === undefined) return null;
    const value = hoverCard(worstFirst(here), rules, (finding) => workspace.fixes(finding), {
      pages: session.client.opensPages,
    });
    return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(lines, first.span) };
  },
};
