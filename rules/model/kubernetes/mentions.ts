/** Which programs others call, by what their settings name: hosts in variables, arguments and ConfigMaps. */
import type { Container } from './container.ts';
import type { Resource } from './resource.ts';

/** A host that a text names. */
export interface Mention {
  readonly host: string;
  /** Undefined when neither the text nor its scheme tells. */
  readonly port: number | undefined;
}

/** Longer texts are data, not settings. */
const longest = 20_000;

/** @param alone whether the whole text may be the name of a host. */
function mentionsIn(text: string, alone: boolean): readonly Mention[] {
  if (text.length > longest || !(alone || mayName.test(text))) return [];
  const found: Mention[] = [];
  for (const match of text.matchAll(named)) {
    const [all, scheme, host = '', port] = match;
    const isWhole = alone && all.trim() === text.trim();
    if (scheme === undefined && port === undefined && !isWhole && !inCluster.test(host)) continue;
    if (/^[\d.]+$/.test(host) || host === 'localhost') continue;
    const number = port === undefined ? portOfScheme.get(scheme ?? '') : Number(port);
    found.push({ host: host.toLowerCase(), port: number !== undefined && number <= 65_535 ? number : undefined });
  }
  return found;
}

/** A scheme with what may stand before a host, a host, a port. Linear: each part is followed by what it cannot hold. */
const named =
  /(?:\b([a-z][a-z0-9+]{1,15}):\/\/(?:[^\s/@:]{0,64}(?::[^\s/@]{0,64})?@)?)?(?<![\w.-])([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)(?::(\d{1,5}))?(?![\w-])/g;

/** What every host has beside it or in it that is not a whole text. */
const mayName = /:|\.svc|\.cluster\.local/;

const inCluster = /\.svc(?:\.|$)|\.cluster\.local$/;

const portOfScheme: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
  ['grpc', 443],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['mysql', 3306],
  ['mongodb', 27017],
  ['redis', 6379],
  ['rediss', 6379],
  ['amqp', 5672],
  ['amqps', 5671],
  ['nats', 4222],
  ['ldap', 389],
  ['ldaps', 636],
  ['smtp', 25],
]);

/** Variables whose value is a host even when it is a single word. */
const holdsHost = /HOST|ADDR|URL|URI|SERVER|SERVICE|ENDPOINT|UPSTREAM|BROKER|BACKEND|DSN|PROXY/i;

/** @returns hosts with their ports in variables, commands and arguments, each once; no values of any other kind. */
export function mentionsOfContainers(containers: readonly Container[]): readonly Mention[] {
  const found = containers.flatMap((container) => [
    ...container.at('env').items.flatMap((item) => {
      const value = item.at('value').string;
      return value === undefined ? [] : mentionsIn(value, holdsHost.test(item.at('name').text ?? ''));
    }),
    ...['command', 'args'].flatMap((key) => container.at(key).strings.flatMap(({ text }) => mentionsIn(text, false))),
  ]);
  return distinct(found);
}

/** What the values of a ConfigMap name. */
export function mentionsOfConfigMap(resource: Resource): readonly Mention[] {
  return distinct(
    resource.at('data').entries.flatMap(([key, value]) => {
      const text = value.string;
      return text === undefined ? [] : mentionsIn(text, holdsHost.test(key));
    }),
  );
}

/** At most a hundred, so that facts stay small. */
function distinct(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Map(mentions.map((mention) => [`${mention.host}:${mention.port}`, mention]));
  return [...seen.values()].slice(0, 100);
}
