/** Fields and methods of values, as `.a.b` asks for them (text/template/exec.go, `evalField`). */
import { GoError } from '../value/errors.ts';
import {
  type Dict,
  isDict,
  isObject,
  isText,
  StringDict,
  typeOf,
  Unknown,
  type Value,
  ValuesDict,
} from '../value/value.ts';
import { toYaml } from '../yaml/write.ts';

/**
 * @param args what follows the name, if it is the last one of a command.
 * @throws GoError where Go has no such field.
 */
export function fieldOf(receiver: Value, name: string, args: readonly Value[]): Value {
  if (receiver === undefined || receiver instanceof Unknown) return receiver;
  if (receiver === null) throw new GoError(`nil pointer evaluating interface {}.${name}`);
  if (receiver instanceof ValuesDict && valuesMethods.has(name)) return valuesMethod(receiver, name, args);
  if (isDict(receiver)) {
    if (args.length > 0) throw new GoError(`${name} is not a method but has arguments`);
    const value = receiver.get(name);
    return value === undefined ? (receiver instanceof StringDict ? '' : null) : value;
  }
  if (isObject(receiver)) {
    const method = receiver.methods.get(name);
    if (method !== undefined) return method(args);
    const value = receiver.fields.get(name) ?? receiver.entries?.get(name);
    if (value === undefined && receiver.entries === undefined)
      throw new GoError(`can't evaluate field ${name} in type ${receiver.goType}`);
    if (args.length > 0) throw new GoError(`${name} has arguments but cannot be invoked as function`);
    return value ?? null;
  }
  throw new GoError(
    `can't evaluate field ${name} in type ${typeOf(receiver) === 'map[string]interface {}' ? 'map' : typeOf(receiver)}`,
  );
}

const valuesMethods: ReadonlySet<string> = new Set(['AsMap', 'YAML', 'Table', 'PathValue', 'Encode']);

/** Methods of `.Values` (pkg/chart/common/values.go). @throws GoError */
function valuesMethod(values: Dict, name: string, [path]: readonly Value[]): Value {
  if (name === 'AsMap') return new Map(values);
  if (name === 'YAML') return `${toYaml(values)}\n`;
  if (name === 'Encode' || !isText(path)) throw new GoError(`wrong number of args for ${name}`);
  let at: Value = values;
  for (const key of String(path).split('.')) at = isDict(at) ? at.get(key) : undefined;
  if (at === undefined || isDict(at) !== (name === 'Table'))
    throw new GoError(`error calling ${name}: "${path}" is not there`);
  return at;
}
