/** What both ways to run the in-host suite share: its bundle, the extension that carries it, and its report. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleSuite } from '../../../tools/bundle.ts';
import { reportVariable, type SuiteReport } from '../suite/outcome.ts';

export interface PreparedSuite {
  /** `extensionDevelopmentPath`: an empty extension, so that the one under test is the installed one. */
  readonly carrier: string;
  /** `extensionTestsPath`. */
  readonly tests: string;
  readonly env: Readonly<Record<string, string>>;
  /** The report as it stands, or undefined before the suite began. */
  report(): Promise<SuiteReport | undefined>;
}

/** Puts the suite and its surroundings into `folder`. */
export async function prepareSuite(folder: string): Promise<PreparedSuite> {
  const carrier = join(folder, 'carrier');
  const reportFile = join(folder, 'report.json');
  await mkdir(carrier, { recursive: true });
  const manifest = { name: 'suite-carrier', publisher: 'seaworthy', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(carrier, 'package.json'), JSON.stringify(manifest));
  return {
    carrier,
    tests: await bundleSuite('test/editor/suite/index.ts', join(folder, 'suite.cjs')),
    env: { [reportVariable]: reportFile },
    async report() {
      try {
        return JSON.parse(await readFile(reportFile, 'utf8')) as SuiteReport;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
