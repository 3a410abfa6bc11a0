/** Settings of the client, folder by folder, checked at the border: what makes no sense counts as not set. */
import type { Connection } from 'vscode-languageserver';
import { profiles } from '../../rules/contract/profile.ts';
import { parseKubernetesVersion } from '../../rules/engine/settings/configuration.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import { defaultImageSettings, type ImageSettings, readImageSettings } from './image-settings.ts';
import { defaultLevels, type Levels, readLevels } from './levels.ts';
import { defaultPace, type Pace } from './typing/pace.ts';

export interface ClientSettings {
  readonly enable: boolean;
  /** Gather facts of the whole folder in the background. */
  readonly analyzeWorkspace: boolean;
  readonly scanOnOpen: boolean;
  /** Open documents show what attack paths go through. */
  readonly attackPaths: boolean;
  /** A line above each workload of which there is something to say, which leads to its blast radius. */
  readonly codeLens: boolean;
  /** Hovers explain keys of the security model. */
  readonly explainKeys: boolean;
  /** Completion offers what is hardened. */
  readonly completion: boolean;
  /** What counts without being written is shown behind what is. */
  readonly inlayHints: boolean;
  /** How the editor shows what is how severe. */
  readonly levels: Levels;
  /** A commit, such as `origin/main`: what was there then is not shown. Empty: everything is. */
  readonly newSince: string;
  readonly pace: Pace;
  readonly imageScan: ImageSettings;
  /** What goes to the engine, below any configuration file. */
  readonly engine: Partial<Settings>;
}

const defaults: ClientSettings = {
  enable: true,
  analyzeWorkspace: true,
  scanOnOpen: false,
  attackPaths: true,
  codeLens: true,
  explainKeys: true,
  completion: true,
  inlayHints: false,
  levels: defaultLevels,
  newSince: '',
  pace: defaultPace,
  imageScan: defaultImageSettings,
  engine: {},
};

/** In milliseconds. */
const longestDelay = 60_000;

export class ClientConfiguration {
  readonly #connection: Connection;
  readonly #pulls: boolean;
  readonly #byFolder = new Map<string, Promise<ClientSettings>>();

  /** @param pulls the client answers `workspace/configuration`. */
  constructor(connection: Connection, pulls: boolean) {
    this.#connection = connection;
    this.#pulls = pulls;
  }

  /** @param uri of the folder, or of a document outside any. */
  for(uri: string): Promise<ClientSettings> {
    if (!this.#pulls) return Promise.resolve(defaults);
    let pulled = this.#byFolder.get(uri);
    if (pulled === undefined) {
      pulled = this.#connection.workspace
        .getConfiguration({ scopeUri: uri, section: 'seaworthy' })
        .then(read, () => defaults);
      this.#byFolder.set(uri, pulled);
    }
    return pulled;
  }

  /** Asks again for all that was asked for. @returns whether any of it is something else now: editors tell of changes where there is none, too. */
  async renew(): Promise<boolean> {
    const before = [...this.#byFolder];
    this.#byFolder.clear();
    const changes = before.map(async ([uri, was]) => JSON.stringify(await was) !== JSON.stringify(await this.for(uri)));
    return (await Promise.all(changes)).includes(true);
  }
}

function read(value: unknown): ClientSettings {
  const given = typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : {};
  const flag = (
    key:
      | 'enable'
      | 'analyzeWorkspace'
      | 'scanOnOpen'
      | 'attackPaths'
      | 'codeLens'
      | 'explainKeys'
      | 'completion'
      | 'inlayHints',
  ): boolean => (typeof given[key] === 'boolean' ? given[key] : defaults[key]);
  const profile = profiles.find((word) => word === given['profile']);
  const version =
    typeof given['kubernetesVersion'] === 'string' ? parseKubernetesVersion(given['kubernetesVersion']) : undefined;
  return {
    enable: flag('enable'),
    analyzeWorkspace: flag('analyzeWorkspace'),
    scanOnOpen: flag('scanOnOpen'),
    attackPaths: flag('attackPaths'),
    codeLens: flag('codeLens'),
    explainKeys: flag('explainKeys'),
    completion: flag('completion'),
    inlayHints: flag('inlayHints'),
    levels: readLevels(given['levels']),
    newSince: readReference(given['newSince']),
    imageScan: readImageSettings(given['imageScan']),
    pace: { run: given['run'] === 'onSave' ? 'onSave' : 'onType', delay: readDelay(given['typingDelay']) },
    engine: {
      ...(profile === undefined ? {} : { profile }),
      ...(version === undefined ? {} : { kubernetesMinor: version }),
    },
  };
}

/** Longer than any name that Git takes. */
const longestReference = 250;

const readReference = (given: unknown): string =>
  typeof given === 'string' && given.length <= longestReference ? given.trim() : defaults.newSince;

const readDelay = (given: unknown): number =>
  typeof given === 'number' && given >= 0 && given <= longestDelay ? given : defaultPace.delay;
