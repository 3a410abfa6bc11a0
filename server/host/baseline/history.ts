/** The files of a folder as a commit has them and as they are, to follow what was renamed. */
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { type Files, within } from '../files.ts';
import { Git } from '../git.ts';
import { GitFiles } from '../git-files.ts';
import type { History } from './known.ts';
import { repositoryOf } from './place.ts';

/** A commit of the repository of a folder. */
export interface Past {
  /** The full id. */
  readonly commit: string;
  /** Its files, by the paths that they have on disk. */
  readonly files: Files;
}

/** @param reference such as `main` or `HEAD~3`. @returns undefined where the folder lies in no repository, or this copy of it lacks the commit. */
export async function pastOf(files: Files, folder: string, reference: string): Promise<Past | undefined> {
  const top = await repositoryOf(files, folder);
  if (top === undefined) return undefined;
  const git = new Git(top);
  const commit = await git.commit(reference);
  const entries = commit === undefined ? undefined : await git.files(commit);
  return commit === undefined || entries === undefined ? undefined : { commit, files: new GitFiles(git, top, entries) };
}

/** @param folder which names of files are relative to. */
export function historyOf(now: Files, past: Files, folder: string): History {
  const textOf = async (files: Files, file: string): Promise<string | undefined> => {
    const read = await files.read(within(folder, file));
    return 'text' in read ? read.text : undefined;
  };
  return {
    before: (file) => textOf(past, file),
    now: (file) => textOf(now, file),
    objects(file, text) {
      const alone = new Workspace([]);
      alone.update({ path: file, text }, defaultSettings);
      return Object.values(alone.facts().byKind)
        .flat()
        .flatMap(({ kind, name, namespace }) =>
          kind === '' ? [] : [{ kind, name, ...(namespace === undefined ? {} : { namespace }) }],
        );
    },
  };
}
