/**
 * Variables in the values of a Compose file, put in as Compose does. Source: Compose specification, "Interpolation". Knows no file: what `.env`
 * gives is handed in.
 */

/** What is known of variables, such as by the `.env` beside a Compose file. */
export type Environment = ReadonlyMap<string, string>;

/** Of a Compose file without an `.env` beside it. */
export const noEnvironment: Environment = new Map();

/** Defaults inside defaults deeper than this are left unknown. */
const depthLimit = 10;

/** Characters; a value that grows beyond is left unknown. */
const lengthLimit = 4096;

/** What stands for a value that nobody knows: no path, port or name holds it. */
export const unknownValue = '\0';

/**
 * @returns the text with its variables replaced: by the environment, else by the default that is written; `unknownValue` stands for every variable that has
 * neither.
 */
export function interpolated(text: string, environment: Environment, depth = 0): string {
  if (!text.includes('$')) return text;
  if (depth > depthLimit || text.length > lengthLimit) return unknownValue;
  let result = '';
  for (let at = 0; at < text.length && result.length <= lengthLimit; ) {
    const char = text[at] as string;
    if (char !== '$') {
      result += char;
      at++;
    } else if (text[at + 1] === '$') {
      result += '$';
      at += 2;
    } else if (text[at + 1] === '{') {
      const end = closing(text, at + 2);
      result += braced(text.slice(at + 2, end), environment, depth);
      at = end + 1;
    } else {
      const name = /^\w+/.exec(text.slice(at + 1, at + 1 + lengthLimit))?.[0];
      result += name === undefined ? '$' : (environment.get(name) ?? unknownValue);
      at += 1 + (name?.length ?? 0);
    }
  }
  return result.length > lengthLimit ? unknownValue : result;
}

/** Where the brace ends that was opened before; the end of the text where it never does. */
function closing(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') open++;
    else if (text[at] === '}' && --open === 0) return at;
  }
  return text.length;
}

/** What stands between braces: a name, and what holds where it is set or not. */
function braced(inside: string, environment: Environment, depth: number): string {
  const found = /^(\w+)(:?[-+?])?/.exec(inside);
  if (found === null) return unknownValue;
  const [whole, name = '', operator = ''] = found;
  const operand = inside.slice(whole.length);
  const value = environment.get(name);
  const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
  if (operator.endsWith('+')) return isSet ? interpolated(operand, environment, depth + 1) : unknownValue;
  if (isSet) return value;
  // Whoever has to give it may give anything; a default is what most people run.
  return operator.endsWith('-') ? interpolated(operand, environment, depth + 1) : unknownValue;
}
