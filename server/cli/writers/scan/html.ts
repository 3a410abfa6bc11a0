/** The report in one file, of what the command line found. */
import { sha256 } from '../../../host/sha256.ts';
import { writeReport } from '../../../report/html.ts';
import { toOuter } from '../../paths.ts';
import type { Survey } from '../../scan-report.ts';

export function writeHtml({ files, resources, skipped, against }: Survey): string {
  const report = {
    files: files.length,
    resources,
    findings: files.flatMap(({ path, findings }) => {
      const file = toOuter(path);
      return findings.map(({ finding, start }) => ({ finding, file, line: start.line }));
    }),
    skipped: skipped.map(({ path, reason }) => ({ file: toOuter(path), reason })),
    trends: against.map(({ name, known, gone }) => ({ name, known, gone: gone.length })),
  };
  return writeReport(report, sha256);
}
