/** `workspace/executeCommand`: the one command of the server is the scan of all folders; it says how far it is, and stops when told to. */
import type { CancellationToken, ExecuteCommandParams, WorkDoneProgressReporter } from 'vscode-languageserver';
import { isWithin } from '../../host/files.ts';
import { type ScanResult, scanCommand } from '../../protocol.ts';
import type { Folder } from '../folder.ts';
import { list, object, optional, text } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';
import type { Session } from '../session.ts';

/** Files after which the progress is told again. */
const reportEvery = 20;

export const executeCommand: Request<ExecuteCommandParams, ScanResult | null> = {
  method: 'workspace/executeCommand',
  shape: object({ command: text, arguments: optional(list(text)) }),
  async answer(session, { command, arguments: uris, workDoneToken }, { token }) {
    if (command !== scanCommand) return null;
    const scopes = await scopesOf(session, (uris ?? []) as readonly string[]);
    return scan(session, scopes, token, session.connection.window.attachWorkDoneProgress(workDoneToken));
  },
};

/** What is scanned of one folder. */
interface Scope {
  readonly folder: Folder;
  /** Folders and files in it. */
  readonly paths: readonly string[];
}

/** @param uris what is asked for; empty for everything. What lies in no folder is passed over. */
async function scopesOf({ folders, documents }: Session, uris: readonly string[]): Promise<readonly Scope[]> {
  const asked = await Promise.all(uris.map((uri) => documents.paths.of(uri)));
  return folders.all.flatMap((folder) => {
    if (folder.root === undefined) return [];
    const paths = uris.length === 0 ? [folder.root] : asked.filter((path) => folders.of(path) === folder);
    return paths.length === 0 ? [] : [{ folder, paths }];
  });
}

/** @returns null when it was cancelled; what was found until then stays. */
async function scan(
  session: Session,
  scopes: readonly Scope[],
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<ScanResult | null> {
  const stop = new AbortController();
  const cancelled = token.onCancellationRequested(() => stop.abort());
  progress.begin('Seaworthy: scanning', 0, undefined, true);
  let result: ScanResult = { files: 0, filesWithFindings: 0, findings: 0, places: 0 };
  try {
    for (const [index, { folder, paths }] of scopes.entries()) {
      let found = 0;
      let done = 0;
      const whole = await session.showClosed(folder, paths, {
        signal: stop.signal,
        onFound(files) {
          // Names are found anew when settings change while it reads.
          found = files;
          done = 0;
        },
        onFile() {
          done++;
          if (done % reportEvery !== 0) return;
          const share = (index + Math.min(1, done / found)) / scopes.length;
          progress.report(Math.floor(100 * share), `${done} of ${found} files`);
        },
      });
      if (stop.signal.aborted) return null;
      if (whole) result = sum(result, await shownIn(session, folder, paths));
    }
    return result;
  } finally {
    progress.done();
    cancelled.dispose();
  }
}

function sum(a: ScanResult, b: ScanResult): ScanResult {
  return {
    files: a.files + b.files,
    filesWithFindings: a.filesWithFindings + b.filesWithFindings,
    findings: a.findings + b.findings,
    places: a.places + b.places,
  };
}

/** What is shown of folders and files, open ones among them. */
async function shownIn(
  { documents, publisher }: Session,
  folder: Folder,
  paths: readonly string[],
): Promise<ScanResult> {
  await documents.analyseAll(folder);
  let result: ScanResult = { files: 0, filesWithFindings: 0, findings: 0, places: 0 };
  for (const path of [...folder.workspace.paths()]) {
    if (folder.workspace.state(path)?.kind !== 'analysed' || !paths.some((asked) => isWithin(asked, path))) continue;
    const uri = documents.paths.uriOf(path);
    const counted = (): ScanResult => {
      const findings = publisher.shownOf(folder, path, uri).length;
      const places = publisher.diagnosticsOf(folder, path, uri).length;
      return { files: 1, filesWithFindings: findings > 0 ? 1 : 0, findings, places };
    };
    const one = documents.paths.isOpen(path) ? await documents.analyse(uri, counted) : counted();
    if (one !== undefined) result = sum(result, one);
  }
  return result;
}
