/** A notification of the client, as the files of `notifications/` describe it: one method each, which `notifications/index.ts` lists. */
import type { Shape } from './parameter-shapes.ts';
import type { Session } from './session.ts';

export interface Notification<P = never> {
  readonly method: string;
  /** What the parameters have to look like; others are dropped before they come here. */
  readonly shape: Shape;
  /** What following it is called in the log, such as "To follow settings". */
  readonly task: string;
  /** Whatever it throws goes to the log. */
  follow(session: Session, params: P): Promise<void>;
}
