/**
 * How work is started: a request that can be cancelled, or work that nobody waits for. Whatever goes wrong in either is written to the log, and the
 * server goes on.
 */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { visible } from '../../rules/text/visible.ts';

/** A request while it is worked on. */
export interface Task {
  /** The client's cancellation of it. */
  readonly token: CancellationToken;
  /**
   * Lets everything else that waits go first, a cancellation among it.
   * @throws ResponseError RequestCancelled when nobody waits for the answer any more.
   */
  pause(): Promise<void>;
}

export class Tasks {
  readonly #connection: Connection;
  readonly #pause: () => Promise<void>;

  constructor(connection: Connection, pause: () => Promise<void>) {
    this.#connection = connection;
    this.#pause = pause;
  }

  /** A request's handler. Its failure is answered with a sentence, and the reason goes to the log. */
  answering<P, R>(
    method: string,
    handler: (params: P, task: Task) => Promise<R> | R,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      const check = (): void => {
        if (token.isCancellationRequested)
          throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      };
      const task: Task = {
        token,
        pause: async () => {
          check();
          await this.#pause();
          check();
        },
      };
      try {
        await task.pause();
        return await handler(params, task);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.#report(method, error);
        throw new ResponseError(ErrorCodes.InternalError, `Seaworthy could not answer ${method}; its log says why.`);
      }
    };
  }

  /** Work that nobody waits for. @param what for the log. */
  later(what: string, work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.#report(what, error));
  }

  /** Shows the user a sentence that waits for no answer. */
  tell(sentence: string): void {
    const params: ShowMessageParams = { type: MessageType.Warning, message: sentence };
    this.later('To tell the user', () => this.#connection.sendNotification(ShowMessageNotification.type, params));
  }

  #report(what: string, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(`${visible(what)} failed: ${reason.split('\n').map(visible).join('\n')}`);
  }
}
