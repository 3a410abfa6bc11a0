/**
 * The move of a stage from nginx to nginxinc/nginx-unprivileged. Source: github.com/nginx/docker-nginx-unprivileged, README and Dockerfiles: it runs as
 * 101, its default.conf listens at 8080, its nginx.conf has the pid file in /tmp, and /etc/nginx and /var/cache/nginx belong to 101.
 */
import type { Fix } from '../../../contract/finding.ts';
import { destinationOf } from '../../../model/dockerfile/accounts.ts';
import type { BuildSurroundings } from '../../../model/dockerfile/around.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { obstaclesTo } from '../../../model/dockerfile/obstacles.ts';
import { rootStartOf } from '../../../model/dockerfile/root-start.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { insertAfter } from './edit.ts';

export const unprivilegedNginxPort = 8080;
export const unprivilegedNginxUser = 101;

/** @returns the same tag there; undefined where it is not known to exist. */
export function unprivilegedNginxTag(tag: string | undefined): string | undefined {
  if (tag === undefined) return '';
  return /^(?:1\.(?:1[89]|[2-9]\d)(?:\.\d+)?|stable|mainline|latest)(?:-(?:alpine|alpine-slim|perl|alpine-perl|bookworm|trixie))?$|^alpine(?:-slim)?$/.test(
    tag,
  )
    ? `:${tag}`
    : undefined;
}

export function unprivilegedNginx(stage: Stage, around: BuildSurroundings): Fix | undefined {
  const word = stage.from?.words[0];
  const { image, file } = stage;
  if (stage.base !== undefined || word === undefined || image === undefined || image.digest !== undefined)
    return undefined;
  if (word.text !== image.text || stage.inForce.some(({ keyword }) => keyword === 'USER')) return undefined;
  const tag = unprivilegedNginxTag(image.tag);
  if (tag === undefined) return undefined;
  const edits: TextEdit[] = [{ ...word.span, text: `nginxinc/nginx-unprivileged${tag}` }];
  const clauses: string[] = [];
  const runs = stage.instructions.filter(({ keyword, onbuild }) => keyword === 'RUN' && !onbuild);
  const [firstRun, lastRun] = [runs[0], runs.at(-1)];
  // Whoever installs, or changes what is root's, has to be root.
  if (firstRun !== undefined && lastRun !== undefined) {
    edits.push(insertAfter(file, (stage.from ?? firstRun) as Instruction, ['USER root']));
    edits.push(insertAfter(file, lastRun, [`USER ${unprivilegedNginxUser}`]));
  }
  clauses.push(...startClauses(stage, around), ...configurationClauses(stage, around));
  const ports = movePorts(stage, around, edits);
  if (ports !== undefined) clauses.push(ports);
  const who = { user: '101', uid: unprivilegedNginxUser, label: 'nginx (101)' };
  clauses.push(...obstaclesTo(stage, who, { ...around, lowPortsOpen: true }));
  return {
    title: `Use nginxinc/nginx-unprivileged, which runs as 101 and listens on ${unprivilegedNginxPort}`,
    edits,
    ...(clauses.length === 0 ? {} : { assumes: clauses.join(', and ') }),
  };
}

function startClauses(stage: Stage, around: BuildSurroundings): readonly string[] {
  const start = rootStartOf(stage, around);
  // What stock nginx needs root for, this image does not.
  return start === undefined || start.clause.startsWith('nginx may write') ? [] : [start.clause];
}

/** Configuration that is copied in, as far as it can be seen. */
function configurationClauses(stage: Stage, around: BuildSurroundings): readonly string[] {
  const clauses: string[] = [];
  for (const instruction of stage.instructions) {
    for (const { path, source } of copiesOf(instruction)) {
      const seen = around.file(source);
      const isMain = path === '/etc/nginx/nginx.conf' || /^\/etc\/nginx\/?$/.test(path);
      const low = seen?.listens.find((port) => port < 1024);
      if (low !== undefined && !around.lowPortsOpen)
        clauses.push(`the runtime lets it open port ${low}, where ${source} listens`);
      if (isMain && (seen === undefined || (seen.pidFile !== undefined && !seen.pidFile.startsWith('/tmp/'))))
        clauses.push(`nginx.conf has its pid file in /tmp`);
    }
  }
  return clauses;
}

/** Servers and where they listen, from another stage or image. */
const bringsUnseen = (instruction: Instruction): boolean =>
  (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
  instruction.flag('from') !== undefined &&
  /^\/etc(?:\/nginx(?:\/(?:nginx\.conf|(?:conf|http|sites-\w+|templates|default)\b.*))?)?\/?$/.test(
    destinationOf(instruction) ?? '',
  );

function copiesOf(instruction: Instruction): readonly { readonly path: string; readonly source: string }[] {
  const { keyword, words, json, onbuild } = instruction;
  if ((keyword !== 'COPY' && keyword !== 'ADD') || onbuild || instruction.flag('from') !== undefined) return [];
  const path = destinationOf(instruction);
  if (path === undefined || !path.startsWith('/etc/nginx')) return [];
  const all = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
  return all
    .slice(0, -1)
    .map((source) => ({ path, source: (instruction.resolve(source) ?? source).replace(/^\.?\//, '') }));
}

/** EXPOSE moves with the port where the image's own configuration stays. @returns what has to be true for that. */
function movePorts(stage: Stage, around: BuildSurroundings, edits: TextEdit[]): string | undefined {
  const configurations = stage.instructions.flatMap(copiesOf);
  const listens = configurations.flatMap(({ source }) => around.file(source)?.listens ?? []);
  const exposed = stage.instructions.flatMap(({ keyword, words, onbuild }) =>
    keyword === 'EXPOSE' && !onbuild ? words.filter(({ text }) => /^80(?:\/tcp)?$/.test(text)) : [],
  );
  if (around.lowPortUser !== undefined && !listens.some((port) => port < 1024))
    return `${around.lowPortUser} sends to port ${unprivilegedNginxPort}`;
  // What another stage made is seen by nobody.
  if (stage.instructions.some(bringsUnseen)) return 'its configuration listens above 1024';
  if (exposed.length === 0) return undefined;
  if (configurations.length > 0 && listens.length === 0) return `its configuration listens above 1024`;
  if (listens.some((port) => port < 1024)) return undefined;
  for (const { span, text } of exposed)
    edits.push({ ...span, text: text.replace('80', String(listens[0] ?? unprivilegedNginxPort)) });
  return undefined;
}
