/** The scan of all folders, asked for by a person: says how far it is, and stops when told to. */
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Session } from './session.ts';

export interface ScanResult {
  /** Manifests and Dockerfiles that were analysed. */
  readonly files: number;
  /** Problems that are shown for them. */
  readonly findings: number;
}

/** @returns null when it was cancelled; what was found until then stays. */
export async function runScan(
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
  let result: ScanResult | null = { files: 0, findings: 0 };
  try {
    for (const folder of session.folders) {
      const whole = await session.showClosed(folder, {
        signal: stop.signal,
        onFile: () => {
          done++;
          if (done % 20 === 0) progress.report(`${done} files`);
        },
      });
      if (stop.signal.aborted) {
        result = null;
        break;
      }
      if (!whole) continue;
      const { files, findings } = await session.shownIn(folder);
      result = { files: result.files + files, findings: result.findings + findings };
    }
  } finally {
    progress.done();
    cancelled.dispose();
    byProgress?.dispose();
  }
  return result;
}
