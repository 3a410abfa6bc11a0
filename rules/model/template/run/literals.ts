/** Constants of templates as the parameter that takes them has them (text/template/exec.go, `idealConstant`, `evalInteger` and their like). */
import type { Operand } from '../syntax/tree.ts';
import { GoError } from '../value/errors.ts';
import { parseFloat64, parseInt0 } from '../value/numbers.ts';
import { Int, type Value } from '../value/value.ts';

type Literal = Extract<Operand, { kind: 'literal' }>;

const whole = (text: string): bigint | undefined => {
  const value = parseInt0(text);
  if (value !== undefined) return value;
  // Go takes a float constant as a whole number where it is one.
  const float = parseFloat64(text.replaceAll('_', ''));
  return float !== undefined && Number.isInteger(float) && Math.abs(float) < 2 ** 63 ? BigInt(float) : undefined;
};

/** @param letter of the parameter, as functions declare it. @throws GoError where it does not fit. */
export function constant({ of, text }: Literal, letter: string): Value {
  switch (letter) {
    case 's':
    case 't':
      if (of === 'string') return text;
      throw new GoError(`expected string; found ${text}`);
    case 'b':
      if (of === 'bool') return text === 'true';
      throw new GoError(`expected bool; found ${text}`);
    case 'i':
    case 'l':
      return new Int(expectedWhole(of, text), letter === 'i' ? 'int' : 'int64');
    case 'f': {
      const value = of === 'number' ? (parseFloat64(text.replaceAll('_', '')) ?? Number(whole(text))) : Number.NaN;
      if (Number.isNaN(value)) throw new GoError(`expected float; found ${text}`);
      return value;
    }
    case 'm':
    case 'L':
      throw new GoError(
        `can't handle ${text} for arg of type ${letter === 'm' ? 'map[string]interface {}' : '[]interface {}'}`,
      );
    default:
      return ideal(of, text);
  }
}

function expectedWhole(of: Literal['of'], text: string): bigint {
  const value = of === 'number' ? whole(text) : of === 'char' ? BigInt(text.codePointAt(0) ?? 0) : undefined;
  if (value === undefined) throw new GoError(`expected integer; found ${text}`);
  return value;
}

function ideal(of: Literal['of'], text: string): Value {
  if (of === 'string') return text;
  if (of === 'bool') return text === 'true';
  if (of === 'char') return new Int(text.codePointAt(0) ?? 0);
  const isHex = /^[+-]?0[xX]/.test(text);
  if (!isHex && /[.eEpP]/.test(text)) {
    const value = parseFloat64(text.replaceAll('_', ''));
    if (value === undefined) throw new GoError(`illegal number syntax: "${text}"`);
    return value;
  }
  const value = whole(text);
  if (value === undefined) throw new GoError(`${text} overflows int`);
  return new Int(value);
}
