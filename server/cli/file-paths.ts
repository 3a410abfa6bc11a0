/** Attack paths as the command line shows them: their files have the names by which the user knows them. */
import type { Path, PathReport } from '../../rules/engine/attack-paths.ts';
import type { fileOf } from './file-radius.ts';

type File = ReturnType<typeof fileOf>;

/** A path, and whether the baseline lacks it; undefined without a baseline. */
export type FilePath = Path<File> & { readonly isNew?: boolean };

/** What is written. */
export type FilePaths = Omit<PathReport<File>, 'paths'> & { readonly paths: readonly FilePath[] };
