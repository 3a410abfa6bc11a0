/** Attack paths as the command line shows them: their files have the names by which the user knows them. */
import type { Path, PathEdit, PathReport, Place } from '../../rules/engine/attack-paths.ts';
import type { fileOf } from './file-radius.ts';

type File = ReturnType<typeof fileOf>;

/** A path, and whether the baseline lacks it; undefined without a baseline. */
export type FilePath = Path<File> & { readonly isNew?: boolean };

/** An edit; `also` names further places where the same is written, as variants of one application have it. */
export type FileEdit = PathEdit<File> & { readonly also?: readonly Place<File>[] };

/** What is written. */
export type FilePaths = Omit<PathReport<File>, 'paths' | 'edits'> & {
  readonly paths: readonly FilePath[];
  readonly edits: readonly FileEdit[];
};
