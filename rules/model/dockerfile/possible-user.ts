/** Who could run the image of a stage in place of root: the users that the stage makes or gives files to, and the one that its base ships. */
import { unprivilegedUser } from '../../data/users.ts';
import { baseImageOf } from '../image/base.ts';
import { accountsOf, numberOf, ownershipsOf } from './accounts.ts';
import { alone } from './around.ts';
import { obstaclesTo } from './obstacles.ts';
import { rootStartOf } from './root-start.ts';
import type { Stage } from './stage.ts';
import { isUntriedStart } from './untried-start.ts';
import type { RunAsUser } from './unwritable-folders.ts';

/** @param uid from 1 up. @returns a user without a name. */
export const numbered = (uid: number): RunAsUser => ({ user: String(uid), uid, label: `user ${uid}` });

/**
 * Who could run the image of a stage in place of root, as far as its file alone tells.
 * @returns the number of the user it is made for, whose it is, a clause of what has to be true, and whether nobody knows of the program.
 */
export function insteadOfRoot(stage: Stage): {
  readonly runsAs: number | undefined;
  readonly whose: string | undefined;
  readonly needs: string | undefined;
  /** Nobody knows without trying whether what it starts writes where only root may. */
  readonly isUntried: boolean;
} {
  const own = ownUser(stage);
  const shipped = stage.image === undefined ? undefined : baseImageOf(stage.image).shipped;
  const runsAs = own === undefined ? shipped?.uid : own.uid;
  const who = own ?? numbered(runsAs ?? unprivilegedUser);
  // Ports are the pod's business.
  const obstacles = obstaclesTo(stage, who, { ...alone, lowPortsOpen: true });
  const nameless = own !== undefined && own.uid === undefined ? `it need not be ${own.user}` : undefined;
  const clauses = [rootStartOf(stage, alone)?.clause, own?.assumes, nameless, ...obstacles].filter(
    (one) => one !== undefined,
  );
  const whose = own === undefined ? shipped?.name : `${own.label}, ${own.because}`;
  return {
    runsAs,
    whose,
    needs: clauses.length === 0 ? undefined : clauses.join(', and '),
    isUntried: own === undefined && isUntriedStart(stage, alone),
  };
}

/** A user that the stage makes, or gives files to. */
interface OwnUser extends RunAsUser {
  readonly because: string;
  /** More than one could be meant. */
  readonly assumes: string | undefined;
}

/** @returns the user that files were given to last, else the one that was made last; undefined where the stage has none. */
export function ownUser(stage: Stage): OwnUser | undefined {
  const accounts = accountsOf(stage);
  const owners = new Map<string, string>();
  for (const { user } of ownershipsOf(stage)) {
    const uid = /^\d+$/.test(user) ? Number(user) : numberOf(user, stage);
    owners.set(uid === undefined ? user : String(uid), user);
  }
  const [owner] = [...owners].reverse();
  if (owner !== undefined) {
    const [number, name] = owner;
    const made = accounts.some((account) => account.name === name);
    return {
      user: number,
      uid: /^\d+$/.test(number) ? Number(number) : undefined,
      label: labelOf(name, number),
      because: made ? 'which this stage creates' : 'to whom files of it belong',
      assumes:
        owners.size > 1
          ? `it need not write what belongs to ${[...owners.values()].find((other) => other !== name)}`
          : undefined,
    };
  }
  const made = accounts.at(-1);
  if (made === undefined) return undefined;
  const number = made.uid === undefined ? made.name : String(made.uid);
  const others = new Set(accounts.map(({ name }) => name)).size - 1;
  return {
    user: number,
    uid: made.uid,
    label: labelOf(made.name, number),
    because: 'which this stage creates',
    assumes: others > 0 ? `it is ${made.name} that runs the program` : undefined,
  };
}

const labelOf = (name: string, number: string): string =>
  name === number ? (/^\d/.test(name) ? `user ${name}` : name) : `${name} (${number})`;
