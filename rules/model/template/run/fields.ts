/** Fields and methods of values, as `.a.b` asks for them (text/template/exec.go, `evalField`). */
import { GoError } from '../value/errors.ts';
import { isDict, isObject, StringDict, typeOf, Unknown, type Value } from '../value/value.ts';

/**
 * @param args what follows the name, if it is the last one of a command.
 * @throws GoError where Go has no such field.
 */
export function fieldOf(receiver: Value, name: string, args: readonly Value[]): Value {
  if (receiver === undefined || receiver instanceof Unknown) return receiver;
  if (receiver === null) throw new GoError(`nil pointer evaluating interface {}.${name}`);
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
