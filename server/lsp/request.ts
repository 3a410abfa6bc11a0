/** A request of the client, as the files of `requests/` describe it: one method each, which `requests/index.ts` lists. */
import type { OwnRequests } from '../protocol.ts';
import type { Shape } from './parameter-shapes.ts';
import type { Session } from './session.ts';
import type { Task } from './tasks.ts';

export interface Request<P = never, R = unknown> {
  readonly method: string;
  /** What the parameters have to look like; others are refused before they come here. */
  readonly shape: Shape;
  /** @throws ResponseError for what the client is to know; anything else that is thrown goes to the log. */
  answer(session: Session, params: P, task: Task): Promise<R> | R;
}

/** A request that is none of LSP's. */
export interface OwnRequest<M extends keyof OwnRequests>
  extends Request<OwnRequests[M]['params'], OwnRequests[M]['result']> {
  readonly method: M;
}
