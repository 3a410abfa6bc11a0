/**
 * `textDocument/hover`: the card of what was found at a position and of the key that stands there, or of the rule that a configuration names.
 */
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { keyHelpAt } from '../../../rules/engine/key-help.ts';
import { LineTable } from '../../../rules/text/source.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { configurationHover } from '../configuration-help.ts';
import { toRange } from '../convert.ts';
import { hoverCard } from '../hover-card.ts';
import { imageCard } from '../image-card.ts';
import { keyCard } from '../key-card.ts';
import { markdown } from '../markdown.ts';
import { atPosition } from '../parameter-shapes.ts';
import { worstFirst } from '../presentation.ts';
import type { Request } from '../request.ts';
import type { Session } from '../session.ts';
import type { ClientSettings } from '../settings.ts';

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
    const settings = await session.folders.of(document.path).settings;
    return cards(session, document, document.lines.offsetAt(position), settings);
  },
};

/** What was found comes first, since it is about this text; what a key means is the same everywhere. */
function cards(
  { rulesById, client, images }: Session,
  { workspace, path, lines, shown }: AnalysedDocument,
  offset: number,
  { explainKeys, imageScan }: ClientSettings,
): Hover | null {
  const here = shown.filter(({ span }) => span.start <= offset && offset <= span.end);
  const key = explainKeys ? keyHelpAt(workspace.record(path), offset) : undefined;
  const image = images.at(workspace, path, offset, imageScan);
  const signed = images.signatures.at(workspace, path, offset);
  const span = here[0]?.span ?? image?.span ?? signed?.span ?? key?.span;
  if (span === undefined) return null;
  const value = [
    ...(here.length === 0
      ? []
      : [hoverCard(worstFirst(here), rulesById, (finding) => workspace.fixes(finding), { pages: client.opensPages })]),
    ...(image === undefined
      ? []
      : [imageCard(image.result, images.isSaid(image.result, imageScan) ? undefined : image.summary)]),
    ...(signed === undefined ? [] : [signed.said.map(markdown).join('\n\n')]),
    ...(key === undefined ? [] : [keyCard(key)]),
  ].join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(lines, span) };
}
