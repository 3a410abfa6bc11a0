/**
 * How a stage can be made to run as somebody else than root. Knows what each base image offers; a number wherever one is known, since the kubelet
 * cannot verify `runAsNonRoot` for a name. What is known to stand against a user is said in the fix's `assumes`.
 */

import type { Fix, FixOffer, Weight } from '../../../contract/finding.ts';
import { shelllessUser, unprivilegedUser } from '../../../data/users.ts';
import { numberOf } from '../../../model/dockerfile/accounts.ts';
import type { BuildSurroundings } from '../../../model/dockerfile/around.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { obstaclesTo } from '../../../model/dockerfile/obstacles.ts';
import { numbered, ownUser } from '../../../model/dockerfile/possible-user.ts';
import { rootStartOf } from '../../../model/dockerfile/root-start.ts';
import { programOf } from '../../../model/dockerfile/shell.ts';
import { isRootUser, type Stage } from '../../../model/dockerfile/stage.ts';
import type { StepDown } from '../../../model/dockerfile/steps-down.ts';
import { isUntriedStart } from '../../../model/dockerfile/untried-start.ts';
import type { RunAsUser } from '../../../model/dockerfile/unwritable-folders.ts';
import { baseImageOf } from '../../../model/image/base.ts';
import { fullName } from '../../../model/image/reference.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { insertAfter, insertBefore } from './edit.ts';
import { unprivilegedNginx } from './unprivileged-nginx.ts';

const packageManagers = new Set(['apt-get', 'apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper', 'tdnf']);

/** @param down what the stage starts gives root away. @returns how much a finding weighs that it starts as root. */
export const steppingDown = (down: StepDown | undefined): Weight =>
  down === undefined ? {} : { from: 'strict', atMost: 'low' };

/** Offers for a final stage that runs as root, best first. */
export function nonRootOffers(stage: Stage, around: BuildSurroundings): FixOffer {
  const start = rootStartOf(stage, around);
  if (start?.certain === true)
    return {
      refused: `The image steps down from root by itself (${start.clause.split(' ', 1)[0]}); remove that before you write USER.`,
    };
  const write = new Writer(stage, around, start?.clause);
  const { image } = stage;
  if (stage.isWindows) return write.user('Run as ContainerUser', named('ContainerUser'));
  const back = switchBack(stage, write);
  if (back !== undefined) return back;
  const own = ownUser(stage);
  if (own !== undefined) return write.user(`Run as ${own.label}, ${own.because}`, own, [], own.assumes);
  if (stage.isScratch) return write.both(shelllessUser);
  if (image === undefined) return undefined;
  if (/^gcr\.io\/distroless\//.test(fullName(image))) return [distroless(stage, write), write.both(shelllessUser)[0]];
  const { user, shipped, tools } = baseImageOf(image);
  if (user === 'drops')
    return shipped === undefined
      ? write.user(
          `Run as user ${unprivilegedUser}`,
          numbered(unprivilegedUser),
          [],
          `${image.name} starts without root`,
        )
      : write.user(
          `Run as ${shipped.name} (${shipped.uid}), which it becomes by itself`,
          numbered(shipped.uid),
          [],
          'the volumes that exist belong to it',
        );
  if (image.repository === 'library/nginx') return [unprivilegedNginx(stage, around), write.created(tools)];
  if (shipped !== undefined) {
    const candidate: RunAsUser = {
      user: shipped.name.startsWith('$') ? shipped.name : `${shipped.uid}:${shipped.uid}`,
      uid: shipped.uid,
      label: shipped.name,
    };
    const title = `Run as ${shipped.name} (${shipped.uid}), which the image ships`;
    return [
      write.user(title, candidate),
      write.user(`${title}, and let it own the copied files`, candidate, owning(stage, candidate.user)),
    ];
  }
  if (tools === 'shadow' || tools === 'busybox') return [write.created(tools), write.created(tools, true)];
  return write.both(unprivilegedUser);
}

/** The user that was left for root, in force again before the program starts. */
function switchBack(stage: Stage, write: Writer): Fix | undefined {
  const earlier = stage.inForce.findLast((instruction) => {
    const value = instruction.keyword === 'USER' ? instruction.resolve(instruction.argument.text.trim()) : undefined;
    return value !== undefined && value !== '' && !isRootUser(value.split(':')[0] ?? '');
  });
  if (earlier === undefined) return undefined;
  const text = earlier.argument.text.trim();
  const user = (earlier.resolve(text) ?? text).split(':')[0] ?? '';
  const uid = /^\d+$/.test(user) ? Number(user) : numberOf(user, stage);
  return write.user(`Switch back to ${text}`, { user: text, uid, label: user });
}

const named = (name: string): RunAsUser => ({ user: name, uid: undefined, label: name });
/** Puts the lines in, and says what has to be true. */
class Writer {
  readonly #stage: Stage;
  readonly #around: BuildSurroundings;
  readonly #clause: string | undefined;

  constructor(stage: Stage, around: BuildSurroundings, clause: string | undefined) {
    this.#stage = stage;
    this.#around = around;
    this.#clause = clause;
  }

  user(title: string, who: RunAsUser, edits: readonly TextEdit[] = [], assumes?: string): Fix {
    const line = userLine(this.#stage, who.user);
    // A creation line at the very place of the USER line has to come first, and both become one edit.
    const same = edits.find((edit) => edit.start === line.start && edit.end === line.end);
    const rest = edits.filter((edit) => edit !== same);
    const merged = same === undefined ? line : { ...line, text: joinLines(same.text, line.text) };
    return this.assuming({ title, edits: [...rest, merged] }, who, assumes);
  }

  assuming(fix: Fix, who: RunAsUser, assumes?: string): Fix {
    const clauses = [this.#clause, assumes, ...obstaclesTo(this.#stage, who, this.#around)].filter(
      (clause) => clause !== undefined,
    );
    if (clauses.length > 0) return { ...fix, assumes: [...new Set(clauses)].join(', and ') };
    // A user of the author's own was made for what is started.
    const isOfStage = who.label !== numbered(who.uid ?? 0).label && ownUser(this.#stage)?.user === who.user;
    const isUntried = !isOfStage && isUntriedStart(this.#stage, this.#around);
    return isUntried ? { ...fix, title: cautioned(fix.title), untried: true } : fix;
  }

  /** A number, without and with the copied files. */
  both(id: number): readonly [Fix, Fix] {
    const who = { ...numbered(id), user: `${id}:${id}` };
    return [
      this.user(`Run as user ${id} (the copied files must be readable for it)`, who),
      this.user(`Run as user ${id}, and let it own the copied files`, who, owning(this.#stage, who.user)),
    ];
  }

  /** With a home folder, since many programs write there as they start. */
  created(tools: string, own = false): Fix {
    const id = unprivilegedUser;
    const line =
      tools === 'busybox'
        ? `RUN addgroup -S -g ${id} app && adduser -S -D -u ${id} -G app app`
        : `RUN groupadd -r -g ${id} app && useradd -r -m -l -u ${id} -g app -s /usr/sbin/nologin app`;
    const who = { ...numbered(id), user: `${id}:${id}` };
    const title = `Create the user app (${id}) and run as it${own ? ', and let it own the copied files' : ''}`;
    const edits = [creation(this.#stage, line), ...(own ? owning(this.#stage, who.user) : [])];
    return this.user(title, who, edits);
  }
}

/** A title says what may stop. */
function cautioned(title: string): string {
  const caution = 'it may write where only root may';
  return title.endsWith(')') ? `${title.slice(0, -1)}; ${caution})` : `${title} (${caution})`;
}

function distroless(stage: Stage, write: Writer): Fix | undefined {
  const word = stage.root.from?.words[0];
  const { image } = stage;
  if (word === undefined || image === undefined || image.digest !== undefined || word.text !== image.text)
    return undefined;
  const tag =
    image.tag === undefined || image.tag === 'latest'
      ? 'nonroot'
      : image.tag === 'debug'
        ? 'debug-nonroot'
        : `${image.tag}-nonroot`;
  const text = `${image.text.slice(0, image.spans.name.end)}:${tag}`;
  // A USER below would still say root.
  if (stage.inForce.some(({ keyword }) => keyword === 'USER')) return undefined;
  return write.assuming(
    { title: `Use the variant ${tag}, which runs as 65532`, edits: [{ ...word.span, text }] },
    numbered(shelllessUser),
  );
}

/** Both texts are whole lines, the last of which may lack its end in a file without a final newline. */
function joinLines(first: string, second: string): string {
  return first.endsWith('\n') || /^\r?\n/.test(second) ? first + second : `${first}${second}`;
}

/** `USER` where nothing after it needs root: before the program that is started, behind the last instruction that writes. */
function userLine(stage: Stage, user: string): TextEdit {
  const { file, instructions } = stage;
  const lastWrite = instructions.findLastIndex(
    ({ keyword, onbuild }) => !onbuild && ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword),
  );
  const root = instructions.findLast(({ keyword, onbuild }) => !onbuild && keyword === 'USER');
  if (root !== undefined && instructions.indexOf(root) > lastWrite) return { ...root.argument.span, text: user };
  const start = instructions.slice(lastWrite + 1).find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (start !== undefined) return insertBefore(file, start, [`USER ${user}`]);
  const last = instructions.at(-1) ?? stage.from;
  return insertAfter(file, last as Instruction, [`USER ${user}`]);
}

/** The user is made right after packages are installed, or at the stage's beginning, so that the layer stays cached. */
function creation(stage: Stage, line: string): TextEdit {
  const { file, instructions, from } = stage;
  // Users can only be made by root: where the stage begins as somebody else, behind the USER that makes it root again.
  const asRoot =
    stage.base === undefined || isRoot(stage.base)
      ? undefined
      : instructions.find(({ keyword, onbuild }) => !onbuild && keyword === 'USER');
  const after = asRoot?.index ?? -1;
  const user = instructions.find(({ keyword, onbuild, index }) => !onbuild && keyword === 'USER' && index > after);
  const installs = instructions.findLast(
    ({ keyword, commands, onbuild, index }) =>
      !onbuild &&
      keyword === 'RUN' &&
      index > after &&
      (user === undefined || index < user.index) &&
      commands.some((command) => packageManagers.has(programOf(command) ?? '')),
  );
  return insertAfter(file, (installs ?? asRoot ?? leadingArguments(stage) ?? from) as Instruction, [line]);
}

function isRoot(stage: Stage): boolean {
  const user = stage.userAt();
  return user.kind === 'inherited' || (user.kind === 'set' && isRootUser(user.user));
}

function leadingArguments({ instructions }: Stage): Instruction | undefined {
  let last: Instruction | undefined;
  for (const instruction of instructions) {
    if (!['ARG', 'SHELL', 'LABEL'].includes(instruction.keyword)) break;
    last = instruction;
  }
  return last;
}

/** `--chown` on every COPY and ADD of the stage that has none. */
function owning({ instructions }: Stage, user: string): TextEdit[] {
  return instructions
    .filter(
      ({ keyword, onbuild, flags }) =>
        !onbuild && (keyword === 'COPY' || keyword === 'ADD') && !flags.some(({ name }) => name === 'chown'),
    )
    .map(({ keywordSpan }) => ({
      start: keywordSpan.end,
      end: keywordSpan.end,
      text: ` --chown=${user.replace('$APP_UID', '$APP_UID:$APP_UID')}`,
    }));
}
