/** What the parameters of each method have to look like. What is not named here is not answered. */
import { documentShapes } from './document-sync.ts';
import { notifications } from './notifications/index.ts';
import {
  anything,
  flagOrNumber,
  identified,
  integer,
  list,
  object,
  optional,
  type Shape,
  text,
} from './parameter-shapes.ts';
import { requests } from './requests/index.ts';

/** Methods that the library follows by itself. */
const protocolShapes: readonly (readonly [method: string, shape: Shape])[] = [
  [
    'initialize',
    object({
      capabilities: object({}),
      processId: optional(integer),
      rootUri: optional(text),
      workspaceFolders: optional(list(identified)),
      trace: optional(text),
    }),
  ],
  ['shutdown', anything],
  ['exit', anything],
  ['$/setTrace', object({ value: text })],
  ['window/workDoneProgress/cancel', object({ token: flagOrNumber })],
];

export const shapes: ReadonlyMap<string, Shape> = new Map([
  ...protocolShapes,
  ...documentShapes,
  ...[...requests, ...notifications].map(({ method, shape }) => [method, shape] as const),
]);
