/** A boolean field as other documents need to know it. */
import type { Field } from '../yaml/field.ts';

/** Undefined when it is not set. */
export type Setting = boolean | 'unknown' | undefined;

/** @returns undefined where the field is surely missing, `unknown` where nobody can tell. */
export const settingOf = (field: Field): Setting => (field.missing ? undefined : (field.boolean ?? 'unknown'));
