/** `workspace/executeCommand`: the one command of the server is the scan of all folders; it says how far it is, and stops when told to. */
import type { CancellationToken, ExecuteCommandParams, WorkDoneProgressReporter } from 'vscode-languageserver';
import { type ScanResult, scanCommand } from '../../protocol.ts';
import type { Folder } from '../folder.ts';
import { anything, list, object, optional, text } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';
import type { Session } from '../session.ts';

export const executeCommand: Request<ExecuteCommandParams, ScanResult | null> = {
  method: 'workspace/executeCommand',
  shape: object({ command: text, arguments: optional(list(anything)) }),
  async answer(session, { command, workDoneToken }, { token }) {
    if (command !== scanCommand) return null;
    return scan(session, token, session.connection.window.attachWorkDoneProgress(workDoneToken));
  },
};

/** @returns null when it was cancelled; what was found until then stays. */
async function scan(
  session: Session,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<ScanResult | null> {
  const stop = new AbortController();
  const cancelled = token.onCancellationRequested(() => stop.abort());
  progress.begin('Seaworthy: scanning', undefined, undefined, true);
  const own = progress as WorkDoneProgressReporter & { readonly token?: CancellationToken };
  const byProgress = own.token?.onCancellationRequested(() => stop.abort());
  let done = 0;
  let result: ScanResult = { files: 0, findings: 0 };
  try {
    for (const folder of session.folders.all) {
      const whole = await session.showClosed(folder, {
        signal: stop.signal,
        onFile: () => {
          done++;
          if (done % 20 === 0) progress.report(`${done} files`);
        },
      });
      if (stop.signal.aborted) return null;
      if (!whole) continue;
      const { files, findings } = await shownIn(session, folder);
      result = { files: result.files + files, findings: result.findings + findings };
    }
    return result;
  } finally {
    progress.done();
    cancelled.dispose();
    byProgress?.dispose();
  }
}

/** Diagnostics that are shown of a folder, open files among them. */
async function shownIn({ documents, publisher }: Session, folder: Folder): Promise<ScanResult> {
  await documents.analyseAll(folder);
  let files = 0;
  let findings = 0;
  for (const path of [...folder.workspace.paths()]) {
    if (folder.workspace.state(path)?.kind !== 'analysed') continue;
    files++;
    findings += publisher.diagnosticsOf(folder, path, '').length;
  }
  return { files, findings };
}
