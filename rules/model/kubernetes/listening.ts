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

/**
 * @param all those of its pod. A port that one declares and another one is told to open (`--health-port=29653`) belongs to that one, since all have one
 * network; so do drivers of storage and the probe beside them.
 * @returns the ports of one container.
 */
export function listeningPorts(container: Container, all: readonly Container[]): readonly ListeningPort[] {
  const words = wordsOf(container);
  const opened = openedBy(words);
  const others = all.filter((other) => other !== container);
  const isElsewhere = (number: number): boolean =>
    !words.some((word) => word.includes(`${number}`)) && others.some((other) => openedBy(wordsOf(other)).has(number));
  const isDeclaredBeside = (item: { readonly number: number }): boolean => opened.has(item.number);
  const declared = [
    ...declaredBy(container).filter(({ number }) => !isElsewhere(number)),
    ...others.flatMap(declaredBy).filter(isDeclaredBeside),
  ];
  if (declared.length === 0) return [];
  const probed = probesOfItself(container);
  return declared.map(({ number, name }) => ({
    ...{ number, name },
    isLocal: probed.has(number) || (name !== undefined && probed.has(name)) || isBoundToItself(words, number),
  }));
}

function declaredBy(container: Container): readonly Omit<ListeningPort, 'isLocal'>[] {
  return container.at('ports').items.flatMap((item) => {
    const number = item.at('containerPort').integer;
    return number === undefined ? [] : [{ number, name: item.at('name').string }];
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

/** Whether arguments name the port, and only behind an address of the loopback: `--http-endpoint=localhost:29653`. */
function isBoundToItself(words: readonly string[], number: number): boolean {
  const before = words.flatMap((word) => {
    const pieces = word.split(new RegExp(`:${number}(?!\\d)`));
    return pieces.slice(0, -1);
  });
  return before.length > 0 && before.every((piece) => loopback.test(piece));
}
