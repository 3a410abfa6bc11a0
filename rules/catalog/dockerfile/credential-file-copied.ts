import { debian, dockerfile } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { cisDocker, defineRule, trivy } from '../../contract/rule.ts';
import { credentialAt, credentialBy, credentialIn } from '../../data/credential-files.ts';
import { absolute, destinationOf } from '../../model/dockerfile/accounts.ts';
import { type Copied, copiedBy, pathsInImage, targetOf } from '../../model/dockerfile/copies.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { joinPath } from '../../text/path.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'credential-file-copied',
  subject: 'instruction',
  severity: 'high',
  profile: 'essential',
  isSecret: true,
  fix: 'review',
  title: 'Credentials are copied into the image',
  why: 'The file stays in its layer for everybody who can pull the image, also when a later line deletes it.',
  remedy:
    'Mount it for the one command that needs it: `RUN --mount=type=secret,target=...`. Add it to `.dockerignore`.',
  ignoreWhen: 'The file only looks like one, or opens nothing but a test.',
  standards: [cisDocker('4.10')],
  aliases: [trivy('DS-0031')],
  examples: {
    bad: [
      dockerfile`
        FROM node:24-slim
        COPY .npmrc package.json ./
        RUN npm ci
      `,
      debian`ADD deploy/id_rsa /root/.ssh/`,
    ],
    good: [
      dockerfile`
        FROM node:24-slim
        COPY package.json ./
        RUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci
      `,
      debian`COPY .env.example certs/ca.pem /app/`,
    ],
  },

  check(instruction, report) {
    // What comes from another stage was not in the build context.
    if (instruction.flag('from') !== undefined) return;
    const sources = copiedBy(instruction);
    for (const source of sources) {
      const path = source.path ?? source.written;
      const told = credentialOf(instruction, source);
      if (told === undefined) continue;
      const fix = (): FixOffer =>
        sources.length > 1 && instruction.json === undefined
          ? {
              title: `Do not copy ${path}`,
              assumes: 'nothing in the image reads it',
              edits: [removeWord(instruction.stage.file, source.span)],
            }
          : { refused: 'Mount it as a secret in the RUN that needs it, and delete this line.' };
      report({ anchor: source.span, path: `${instruction.path}.${path}` }, told, fix);
    }
  },
});

/** By the name it has, by the one it gets, or by a variable that names its place. @returns a message. */
function credentialOf(instruction: Instruction, source: Copied): string | undefined {
  const { path } = source;
  const named = path === undefined ? undefined : credentialIn(path);
  if (named !== undefined) return `Copies a credential into the image: ${path}, ${named}.`;
  // What is a sample by its name, or public, is not made a secret by where it lies.
  if (
    /(?:^|[\W_])(?:examples?|samples?|templates?|dist|defaults?|dummy|empty)(?:$|[\W_])|\.(?:pub|crt|cer)$/i.test(
      path ?? '',
    )
  )
    return undefined;
  const shown = path ?? source.written;
  const variable = variableFor(instruction, source);
  if (variable !== undefined) return `Copies a credential into the image: ${shown}, by ${variable}.`;
  const inFolder = inCopiedFolder(instruction, source);
  if (inFolder !== undefined) return `Copies a credential into the image: ${inFolder.path}, by ${inFolder.variable}.`;
  const target = pathsInImage(instruction, source).find((place) => !isFolder.test(place));
  const what = target === undefined ? undefined : credentialAt(target);
  return what === undefined ? undefined : `Copies a credential into the image: ${shown} becomes ${target}, ${what}.`;
}

/** Folders that hold credentials among other things, so that what is put there need not be some. */
const isFolder = /\/\.?(?:ssh|aws|azure|kube|docker|gcloud)$/;

/** The variable that tells a program to find its credentials where the source is put. */
function variableFor(instruction: Instruction, source: Copied): string | undefined {
  const written = /^"?\$(?:(\w+)|\{(\w+)\})"?$/.exec(targetOf(instruction)?.written ?? '');
  const named = written?.[1] ?? written?.[2];
  if (named !== undefined && credentialBy(named) !== undefined) return named;
  const places = placesOf(instruction.stage);
  const found = pathsInImage(instruction, source).find((path) => places.has(path));
  return found === undefined ? undefined : places.get(found);
}

/** Names that folders have; a file may be called otherwise. */
const isWholeFolder = /(?:^|\/)(?:\.{0,2}|src|app|dist|build|config|conf|deploy|server|api|web|public|data)\/?$/;

/** A file below a folder that is copied whole, where a variable tells a program to find its credentials. */
function inCopiedFolder(
  instruction: Instruction,
  { path }: Copied,
): { readonly path: string; readonly variable: string } | undefined {
  if (path === undefined || !isWholeFolder.test(path) || copiedBy(instruction).length > 1) return undefined;
  const target = destinationOf(instruction) ?? targetOf(instruction)?.path ?? '';
  const folder = joinPath('', target);
  // Of the root everything is a part, also what is mounted when it runs.
  const isBelow = (place: string): boolean =>
    folder === '' ? !place.startsWith('/') : folder !== '/' && `/${place}`.replace('//', '/').startsWith(`${folder}/`);
  const found = [...placesOf(instruction.stage)].find(([place]) => isBelow(place));
  return found === undefined ? undefined : { path: found[0], variable: found[1] };
}

/** By stage: paths that variables of it name, with the variable; relative ones as written where the base image decides. */
const known = new WeakMap<Stage, ReadonlyMap<string, string>>();

function placesOf(stage: Stage): ReadonlyMap<string, string> {
  let places = known.get(stage);
  if (places === undefined) {
    places = new Map(
      stage.inForceOf('ENV').flatMap((instruction) =>
        instruction.pairs.flatMap(({ name, value }): [string, string][] => {
          const path = value === undefined || credentialBy(name) === undefined ? undefined : instruction.resolve(value);
          const whole = absolute(path, instruction) ?? path;
          return whole === undefined ? [] : [[joinPath('', whole), name]];
        }),
      ),
    );
    known.set(stage, places);
  }
  return places;
}
