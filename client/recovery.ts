/**
 * What becomes of a server that was lost: it is ended and started again, without the document it was lost over, until that changes. Nothing pops up: the
 * status item and the log tell of it.
 */
import type * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClient,
  type Middleware,
  State,
} from 'vscode-languageclient/node';
import { ask } from './ask.ts';
import { CrashHistory } from './crash-history.ts';
import { type Ticker, Watchdog } from './watchdog.ts';

const ticker: Ticker = {
  every(milliseconds, tick) {
    const timer = setInterval(tick, milliseconds);
    return { dispose: () => clearInterval(timer) };
  },
};

export class Recovery {
  readonly #log: vscode.LogOutputChannel;
  readonly #losses = new CrashHistory(() => performance.now());
  #watchdog: Watchdog | undefined;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** For `initializationOptions`, each time the server starts. */
  get options(): { readonly aside: readonly string[]; readonly gathers: boolean } {
    return { aside: this.#losses.aside, gathers: this.#losses.gathers };
  }

  readonly middleware: Middleware = {
    sendRequest: (type, param, token, next) => {
      const document = documentOf(param);
      return document === undefined || this.#watchdog === undefined
        ? next(type, param, token)
        : this.#watchdog.during(document, () => next(type, param, token));
    },
    didChange: (event, next) => {
      this.#losses.changed(event.document.uri.toString());
      return next(event);
    },
  };

  readonly errorHandler: ErrorHandler = {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: (): CloseHandlerResult =>
      this.#losses.closed()
        ? { action: CloseAction.Restart, message: 'The server ended; it is started again.', handled: true }
        : {
            action: CloseAction.DoNotRestart,
            message: 'The server ended too often; it is started again by the command "Seaworthy: Restart".',
            handled: true,
          },
  };

  /** Watches the server of a client from each start on. */
  watch(client: LanguageClient): vscode.Disposable {
    const watchdog = new Watchdog(
      ticker,
      () => ask(client, 'seaworthy/ping', null),
      (document) => this.#lost(client, document),
    );
    this.#watchdog = watchdog;
    const subscription = client.onDidChangeState(({ newState }) =>
      newState === State.Running ? watchdog.begin() : watchdog.end(),
    );
    return {
      dispose() {
        subscription.dispose();
        watchdog.end();
      },
    };
  }

  #lost(client: LanguageClient, document: string | undefined): void {
    this.#losses.lost(document);
    this.#log.error(
      document === undefined
        ? 'The server did not answer for ten seconds while it read the folder; it is started again and reads nothing but what is open.'
        : `The server did not answer for ten seconds while it checked ${document}; it is started again, and the document is set aside until it changes.`,
    );
    const { pid } = (client.initializeResult?.capabilities.experimental ?? {}) as { readonly pid?: unknown };
    // The end of the process is noticed by the client, which then starts another one.
    if (typeof pid === 'number') process.kill(pid, 'SIGKILL');
  }
}

/** The document that a request is about. */
function documentOf(params: unknown): string | undefined {
  const { textDocument, uri, data } = (params ?? {}) as {
    readonly textDocument?: { readonly uri?: unknown };
    readonly uri?: unknown;
    readonly data?: { readonly uri?: unknown };
  };
  const found = textDocument?.uri ?? uri ?? data?.uri;
  return typeof found === 'string' ? found : undefined;
}
