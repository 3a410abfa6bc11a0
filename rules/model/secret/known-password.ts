/** Passwords that everybody knows: whoever wrote one left a placeholder or the default of the program, and what is deployed takes it. */
import { defaultPasswords } from '../../data/default-passwords.ts';
import { namedSecret } from './name.ts';

/**
 * @param value as Compose or a container reads it. What lies behind `:-` is in force wherever nobody sets the variable. Source: Compose file reference,
 * "Interpolation".
 * @returns whether the name surely asks for a password, and the value is one of the first that anybody tries.
 */
export function isKnownPassword({ name, value }: { readonly name: string; readonly value: string }): boolean {
  const text = /^\$\{\w+:?-([^${}]{3,60})\}$/.exec(value)?.[1] ?? value;
  return defaultPasswords.has(text.toLowerCase()) && /pass|pwd/i.test(name) && namedSecret(name) === 'sure';
}
