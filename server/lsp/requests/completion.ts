/** `textDocument/completion`: what may be written in a configuration. */
import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import { LineTable } from '../../../rules/text/source.ts';
import { configurationCompletions } from '../configuration-help.ts';
import { atPosition } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';

export const completion: Request<CompletionParams, CompletionItem[]> = {
  method: 'textDocument/completion',
  shape: atPosition,
  answer(session, { textDocument, position }) {
    const text = session.configurationText(textDocument.uri);
    if (text === undefined) return [];
    const lines = new LineTable(text);
    return configurationCompletions(text, lines.offsetAt(position), lines, session.rules);
  },
};
