/**
 * JUnit's XML: a suite for each file, a failed test for each finding, and one passed test for a file without any, so that a report shows what was looked
 * at. Source: the schema of the Jenkins plugin xUnit, `junit-10.xsd`; GitLab, "Unit test report examples".
 */

import { described } from '../../../report/described.ts';
import { toOuter } from '../../paths.ts';
import type { PlacedFinding } from '../../placed-finding.ts';
import type { Survey, SurveyedFile } from '../../scan-report.ts';
import { attributes, xml } from './xml.ts';

export function writeJunit({ files, skipped }: Survey, durationMs: number): string {
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const passed = files.filter(({ findings }) => findings.length === 0).length;
  const suites = [
    ...files.map(suiteOf),
    ...skipped.map(({ path, reason }) => {
      const name = toOuter(path);
      const test = `    <testcase${attributes({ name: 'is checked', classname: name })}>\n      <skipped${attributes({ message: reason })}/>\n    </testcase>\n`;
      return `  <testsuite${attributes({ name, tests: 1, failures: 0, errors: 0, skipped: 1 })}>\n${test}  </testsuite>\n`;
    }),
  ];
  const totals = {
    name: 'seaworthy',
    tests: failures + passed + skipped.length,
    failures,
    errors: 0,
    time: (durationMs / 1000).toFixed(3),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(totals)}>\n${suites.join('')}</testsuites>\n`;
}

function suiteOf({ path, findings }: SurveyedFile): string {
  const name = toOuter(path);
  const tests =
    findings.length === 0
      ? `    <testcase${attributes({ name: 'has no findings', classname: name })}/>\n`
      : findings.map((finding) => failureOf(name, finding)).join('');
  const counts = { tests: Math.max(1, findings.length), failures: findings.length, errors: 0, skipped: 0 };
  return `  <testsuite${attributes({ name, ...counts })}>\n${tests}  </testsuite>\n`;
}

function failureOf(file: string, { finding, start }: PlacedFinding): string {
  const { rule, severity, message } = finding;
  const place = `${start.line + 1}:${start.character + 1}`;
  // GitLab tells tests apart by their names.
  const name = `${rule} at ${place}`;
  const text = xml(`${file}:${place} ${severity}: ${message} ${described(rule).remedy}`);
  return `    <testcase${attributes({ name, classname: file })}>\n      <failure${attributes({ message, type: severity })}>${text}</failure>\n    </testcase>\n`;
}
