/** What a person who thinks of security would write in a Dockerfile: a user for its base, a health check that its base can run. */
import { shelllessUser, unprivilegedUser } from '../../data/users.ts';
import { dockerfileRefusal, parseDockerfile } from '../../model/dockerfile/file.ts';
import { ownUser } from '../../model/dockerfile/possible-user.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { baseImageOf } from '../../model/image/base.ts';
import { fullName, type ImageReference } from '../../model/image/reference.ts';
import { lineEnd, lineStart } from '../../text/source.ts';
import { instructionAt } from '../analyse/typed-text.ts';
import type { Offer } from './offer.ts';

/** A port of no privilege, where the file names none. */
const usualPort = '8080';

/** @param offset of the cursor: only where an instruction begins something is offered. */
export function dockerfileOffers(text: string, offset: number): readonly Offer[] {
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  const before = /^([ \t]*)[a-z]*$/i.exec(text.slice(start, offset));
  const behind = /^([a-z]*)[ \t\r]*$/i.exec(text.slice(offset, end));
  if (before === null || behind === null || dockerfileRefusal(text) !== undefined) return [];
  const above = text.slice(0, start);
  const file = parseDockerfile(above);
  const stage = file.stages.at(-1);
  // An instruction above that goes on takes the line for its own.
  if (stage === undefined || instructionAt(file, start) !== undefined) return [];
  const span = { start: start + (before[1]?.length ?? 0), end: offset + (behind[1]?.length ?? 0) };
  return [...users(stage), ...checks(stage)].map((one) => ({ ...one, span }));
}

type Unplaced = Omit<Offer, 'span'>;

function users(stage: Stage): readonly Unplaced[] {
  const found = userOf(stage);
  return found === undefined
    ? []
    : [{ label: `USER ${found.user}`, word: 'USER', detail: found.detail, text: `USER ${found.user}` }];
}

function userOf(stage: Stage): { readonly user: string; readonly detail: string } | undefined {
  if (stage.isWindows) return { user: 'ContainerUser', detail: 'the user of Windows images without rights' };
  const own = ownUser(stage);
  if (own !== undefined) return { user: own.user, detail: `${own.label}, ${own.because}` };
  const { image } = stage;
  if (stage.isScratch || (image !== undefined && fullName(image).startsWith('gcr.io/distroless/')))
    return numberAlone(shelllessUser);
  // A stage on another one, or on a variable: nobody knows.
  if (image === undefined) return numberAlone(unprivilegedUser);
  const { uid, shipped } = baseImageOf(image);
  if (uid !== undefined)
    return { user: String(uid), detail: 'that of the base image, so that it stays when the base changes' };
  if (shipped === undefined) return numberAlone(unprivilegedUser);
  const user = shipped.name.startsWith('$') ? shipped.name : `${shipped.uid}:${shipped.uid}`;
  return { user, detail: `${shipped.name}, which the base image ships` };
}

const numberAlone = (uid: number): { readonly user: string; readonly detail: string } => ({
  user: `${uid}:${uid}`,
  detail: 'a number, which Kubernetes can verify; the copied files must be readable for it',
});

function checks(stage: Stage): readonly Unplaced[] {
  if (stage.isWindows || stage.isScratch) return [];
  const port = stage.inForceOf('EXPOSE').flatMap(({ words }) => /^\d+(?=\/tcp$|$)/.exec(words[0]?.text ?? '') ?? [])[0];
  const command =
    stage.image === undefined ? undefined : commandOf(stage.image, `http://localhost:${port ?? usualPort}/`);
  if (command === undefined) return [];
  const text = `HEALTHCHECK --interval=30s --timeout=5s ${command}`;
  const detail =
    port === undefined
      ? `asks port ${port ?? usualPort}; Kubernetes has probes instead`
      : 'Kubernetes has probes instead';
  return [{ label: 'HEALTHCHECK', word: 'HEALTHCHECK', detail, text }];
}

/** A command that the image has for sure. */
function commandOf(image: ImageReference, url: string): string | undefined {
  const name = fullName(image);
  if (name === 'docker.io/library/node')
    return `CMD ["node", "-e", "globalThis.fetch('${url}').then((r) => process.exit(r.ok ? 0 : 1))"]`;
  if (name === 'docker.io/library/python')
    return `CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]`;
  return baseImageOf(image).tools === 'busybox' ? `CMD ["wget", "-q", "--spider", "${url}"]` : undefined;
}
