/** A blast radius as the command line shows it: its files have the names by which the user knows them. */
import type { Radius } from '../../rules/engine/blast-radius.ts';
import { toOuter } from './paths.ts';

export type FileRadius = Radius<ReturnType<typeof fileOf>>;

/** @param path absolute, as the workspace has it. */
export const fileOf = (path: string): { readonly file: string } => ({ file: toOuter(path) });
