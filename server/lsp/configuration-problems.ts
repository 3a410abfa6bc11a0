/** Shows what is wrong in configuration files, where it is wrong. The last version without problems stays in force meanwhile. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { LineTable } from '../../rules/text/source.ts';
import type { Configurations } from '../host/configuration.ts';
import { configurationDiagnostics } from './configuration-help.ts';
import type { LspHost } from './host.ts';
import type { Tasks } from './tasks.ts';

export class ConfigurationProblems {
  readonly #connection: Connection;
  readonly #tasks: Tasks;
  readonly #configurations: Configurations;
  readonly #host: LspHost;
  /** Files that something was shown of. */
  #shown: ReadonlySet<string> = new Set();

  constructor(connection: Connection, tasks: Tasks, configurations: Configurations, host: LspHost) {
    this.#connection = connection;
    this.#tasks = tasks;
    this.#configurations = configurations;
    this.#host = host;
  }

  /** @param answered whether a document answers for itself, as it is typed. */
  async report(answered: (uri: string) => boolean): Promise<void> {
    const now = new Set<string>();
    for (const { path, text, problems } of await this.#configurations.broken()) {
      const uri = this.#host.toUri(path);
      if (answered(uri)) continue;
      now.add(uri);
      this.#send(uri, configurationDiagnostics(problems, new LineTable(text)));
    }
    for (const uri of this.#shown) if (!now.has(uri)) this.#send(uri, []);
    this.#shown = now;
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    this.#tasks.later(`To show what is wrong in ${uri}`, () => this.#connection.sendDiagnostics({ uri, diagnostics }));
  }
}
