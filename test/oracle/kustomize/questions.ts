/** Kustomizations that Kustomize is asked about: every feature alone, and features composed by chance. */

import { composedFiles } from './composed.ts';
import { type Files, features } from './features.ts';

/** Files by path, and the folder to build. */
export interface Question {
  readonly name: string;
  readonly files: Files;
  readonly folder: string;
}

/** Compositions by chance, by the same numbers each time. */
const compositions = 150;

export const questions: readonly Question[] = [
  ...features,
  ...Array.from({ length: compositions }, (_, at) => ({
    name: `composition ${at}`,
    files: composedFiles(at),
    folder: 'overlay',
  })),
];
