/** What a Dockerfile makes: the stages that can become images, and whom they run as. */

import type { Dockerfile } from '../../model/dockerfile/file.ts';
import { type ImageUser, imageUserOf } from '../../model/dockerfile/image-user.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { insteadOfRoot } from '../../model/dockerfile/possible-user.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { isPrivilegedPort } from '../../model/port.ts';
import type { Span } from '../../text/source.ts';
import { type Fact, type FactSource, type Statement, startOfFile } from '../fact.ts';

/** A stage that can become an image: the last one, or one with a name. */
export interface BuiltStage {
  readonly name: string | undefined;
  readonly user: ImageUser;
  /** The image at the beginning of it all, where it is known; undefined for scratch. */
  readonly base: string | undefined;
  /** The number of the user it is made for, though it runs as root: the one that it gives its files to, or creates. */
  readonly runsAs: number | undefined;
  /** Whose number that is, in words. */
  readonly whose: string | undefined;
  /** What has to be true for it to start as that user, or as one of no account; a clause. */
  readonly needs: string | undefined;
  /** Nobody knows without trying whether what it starts writes where only root may. */
  readonly isUntried: boolean;
  /** It starts another program than its base. */
  readonly hasEntrypoint: boolean;
  /** Users that files are given to by number. */
  readonly owners: readonly number[];
  /** Paths of VOLUME. */
  readonly volumes: readonly string[];
  /** Literal ports of EXPOSE below 1024. */
  readonly lowPorts: readonly number[];
  /** The program by which a process that starts as root becomes somebody else. */
  readonly stepsDown: string | undefined;
  /** Its places in the file are called `user3`, `volume3`, ... */
  readonly index: number;
}

export interface DockerfileFact extends Fact {
  /** The last one is the image itself. */
  readonly stages: readonly BuiltStage[];
  /** Everything of the build context is copied into the image. */
  readonly copiesContext: boolean;
}

export const dockerfile: FactSource<DockerfileFact> = { dockerfile: statementsOf };

function statementsOf(file: Dockerfile): readonly Statement<DockerfileFact>[] {
  const last = file.stages.at(-1);
  const built = file.stages.filter((stage) => stage === last || stage.name !== undefined);
  if (built.length === 0) return [];
  const places: Record<string, Span> = { name: last?.anchor ?? startOfFile };
  const stages = built.map((stage) => builtStageOf(stage, places));
  // What only builds stays behind.
  const copied = last?.inForce.find(copiesContext);
  if (copied !== undefined) places['copy'] = copied.argument.span;
  return [{ says: { stages, copiesContext: copied !== undefined }, places }];
}

function copiesContext({ keyword, words, flags, onbuild }: Instruction): boolean {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || onbuild || flags.some(({ name }) => name === 'from')) return false;
  return words.slice(0, -1).some(({ text }) => text === '.' || text === './' || text === '*');
}

function builtStageOf(stage: Stage, places: Record<string, Span>): BuiltStage {
  const { index } = stage;
  const { user, span } = imageUserOf(stage);
  places[`user${index}`] = span;
  const volumes: string[] = [];
  const lowPorts: number[] = [];
  const owners: number[] = [];
  let stepsDown: string | undefined;
  for (const instruction of stage.inForce) {
    const { keyword, words, json } = instruction;
    if (keyword === 'VOLUME') {
      const paths = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
      volumes.push(...paths.map((path) => instruction.resolve(path) ?? '').filter((path) => path.startsWith('/')));
      places[`volume${index}`] = instruction.argument.span;
    } else if (keyword === 'EXPOSE') {
      const low = words.map(({ text }) => Number(/^(\d+)(?:\/tcp)?$/i.exec(text)?.[1] ?? 0)).filter(isPrivilegedPort);
      lowPorts.push(...low);
      if (low.length > 0) places[`port${index}`] = instruction.argument.span;
    } else if (keyword === 'COPY' || keyword === 'ADD') {
      const owner = /^(\d+)/.exec(instruction.flag('chown')?.value ?? '')?.[1];
      if (owner !== undefined) owners.push(Number(owner));
    } else if (keyword === 'RUN') {
      for (const [, owner] of instruction.argument.text.matchAll(/\bchown (?:-\w+ ){0,3}(\d+)/g))
        owners.push(Number(owner));
    }
    const steps = stepDownIn(instruction);
    if (steps !== undefined) {
      stepsDown = steps;
      places[`step${index}`] = instruction.argument.span;
    }
  }
  const base = stage.image?.text;
  const instead = isRootImage(user)
    ? insteadOfRoot(stage)
    : { runsAs: undefined, whose: undefined, needs: undefined, isUntried: false };
  const hasEntrypoint = stage.inForce.some(({ keyword }) => keyword === 'ENTRYPOINT');
  return { name: stage.name, user, base, ...instead, hasEntrypoint, owners, volumes, lowPorts, stepsDown, index };
}

const isRootImage = ({ kind }: ImageUser): boolean => kind === 'root' || kind === 'unknown';

/** What only exists to give root away is not installed for anything else; other such programs have to be seen in use. */
function stepDownIn({ keyword, argument, onbuild }: Instruction): string | undefined {
  if (onbuild) return undefined;
  if (keyword === 'ENTRYPOINT' || keyword === 'CMD')
    return /(?<![\w-])(gosu|su-exec|setpriv|runuser|sudo)(?![\w-])/.exec(argument.text)?.[1];
  return keyword === 'RUN' || keyword === 'COPY'
    ? /(?<![\w-])(gosu|su-exec)(?![\w-])/.exec(argument.text)?.[1]
    : undefined;
}
