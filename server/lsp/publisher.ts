/** Diagnostics that the client was told unasked, so that they can be withdrawn. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Tasks } from './tasks.ts';

export class DiagnosticPublisher {
  readonly #connection: Connection;
  readonly #tasks: Tasks;
  readonly #told = new Set<string>();

  constructor(connection: Connection, tasks: Tasks) {
    this.#connection = connection;
    this.#tasks = tasks;
  }

  /** What something was told of. */
  get uris(): readonly string[] {
    return [...this.#told];
  }

  /** Shows the diagnostics of a file, none included. */
  tell(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    if (diagnostics.length === 0 && version === undefined) {
      this.withdraw(uri);
      return;
    }
    this.#told.add(uri);
    this.#send(uri, diagnostics, version);
  }

  withdraw(uri: string): void {
    if (this.#told.delete(uri)) this.#send(uri, []);
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    const params = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
    this.#tasks.later(`To show what was found in ${uri}`, () => this.#connection.sendDiagnostics(params));
  }
}
