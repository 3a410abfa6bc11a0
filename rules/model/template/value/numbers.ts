/** Numbers as Go reads and writes them (strconv, fmt). */

/** The digits of a finite number's shortest form, and where its point stands: 0.digits × 10^point. */
function shortest(value: number): { readonly digits: string; readonly point: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  return { digits, point: value === 0 ? 0 : Number(exponent) + 1 };
}

const special = (value: number): string | undefined =>
  Number.isNaN(value)
    ? 'NaN'
    : value === Number.POSITIVE_INFINITY
      ? '+Inf'
      : value === Number.NEGATIVE_INFINITY
        ? '-Inf'
        : undefined;

const sign = (value: number): string => (value < 0 || Object.is(value, -0) ? '-' : '');

function exponential(digits: string, exponent: number): string {
  const power = Math.abs(exponent);
  return `${digits.slice(0, 1)}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${exponent < 0 ? '-' : '+'}${power < 10 ? '0' : ''}${power}`;
}

function plainDigits(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A float64 as `strconv.FormatFloat(value, 'g', -1, 64)` and fmt's `%v`: with an exponent from a million on. */
export function formatFloat(value: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  if (value === 0) return `${sign(value)}0`;
  const { digits, point } = shortest(value);
  const exponent = point - 1;
  // strconv/ftoa.go: "if precision was the shortest possible, use precision 6 for this decision".
  return sign(value) + (exponent < -4 || exponent >= 6 ? exponential(digits, exponent) : plainDigits(digits, point));
}

/** A float64 with a fixed number of decimals; -1 is as many as it has. */
export function fixedFloat(value: number, decimals: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  if (decimals >= 0 && decimals <= 100 && Math.abs(value) < 1e21) {
    const text = Math.abs(value).toFixed(decimals);
    return sign(value) + text;
  }
  if (value === 0) return `${sign(value)}0`;
  const { digits, point } = shortest(value);
  return sign(value) + plainDigits(digits, point);
}

/** `%e`. @param decimals -1 is as many as it has. */
export function exponentFloat(value: number, decimals: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  const text = decimals < 0 ? value.toExponential() : value.toExponential(Math.min(decimals, 100));
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** A float64 as encoding/json writes it. */
export function jsonFloat(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (value === 0) return sign(value) === '-' ? '-0' : '0';
  const size = Math.abs(value);
  if (size >= 1e-6 && size < 1e21) return fixedFloat(value, -1);
  return exponentFloat(value, -1).replace(/e-0(\d)$/, 'e-$1');
}

/** `strconv.ParseInt(text, 0, 64)`: a sign, prefixes of base 2, 8 and 16, underscores between digits. @returns undefined for errors. */
export function parseInt0(text: string): bigint | undefined {
  const [, minus = '', body = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const digits =
    /^(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB]_?[01]+(?:_[01]+)*|0[oO]?_?[0-7]+(?:_[0-7]+)*|0|[1-9][0-9]*(?:_[0-9]+)*)$/.test(
      body,
    )
      ? body.replaceAll('_', '')
      : undefined;
  if (digits === undefined) return undefined;
  const octal = /^0[oO]?([0-7]+)$/.exec(digits);
  const size = BigInt(octal === null ? digits : `0o${octal[1]}`);
  const value = minus === '-' ? -size : size;
  return value < -(1n << 63n) || value >= 1n << 63n ? undefined : value;
}

/** `strconv.ParseFloat(text, 64)` for decimal forms. @returns undefined for errors. */
export function parseFloat64(text: string): number | undefined {
  if (/^[+-]?(?:inf|infinity)$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A float64 to the whole number towards zero, as Go's conversion does where it fits. */
export function truncated(value: number): bigint {
  if (!Number.isFinite(value) || value >= 2 ** 63 || value < -(2 ** 63)) return -(1n << 63n);
  return BigInt(Math.trunc(value));
}
