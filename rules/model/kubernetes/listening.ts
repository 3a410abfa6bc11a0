/**
 * Ports that a container declares, and which of them it opens for its own pod alone, as far as its arguments and probes say so. Must not know Services.
 * Source: Kubernetes API reference, ContainerPort and HTTPGetAction, host.
 */
import type { Container } from './container.ts';

/** A port that a container declares. */
export interface ListeningPort {
  readonly number: number;
  readonly name: string | undefined;
  /** Nobody outside of the pod, or of the node whose network it has, connects to it. */
  readonly isLocal: boolean;
}

const loopback = /(?<![\w.-])(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

type Declared = Omit<ListeningPort, 'isLocal'> & { readonly by: Container };

/** What is known of one container of a pod. */
interface Listener {
  readonly container: Container;
  readonly declared: readonly Declared[];
  /** Numbers that its arguments name, whatever for. */
  readonly named: ReadonlySet<number>;
  /** Those that its arguments say it opens. */
  readonly opened: ReadonlySet<number>;
}

/**
 * A port that one declares and another one is told to open (`--health-port=29653`) belongs to that one, since all have one network; so do drivers of
 * storage and the probe beside them.
 * @param containers those of one pod. @returns the ports of each.
 */
export function listeningPorts(containers: readonly Container[]): ReadonlyMap<Container, readonly ListeningPort[]> {
  const listeners = containers.map((container): Listener => {
    const words = wordsOf(container);
    return { container, declared: declaredBy(container), named: numbersIn(words), opened: openedBy(words) };
  });
  const openers = countedBy(listeners.flatMap(({ opened }) => [...opened]));
  const declarers = new Map<number, Declared[]>();
  for (const one of listeners.flatMap(({ declared }) => declared))
    declarers.set(one.number, [...(declarers.get(one.number) ?? []).slice(0, mostDeclarers), one]);
  return new Map(listeners.map((listener) => [listener.container, portsOf(listener, openers, declarers)]));
}

/** Nobody declares a port in more containers of a pod: one of them would not start. */
const mostDeclarers = 10;

function portsOf(
  { container, declared, named, opened }: Listener,
  openers: ReadonlyMap<number, number>,
  declarers: ReadonlyMap<number, readonly Declared[]>,
): readonly ListeningPort[] {
  const isElsewhere = (number: number): boolean =>
    !named.has(number) && (openers.get(number) ?? 0) > (opened.has(number) ? 1 : 0);
  const beside = [...opened].flatMap((number) => declarers.get(number) ?? []).filter(({ by }) => by !== container);
  const own = [...declared.filter(({ number }) => !isElsewhere(number)), ...beside];
  if (own.length === 0) return [];
  const probed = probesOfItself(container);
  const hosts = hostsByPort(wordsOf(container));
  return own.map(({ number, name }) => ({
    ...{ number, name },
    isLocal:
      probed.has(number) ||
      (name !== undefined && probed.has(name)) ||
      hosts.get(number)?.every((host) => loopback.test(host)) === true,
  }));
}

function countedBy(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

const numbersIn = (words: readonly string[]): ReadonlySet<number> =>
  new Set(words.flatMap((word) => [...word.matchAll(/\d+/g)].map(([digits]) => Number(digits))));

function declaredBy(container: Container): readonly Declared[] {
  return container.at('ports').items.flatMap((item) => {
    const number = item.at('containerPort').integer;
    return number === undefined ? [] : [{ number, name: item.at('name').string, by: container }];
  });
}

const wordsOf = (container: Container): readonly string[] =>
  ['command', 'args'].flatMap((key) => container.at(key).strings.map(({ text }) => text));

/** Ports that arguments say a program opens: `--health-port=29653`. */
const openedBy = (words: readonly string[]): ReadonlySet<number> =>
  new Set(
    words.flatMap((word) => {
      const [, number] = /^--?(?:[a-z]+-)*port=(\d{1,5})$/i.exec(word) ?? [];
      return number === undefined ? [] : [Number(number)];
    }),
  );

/** Ports, by number or name, that its probes ask at an address of the loopback, which they do of what listens nowhere else. */
function probesOfItself(container: Container): ReadonlySet<number | string> {
  return new Set(
    ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
      ['httpGet', 'tcpSocket'].flatMap((kind) => {
        const asked = container.at(probe, kind);
        const port = asked.at('port').integer ?? asked.at('port').string;
        return port !== undefined && loopbackHost.test(asked.at('host').text ?? '') ? [port] : [];
      }),
    ),
  );
}

/** What stands before each port that arguments name behind a colon, by its number: `--http-endpoint=localhost:29653`. */
function hostsByPort(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const hosts = new Map<number, string[]>();
  for (const word of words)
    for (const { index, 1: digits } of word.matchAll(/:(\d{1,5})(?!\d)/g)) {
      const number = Number(digits);
      const known = hosts.get(number);
      const host = word.slice(Math.max(0, index - longestHost), index);
      if (known === undefined) hosts.set(number, [host]);
      else known.push(host);
    }
  return hosts;
}

/** Of an address of the loopback, with the character before it. */
const longestHost = 20;
