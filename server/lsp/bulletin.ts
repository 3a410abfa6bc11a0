/** Diagnostics that the client was told unasked, so that they can be withdrawn. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Errands } from './errands.ts';

export class Bulletin {
  readonly #connection: Connection;
  readonly #errands: Errands;
  readonly #told = new Set<string>();

  constructor(connection: Connection, errands: Errands) {
    this.#connection = connection;
    this.#errands = errands;
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
    this.#errands.later(`To show what was found in ${uri}`, () => this.#connection.sendDiagnostics(params));
  }
}
