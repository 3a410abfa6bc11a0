/**
 * Every message of the client comes through here before anything else sees it: out of order, unknown or of a wrong shape, it is answered with a sentence
 * and written to the log. Must not know what a method does.
 */
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { visible } from '../../rules/text/visible.ts';
import { shapes } from './method-shapes.ts';

/** A method of our own that refuses; a refused request goes on under this name, so that it is answered as every other one is. */
const refused = 'seaworthy/refused';

type Next = Parameters<MessageStrategy['handleMessage']>[1];

interface Refusal {
  readonly code: number;
  readonly sentence: string;
}

export class Gate {
  /** To be given to the connection when it is made. */
  readonly strategy: MessageStrategy = {
    handleMessage: (message, next) => this.#pass(message, next),
  };
  #phase: 'new' | 'running' | 'shut' = 'new';
  #log: (line: string) => void = () => undefined;

  /** Answers what is refused. */
  attach(connection: Connection): void {
    this.#log = (line) => connection.console.error(line);
    connection.onRequest(refused, ({ code, sentence }: Refusal) => {
      throw new ResponseError(code, sentence);
    });
  }

  #pass(message: Message, next: Next): ReturnType<Next> {
    if (!Message.isRequest(message) && !Message.isNotification(message)) return next(message);
    const refusal = this.#refusalOf(message);
    if (refusal === undefined) {
      this.#follow(message.method);
      return next(message);
    }
    // Nobody waits for an answer to a notification, and one that we do not know is none of our business.
    if (refusal.code !== ErrorCodes.MethodNotFound) this.#log(visible(refusal.sentence));
    if (!Message.isRequest(message)) return undefined;
    return next({ ...message, method: refused, params: { ...refusal } } as RequestMessage);
  }

  #follow(method: string): void {
    if (method === 'initialize') this.#phase = 'running';
    if (method === 'shutdown') this.#phase = 'shut';
  }

  #refusalOf(message: RequestMessage | NotificationMessage): Refusal | undefined {
    const { method, params } = message;
    // `$/cancelRequest` and its like are the connection's own.
    if (method === 'exit' || (method.startsWith('$/') && !shapes.has(method))) return undefined;
    if (this.#phase === 'new' && method !== 'initialize')
      return { code: ErrorCodes.ServerNotInitialized, sentence: `${method} came before initialize.` };
    if (this.#phase !== 'new' && method === 'initialize')
      return { code: ErrorCodes.InvalidRequest, sentence: 'initialize was asked before; it is asked once.' };
    if (this.#phase === 'shut') return { code: ErrorCodes.InvalidRequest, sentence: `${method} came after shutdown.` };
    const shape = shapes.get(method);
    if (shape === undefined) return { code: ErrorCodes.MethodNotFound, sentence: `Seaworthy does not know ${method}.` };
    const wrong = shape(params, 'params');
    return wrong === undefined ? undefined : { code: ErrorCodes.InvalidParams, sentence: `${method}: ${wrong}` };
  }
}
