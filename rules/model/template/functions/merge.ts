/** How `merge` and `mergeOverwrite` put one map into another: dario.cat/mergo, `deepMerge`, with sprig's options. The first map is changed. */
import { type Dict, Int, isDict, isList, isNil, isText, type Value } from '../value/value.ts';

/** Empty as mergo has it, which is how it tells what the first map lacks. */
function isEmptyValue(value: Value): boolean {
  if (isNil(value) || value === false || value === 0) return true;
  if (value instanceof Int) return value.value === 0n;
  if (isText(value)) return String(value) === '';
  return isList(value) ? value.length === 0 : isDict(value) && value.size === 0;
}

/**
 * @param put writes into a map, and may remember that it was changed.
 */
export function mergeInto(
  to: Dict,
  from: Dict,
  overwrite: boolean,
  put: (dict: Dict, key: string, value: Value) => void,
): void {
  // The map may be one and the same; what is added while it is read would be read again.
  for (const [key, value] of [...from]) {
    if (isNil(value)) {
      if (overwrite) put(to, key, null);
      continue;
    }
    const before = to.get(key);
    if (isDict(value) && isDict(before)) {
      if (value !== before) mergeInto(before, value, overwrite, put);
      if (before.size > 0) continue;
    }
    if (isList(value) && before !== undefined && !isEmptyValue(before)) {
      if (overwrite) put(to, key, value);
      continue;
    }
    if (overwrite || before === undefined || isEmptyValue(before)) put(to, key, value);
  }
}
