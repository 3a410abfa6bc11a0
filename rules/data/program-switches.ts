/**
 * What a row of the tables of switches says: a variable or an argument by which a well-known program is told something dangerous. Source: each row of the
 * tables beside it names its own; read 2026-11-27.
 */

export interface ProgramSwitch {
  /** Name of a variable in the case that the program reads; a pattern for names that many programs have. */
  readonly variable?: string | RegExp;
  /** The word of an argument; a value in the next word stands behind an equals sign. */
  readonly argument?: RegExp;
  /** Of a variable: the values that switch; left out: any value. */
  readonly value?: RegExp;
  /** Another variable that has to have a value for this one to count. */
  readonly beside?: readonly [name: string, value: RegExp];
  /** What has to stand in the image or the command line for the row to be about this program. */
  readonly program?: RegExp;
  /** What must not stand there: it switches back what the row is about. */
  readonly unless?: RegExp;
  /** What the program does then, behind its name. */
  readonly does: string;
  readonly source: string;
}

export const yes = /^(?:true|yes|y|1|on)$/i;
export const no = /^(?:false|no|n|0|off)$/i;
