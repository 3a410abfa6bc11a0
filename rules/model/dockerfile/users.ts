/**
 * How a stage can be made to run as somebody else than root. Knows what each base image offers; always a number, since the kubelet cannot verify
 * `runAsNonRoot` for a name. Owns the lines that are written and where they go.
 */
import { unprivilegedUser } from '../../data/users.ts';
import type { Fix, FixOffer } from '../../rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { baseImageOf } from '../image/base.ts';
import { fullName } from '../image/reference.ts';
import { insertAfter, insertBefore } from './edit.ts';
import { uidAskedOf } from './image-user.ts';
import type { Instruction } from './instruction.ts';
import { programOf, workWords } from './shell.ts';
import { isRootUser, type Stage } from './stage.ts';

/** The user of images without a shell, by the custom of Distroless. */
const nobodyInParticular = 65532;

const packageManagers = new Set(['apt-get', 'apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper', 'tdnf']);

/** Offers for a final stage that runs as root, best first. */
export function nonRootOffers(stage: Stage): FixOffer {
  const { image } = stage;
  const own = createdUser(stage);
  if (own !== undefined) return offer(stage, `Run as ${own.label}, which this stage creates`, own.user, []);
  if (stage.isWindows) return offer(stage, 'Run as ContainerUser', 'ContainerUser', []);
  if (stage.isScratch) return [numeric(stage, nobodyInParticular), numeric(stage, nobodyInParticular, true)];
  if (image === undefined) return undefined;
  if (/^gcr\.io\/distroless\//.test(fullName(image))) return [distroless(stage), numeric(stage, nobodyInParticular)];
  const { shipped, tools } = baseImageOf(image);
  if (image.repository === 'library/nginx') return [unprivilegedNginx(stage), created(stage, tools)];
  if (shipped !== undefined) {
    const user = shipped.name.startsWith('$') ? shipped.name : `${shipped.uid}:${shipped.uid}`;
    const note = shipped.name === 'www-data' ? '; it cannot open ports below 1024' : '';
    const title = `Run as ${shipped.name} (${shipped.uid}), which the image ships${note}`;
    return [
      offer(stage, title, user, []),
      offer(stage, `${title}, and let it own the copied files`, user, owning(stage, user)),
    ];
  }
  if (tools === 'shadow' || tools === 'busybox') return [created(stage, tools), created(stage, tools, true)];
  return [numeric(stage, unprivilegedUser), numeric(stage, unprivilegedUser, true)];
}

/** A user that a RUN of the stage makes and nobody becomes. */
function createdUser(stage: Stage): { readonly label: string; readonly user: string } | undefined {
  for (const instruction of [...stage.inForce].reverse()) {
    if (instruction.keyword !== 'RUN') continue;
    for (const command of [...instruction.commands].reverse()) {
      if (!['useradd', 'adduser'].includes(programOf(command) ?? '')) continue;
      const words = workWords(command).map(({ text }) => text);
      const uid = uidAskedOf(words);
      const name =
        words.findLast((word, i) => i > 0 && /^[a-z_][a-z0-9_-]*$/.test(word) && !/^-/.test(words[i - 1] ?? '')) ??
        words.at(-1);
      if (uid !== undefined && uid > 0) return { label: `user ${uid}`, user: String(uid) };
      if (name !== undefined && /^[a-z_][a-z0-9_-]*$/.test(name) && !isRootUser(name))
        return { label: name, user: name };
    }
  }
  return undefined;
}

function created(stage: Stage, tools: string, own = false): Fix {
  const id = unprivilegedUser;
  const line =
    tools === 'busybox'
      ? `RUN addgroup -S -g ${id} app && adduser -S -D -H -u ${id} -G app app`
      : `RUN groupadd -r -g ${id} app && useradd -r -l -u ${id} -g app -d /nonexistent -s /usr/sbin/nologin app`;
  const user = `${id}:${id}`;
  const title = `Create the user app (${id}) and run as it${own ? ', and let it own the copied files' : ''}`;
  return offer(stage, title, user, [creation(stage, line), ...(own ? owning(stage, user) : [])]);
}

function numeric(stage: Stage, id: number, own = false): Fix {
  const user = `${id}:${id}`;
  return offer(
    stage,
    `Run as user ${id}${own ? ', and let it own the copied files' : ' (the copied files must be readable for it)'}`,
    user,
    own ? owning(stage, user) : [],
  );
}

function distroless(stage: Stage): FixOffer & (Fix | undefined) {
  const word = stage.chain.at(-1)?.from?.words[0];
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
  return { title: `Use the variant ${tag}, which runs as 65532`, edits: [{ ...word.span, text }] };
}

function unprivilegedNginx(stage: Stage): Fix | undefined {
  const word = stage.from?.words[0];
  const { image } = stage;
  if (
    stage.base !== undefined ||
    word === undefined ||
    image === undefined ||
    image.digest !== undefined ||
    word.text !== image.text
  )
    return undefined;
  const text = `nginxinc/nginx-unprivileged${image.tag === undefined ? '' : `:${image.tag}`}`;
  return {
    title: 'Use nginxinc/nginx-unprivileged, which runs as 101 and listens on 8080',
    edits: [{ ...word.span, text }],
  };
}

function offer(stage: Stage, title: string, user: string, edits: readonly TextEdit[]): Fix {
  const line = userLine(stage, user);
  // A creation line at the very place of the USER line has to come first, and both become one edit.
  const same = edits.find((edit) => edit.start === line.start && edit.end === line.end);
  const rest = edits.filter((edit) => edit !== same);
  const merged = same === undefined ? line : { ...line, text: joinLines(same.text, line.text) };
  return { title, edits: [...rest, merged] };
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
  const installs = instructions.findLast(
    ({ keyword, commands, onbuild }) =>
      !onbuild && keyword === 'RUN' && commands.some((command) => packageManagers.has(programOf(command) ?? '')),
  );
  // Users can only be made by root: not behind a USER that is somebody else.
  const user = instructions.find(({ keyword, onbuild }) => !onbuild && keyword === 'USER');
  const anchor =
    installs !== undefined && (user === undefined || installs.index < user.index)
      ? installs
      : (leadingArguments(stage) ?? from);
  return insertAfter(file, anchor as Instruction, [line]);
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
