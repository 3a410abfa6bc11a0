/**
 * `textDocument/completion`: what may be written in a configuration, and what a person who thinks of security would write in a manifest or Dockerfile.
 * Nothing is analysed for it: the text alone counts, as it is typed.
 */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { Offer } from '../../../rules/engine/writing/offer.ts';
import { offersAt } from '../../../rules/engine/writing/offers.ts';
import { LineTable } from '../../../rules/text/source.ts';
import type { Client } from '../client.ts';
import { configurationCompletions } from '../configuration-help.ts';
import { toRange } from '../convert.ts';
import { markdown } from '../markdown.ts';
import { atPosition } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const completion: Request<CompletionParams, CompletionItem[]> = {
  method: 'textDocument/completion',
  shape: atPosition,
  async answer(session, { textDocument: { uri }, position }) {
    const configuration = session.configurationText(uri);
    if (configuration !== undefined) {
      const lines = new LineTable(configuration);
      return configurationCompletions(configuration, lines.offsetAt(position), lines, session.rules);
    }
    if (session.documents.written(uri) === undefined) return [];
    const path = await session.documents.paths.of(uri);
    const folder = session.folders.of(path);
    const ready = await folder.ready(path);
    const isAsked = ready.kind === 'on' && (await folder.settings).completion;
    const document = isAsked ? session.documents.written(uri) : undefined;
    if (document === undefined || ready.kind === 'off') return [];
    const lines = new LineTable(document.text);
    const offers = offersAt({ path, ...document, inChart: ready.inChart }, lines.offsetAt(position));
    return offers.map((offer) => itemOf(offer, lines, document.languageId, session.client));
  },
};

/** Behind what others offer for the same word, since it is beside theirs. */
function itemOf(
  { label, word, detail, text, span }: Offer,
  lines: LineTable,
  languageId: string,
  client: Client,
): CompletionItem {
  const isShort = !text.includes('\n');
  return {
    label,
    kind: isShort ? CompletionItemKind.Property : CompletionItemKind.Snippet,
    detail: `Seaworthy: ${detail}`,
    documentation: { kind: MarkupKind.Markdown, value: `${markdown(detail)}\n\n\`\`\`${languageId}\n${text}\n\`\`\`` },
    filterText: word,
    sortText: `~${label}`,
    textEdit: { range: toRange(lines, span), newText: text },
    ...(client.insertsAsIs && !isShort ? { insertTextMode: InsertTextMode.asIs } : {}),
  };
}
