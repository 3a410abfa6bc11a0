/** `seaworthy/ping`: the client asks whether anybody is there. */
import { anything } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';

export const ping: OwnRequest<'seaworthy/ping'> = {
  method: 'seaworthy/ping',
  shape: anything,
  answer: () => null,
};
