/** What the `.env` beside a Compose file gives to its variables. Source: Compose documentation, "Set environment variables", interpolation. */

import { secretIn } from '../../model/secret/detect.ts';
import { baseName } from '../../text/path.ts';
import { type Fact, type FactSource, startOfFile } from '../fact.ts';

export interface ComposeEnvironmentFact extends Fact {
  /** Names with values. Paths, addresses, ports and names alone: nothing that may be a secret is kept. */
  readonly values: readonly (readonly [name: string, value: string])[];
}

/** Characters; what is longer is no path and no port. */
const longestValue = 256;
const longestFile = 64 * 1024;

export const composeEnvironment: FactSource<ComposeEnvironmentFact> = {
  buildContext(path, text) {
    if (baseName(path) !== '.env') return undefined;
    const values = text.length > longestFile ? [] : valuesIn(text);
    return values.length === 0 ? [] : [{ says: { values }, places: { name: startOfFile } }];
  },
};

function valuesIn(text: string): ComposeEnvironmentFact['values'] {
  return text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    if (found === null) return [];
    const [, name = '', written = ''] = found;
    const quoted = /^(["'])(.*?)\1/.exec(written)?.[2];
    const value = quoted ?? (written.split(/\s#/, 1)[0] ?? '').trim();
    const isPlain = value.length <= longestValue && /^[\w./:~@[\]-]*$/.test(value);
    return isPlain && secretIn({ name, value }) === undefined ? [[name, value]] : [];
  });
}
