/** Whether the commands of a RUN are root's, as far as the file and the tables of images tell. */
import { baseImageOf } from '../image/base.ts';
import { isRootUser, type Stage } from './stage.ts';

/** @returns `unknown` where nothing tells who the base image runs as. */
export function buildUserOf(stage: Stage, index: number): 'root' | 'other' | 'unknown' {
  const set = stage.userAt(index);
  if (set.kind === 'unknown') return 'other';
  if (set.kind === 'set') return isRootUser(set.user) ? 'root' : 'other';
  if (stage.isScratch) return 'root';
  const { user } = stage.image === undefined ? { user: 'unknown' } : baseImageOf(stage.image);
  // An entrypoint that steps down does so when the container starts, not in a build.
  if (user === 'root' || user === 'drops') return 'root';
  return user === 'non-root' ? 'other' : 'unknown';
}
