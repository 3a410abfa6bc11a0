/** `textDocument/diagnostic`: what was found in an open document, for a client that asks. */
import { type Diagnostic, type DocumentDiagnosticParams, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { LineTable } from '../../../rules/text/source.ts';
import { configurationDiagnostics } from '../configuration-help.ts';
import { inDocument } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';
import type { Session } from '../session.ts';

export const diagnostic: Request<DocumentDiagnosticParams> = {
  method: 'textDocument/diagnostic',
  shape: inDocument,
  answer: async (session, { textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await diagnosticsOf(session, textDocument.uri),
  }),
};

async function diagnosticsOf(session: Session, uri: string): Promise<Diagnostic[]> {
  const configuration = session.configurationText(uri);
  if (configuration !== undefined) {
    const { problems } = session.configurations.read(configuration);
    const shown = session.typing.shownProblems(uri, configuration, problems);
    session.typing.told(uri);
    return configurationDiagnostics(shown, new LineTable(configuration));
  }
  session.documents.asked(uri);
  const answer = await session.documents.analyse(uri, ({ folder, path }) => {
    session.gatherLater(folder);
    const found = session.publisher.diagnosticsOf(folder, path, uri);
    session.typing.told(uri);
    return found;
  });
  return answer ?? [];
}
