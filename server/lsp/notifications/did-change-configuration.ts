/** `workspace/didChangeConfiguration`: the client's settings are others; it is asked for them again. */
import type { Notification } from '../notification.ts';
import { anything } from '../parameter-shapes.ts';

export const didChangeConfiguration: Notification = {
  method: 'workspace/didChangeConfiguration',
  shape: anything,
  task: 'To follow settings',
  follow: (session) => session.reconfigured(),
};
