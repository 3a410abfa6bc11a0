/** Fetches one commit of a repository, as files alone: nothing of it runs, and none of its links is made. Needs git 2.36 or newer. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';

/**
 * @param from address or path of the repository. @param folder where its files are put; what else lies there is removed, and what already is at that commit
 * stays. @returns whether it had to be fetched. @throws where git says no.
 */
export function fetchCommit(from: string, commit: string, folder: string): boolean {
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`${commit} is not the whole hash of a commit`);
  const run = (...args: readonly string[]): string => git(folder, args);
  if (existsSync(`${folder}/.git`) && run('for-each-ref', '--format=%(objectname)', done) === commit) return false;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('init', '--quiet', '--template=');
  run('fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', from, commit);
  run('checkout', '--quiet', '--detach', commit);
  // Written last, so that a fetch that was interrupted is done again.
  run('update-ref', done, commit);
  return true;
}

const done = 'refs/seaworthy/fetched';

/** A link would lead out of the corpus, and filters are programs that the machine of whoever fetches may have. */
const settings = ['core.symlinks=false', 'core.autocrlf=false', 'core.hooksPath=/dev/null', 'filter.lfs.smudge=cat'];

function git(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    [...settings.flatMap((setting) => ['-c', setting]), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' } },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} in ${folder}: ${stderr.trim()}`);
  return stdout.trim();
}
