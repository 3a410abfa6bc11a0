/** Who runs the processes of a built image, as Kubernetes will see it. */
import type { Span } from '../../text/source.ts';
import { baseImageOf } from '../image/base.ts';
import { programOf, workWords } from './shell.ts';
import { isRootUser, type Stage } from './stage.ts';

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
    return { user: { kind: 'name', name: set.user, uid: uidOf(set.user, stage) }, span };
  }
  return { user: inheritedUser(stage), span: stage.anchor };
}

function inheritedUser(stage: Stage): ImageUser {
  if (stage.isScratch) return { kind: 'root' };
  const { user, uid } = stage.image === undefined ? { user: 'unknown', uid: undefined } : baseImageOf(stage.image);
  if (user === 'root') return { kind: 'root' };
  return user === 'non-root' && uid !== undefined ? { kind: 'number', uid } : { kind: 'unknown' };
}

/** The number that useradd or adduser is told to give: `-u 1000`, `-u1000`, `--uid 1000`, `--uid=1000`. */
export function uidAskedOf(words: readonly string[]): number | undefined {
  const at = words.findIndex((word) => word === '-u' || word === '--uid');
  const joined = words.map((word) => /^(?:-u|--uid=)(\d+)$/.exec(word)?.[1]).find((uid) => uid !== undefined);
  const uid = joined ?? (at > 0 ? words[at + 1] : undefined);
  return uid !== undefined && /^\d+$/.test(uid) ? Number(uid) : undefined;
}

/** The number of a name, where the file gives it or the base image is known to ship it. */
function uidOf(name: string, stage: Stage): number | undefined {
  for (const instruction of stage.inForce) {
    for (const command of instruction.keyword === 'RUN' ? instruction.commands : []) {
      if (!['useradd', 'adduser'].includes(programOf(command) ?? '')) continue;
      const words = workWords(command).map(({ text }) => text);
      if (!words.includes(name)) continue;
      const uid = uidAskedOf(words);
      if (uid !== undefined) return uid;
    }
  }
  const shipped = stage.image === undefined ? undefined : baseImageOf(stage.image).shipped;
  return shipped?.name === name ? shipped.uid : undefined;
}
