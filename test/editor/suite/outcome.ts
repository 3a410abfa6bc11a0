/** What the suite tells the process that started the editor. Shared by both sides; must not know the editor. */

/** The variable of the environment that names the file the report is written to. */
export const reportVariable = 'SEAWORTHY_SUITE_REPORT';

export interface Outcome {
  readonly name: string;
  /** Left out when the test passed. */
  readonly error?: string;
}

/** Written anew after every test, so that a run that hangs shows where. */
export interface SuiteReport {
  readonly finished: boolean;
  readonly outcomes: readonly Outcome[];
}
