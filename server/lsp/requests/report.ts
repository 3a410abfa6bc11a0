/** `seaworthy/report`: what all folders hold, as the page that the command line writes, with links to lines. Reads what was not read yet. */
import { visible } from '../../../rules/text/visible.ts';
import { within } from '../../host/files.ts';
import { nameOf } from '../../host/scan.ts';
import { editorSurroundings } from '../../report/editor.ts';
import { writeReport } from '../../report/html.ts';
import type { Report, ReportedFinding, Trend } from '../../report/report.ts';
import type { Folder } from '../folder.ts';
import { anything } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';
import type { Task } from '../tasks.ts';

export const report: OwnRequest<'seaworthy/report'> = {
  method: 'seaworthy/report',
  shape: anything,
  async answer(session, _, task) {
    if (session.folders.all.length === 0) return '';
    const parts: Report[] = [];
    for (const folder of session.folders.all) parts.push(await reportOf(session, folder, task));
    return writeReport(
      {
        files: sum(parts.map(({ files }) => files)),
        resources: sum(parts.map(({ resources }) => resources)),
        findings: parts.flatMap(({ findings }) => findings),
        skipped: parts.flatMap(({ skipped }) => skipped),
        trends: parts.flatMap(({ trends }) => trends),
      },
      session.host.sha256,
      editorSurroundings,
    );
  },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

async function reportOf(session: Session, folder: Folder, task: Task): Promise<Report> {
  const { documents, folders } = session;
  const skipped = new Map<string, string>();
  await folder.readAll({
    signal: signalOf(task),
    onFile: () => undefined,
    onSkip: (path, why) => skipped.set(path, why),
  });
  session.publisher.refresh(folder);
  await documents.analyseAll(folder);
  const { workspace, root = '' } = folder;
  const nameFor = (path: string): string => {
    const name = nameOf(path, root);
    return folders.all.length > 1 ? within(root.slice(root.lastIndexOf('/') + 1), name) : name;
  };
  const findings: ReportedFinding[] = [];
  let [files, resources] = [0, 0];
  for (const path of [...workspace.paths()]) {
    await task.pause();
    const state = workspace.state(path);
    const lines = workspace.lines(path);
    if (state?.kind === 'skipped') skipped.set(path, state.reason);
    if (state?.kind !== 'analysed' || lines === undefined) continue;
    files++;
    resources += state.resources;
    for (const { finding } of workspace.assembled(path).placed) {
      const line = lines.lineAt(finding.span.start);
      const link = `${documents.paths.uriOf(path)}#L${line + 1}`;
      findings.push({ finding, file: nameFor(path), line, link });
    }
  }
  const trends: readonly Trend[] = await folder.trends();
  return {
    files,
    resources,
    findings,
    skipped: [...skipped].map(([path, reason]) => ({ file: nameFor(path), reason: visible(reason) })),
    trends,
  };
}

/** Ends when nobody waits for the answer any more. */
function signalOf({ token }: Task): AbortSignal {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  return stop.signal;
}
