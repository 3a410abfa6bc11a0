/** What the parameters of each method have to look like, so that handlers need not ask. What is not named here is not answered. */

/** @returns what is wrong with a value that stands at a place, as a sentence; undefined when nothing is. */
type Shape = (value: unknown, at: string) => string | undefined;

const anything: Shape = () => undefined;
const text: Shape = (value, at) => (typeof value === 'string' ? undefined : `${at} has to be a string.`);
const flagOrNumber: Shape = (value, at) =>
  typeof value === 'string' || typeof value === 'number' ? undefined : `${at} has to be a string or a number.`;
/** What a position counts in. */
const index: Shape = (value, at) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31
    ? undefined
    : `${at} has to be a whole number from zero on.`;
const integer: Shape = (value, at) => (Number.isInteger(value) ? undefined : `${at} has to be a whole number.`);

const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined || value === null ? undefined : shape(value, at);

const list =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return `${at} has to be a list.`;
    for (const [i, item] of value.entries()) {
      const wrong = shape(item, `${at}[${i}]`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

const object =
  (keys: { readonly [key: string]: Shape }): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} has to be an object.`;
    for (const [key, shape] of Object.entries(keys)) {
      const wrong = shape((value as { readonly [key: string]: unknown })[key], `${at}.${key}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

const identified = object({ uri: text });
const position = object({ line: index, character: index });
const range = object({ start: position, end: position });
const inDocument = object({ textDocument: identified });
const atPosition = object({ textDocument: identified, position });

export const shapes: ReadonlyMap<string, Shape> = new Map([
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
  ['initialized', anything],
  ['shutdown', anything],
  ['exit', anything],
  ['$/setTrace', object({ value: text })],
  ['window/workDoneProgress/cancel', object({ token: flagOrNumber })],
  ['textDocument/didOpen', object({ textDocument: object({ uri: text, languageId: text, version: integer, text }) })],
  [
    'textDocument/didChange',
    object({
      textDocument: object({ uri: text, version: integer }),
      contentChanges: list(object({ text, range: optional(range) })),
    }),
  ],
  ['textDocument/didClose', inDocument],
  ['workspace/didChangeConfiguration', anything],
  ['workspace/didChangeWatchedFiles', object({ changes: list(identified) })],
  [
    'workspace/didChangeWorkspaceFolders',
    object({ event: object({ added: list(identified), removed: list(identified) }) }),
  ],
  ['textDocument/diagnostic', inDocument],
  [
    'textDocument/codeAction',
    object({ textDocument: identified, range, context: object({ only: optional(list(text)) }) }),
  ],
  ['codeAction/resolve', object({ title: text })],
  ['textDocument/completion', atPosition],
  ['textDocument/hover', atPosition],
  ['textDocument/codeLens', inDocument],
  ['workspace/executeCommand', object({ command: text, arguments: optional(list(anything)) })],
  ['seaworthy/blastRadius', object({ uri: text, position })],
  ['seaworthy/effectiveConfiguration', identified],
  ['seaworthy/workspaceFix', object({ rule: optional(text) })],
  ['seaworthy/disableRule', object({ uri: text, rule: text })],
  ['seaworthy/ignore', object({ action: object({}), reason: text })],
  ['seaworthy/ping', anything],
]);

/** Where an action that was chosen leads back to; `choice` is looked at by its kind. */
export const actionData: Shape = object({ uri: text, version: integer, choice: object({ kind: text }) });
