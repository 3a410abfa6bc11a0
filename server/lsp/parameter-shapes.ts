/** What parameters have to look like, so that handlers need not ask: the pieces of which each method makes its own shape. */

/** @returns what is wrong with a value that stands at a place, as a sentence; undefined when nothing is. */
export type Shape = (value: unknown, at: string) => string | undefined;

export const anything: Shape = () => undefined;
export const text: Shape = (value, at) => (typeof value === 'string' ? undefined : `${at} has to be a string.`);
export const flag: Shape = (value, at) => (typeof value === 'boolean' ? undefined : `${at} has to be true or false.`);
export const flagOrNumber: Shape = (value, at) =>
  typeof value === 'string' || typeof value === 'number' ? undefined : `${at} has to be a string or a number.`;
/** What a position counts in. */
const index: Shape = (value, at) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31
    ? undefined
    : `${at} has to be a whole number from zero on.`;
export const integer: Shape = (value, at) => (Number.isInteger(value) ? undefined : `${at} has to be a whole number.`);

export const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined || value === null ? undefined : shape(value, at);

export const oneOf =
  (words: readonly string[]): Shape =>
  (value, at) =>
    words.some((word) => word === value) ? undefined : `${at} has to be one of ${words.join(', ')}.`;

export const list =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return `${at} has to be a list.`;
    for (const [i, item] of value.entries()) {
      const wrong = shape(item, `${at}[${i}]`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

export const object =
  (keys: { readonly [key: string]: Shape }): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} has to be an object.`;
    for (const [key, shape] of Object.entries(keys)) {
      const wrong = shape((value as { readonly [key: string]: unknown })[key], `${at}.${key}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

export const identified = object({ uri: text });
export const position = object({ line: index, character: index });
export const range = object({ start: position, end: position });
export const inDocument = object({ textDocument: identified });
export const atPosition = object({ textDocument: identified, position });

/** Where an action that was chosen leads back to; `choice` is looked at by its kind. */
export const actionData: Shape = object({ uri: text, version: integer, choice: object({ kind: text }) });
