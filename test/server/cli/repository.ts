/** A repository of its own for a test, made with the Git of the machine. */
import { spawnSync } from 'node:child_process';
import { Folder } from './program.ts';

/** Whether there is a Git to make one with. */
export const lacksGit = spawnSync('git', ['--version']).error !== undefined;

export class Repository extends Folder {
  constructor() {
    super();
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** @returns what it says. @throws where it fails. */
  git(...args: readonly string[]): string {
    const own = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    const done = spawnSync('git', [...own, ...args], { cwd: this.path, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return done.stdout;
  }

  /** All that is in it. */
  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }
}
