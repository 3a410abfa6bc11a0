/**
 * Whether something says that a program writes to a folder of its machine: what is mounted, where, by whom. Where nothing does, the mount may
 * become read-only. Must not know manifests or Compose files.
 */
import { isReadOfTheNode, normalHostPath, stateWords, writersOf } from '../../data/host-paths.ts';
import { matchesWord, type Program, programThatNeeds, wordsOf } from './needs.ts';

/** A folder of the machine in a container. */
export interface HostMount {
  /** On the machine. */
  readonly source: string;
  /** In the container. */
  readonly target: string | undefined;
  /** It may change the machine in other ways, too: it is privileged, or has a capability for it. */
  readonly powerful: boolean;
}

const states: ReadonlySet<string> = new Set(stateWords.split(' '));

/** Web servers and mail servers read the certificates that others fetch. */
const certificateReaders =
  'nginx httpd apache* haproxy* envoy* postfix* dovecot* varnish* lighttpd* openresty* mosquitto* coturn*';

/** Options and commands that name a place to write to. */
const writesThere =
  /(?:^|[^a-z])(?:out|output|dest|destination|target|data|db|database|store|storage|state|cache|save|write|backup|upload|dump|logfile|logdir|log.?(?:file|dir|path)|pid.?file|install|cp|mv|tee|touch|mkdir|rm|ln|chmod|chown|sed|rsync)(?:$|[^a-z])|>/i;

/**
 * @param name of the container or service.
 * @returns true where what is known says that it writes there.
 */
export function writesTo(program: Program, name: string, { source, target, powerful }: HostMount): boolean {
  const path = normalHostPath(source);
  const words = [...wordsOf(program), name.toLowerCase()];
  const parts = path.split('/').filter((part) => part !== '');
  for (const [part, writers] of Object.entries(writersOf))
    if ((part === '/' || parts.includes(part)) && words.some((word) => matchesWord(word, writers))) return true;
  if (target !== undefined && program.lines.some((line) => line.includes(target) && writesThere.test(line)))
    return true;
  if (isReadOfTheNode(path))
    return isKernel(path) && (powerful || programThatNeeds(program, 'privileged') !== undefined);
  if (!path.startsWith('/etc/')) return true;
  const isCertificates = parts.some((part) => part === 'letsencrypt' || part === 'certs');
  if (isCertificates && words.some((word) => matchesWord(word, certificateReaders))) return false;
  return parts.slice(1).some((part) => isKept(part) || words.some((word) => isNamed(part, word)));
}

/** Where the kernel is set up, and what holds all of it. */
function isKernel(path: string): boolean {
  return path === '/' || path === '/etc' || /^\/(?:proc|sys)(?:\/|$)/.test(path);
}

const isKept = (part: string): boolean => part.split(/[._-]/).some((word) => states.has(word.toLowerCase()));

/** A folder that bears the program's name holds what it keeps. */
const isNamed = (part: string, word: string): boolean =>
  part.length > 2 && word.split(/[._-]/).some((piece) => piece === part.toLowerCase());
