/** Who runs the processes of a built image, as Kubernetes will see it. */
import type { Span } from '../../text/source.ts';
import { baseImageOf } from '../image/base.ts';
import { numberOf } from './accounts.ts';
import { isRootUser, type Stage } from './stage.ts';

/** Root, a number, a name with its number where that is known, or unknown. */
export type ImageUser =
  | { readonly kind: 'root' }
  | { readonly kind: 'number'; readonly uid: number }
  /** The kubelet cannot tell whether a name is root. */
  | { readonly kind: 'name'; readonly name: string; readonly uid: number | undefined }
  | { readonly kind: 'unknown' };

/** @returns the user at the end of a stage, and what decides it: its USER, else its FROM. */
export function imageUserOf(stage: Stage): { readonly user: ImageUser; readonly span: Span } {
  const set = stage.userAt();
  if (set.kind !== 'inherited') {
    const span = set.instruction.argument.span;
    if (set.kind === 'unknown' || stage.isWindows) return { user: { kind: 'unknown' }, span };
    if (isRootUser(set.user)) return { user: { kind: 'root' }, span };
    if (/^\d+$/.test(set.user)) return { user: { kind: 'number', uid: Number(set.user) }, span };
    return { user: { kind: 'name', name: set.user, uid: numberOf(set.user, stage) }, span };
  }
  return { user: inheritedUser(stage), span: stage.anchor };
}

function inheritedUser(stage: Stage): ImageUser {
  if (stage.isScratch) return { kind: 'root' };
  if (stage.image === undefined) return { kind: 'unknown' };
  const { user, uid, userName } = baseImageOf(stage.image);
  if (userName !== undefined) return { kind: 'name', name: userName, uid };
  if (user === 'root') return { kind: 'root' };
  return user === 'non-root' && uid !== undefined ? { kind: 'number', uid } : { kind: 'unknown' };
}
