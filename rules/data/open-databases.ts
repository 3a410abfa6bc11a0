/**
 * Images of databases that let anybody in unless they are told otherwise. Sources: the pages of the images redis, mongo and valkey at Docker Hub; Dragonfly
 * documentation, "Server flags"; KeyDB documentation, "Security"; read 2026-11-28.
 */

interface OpenDatabase {
  readonly name: string;
  readonly repository: RegExp;
  /** What says in its command line, or the name of a variable or mount, that it may ask for a password. */
  readonly asks: RegExp;
}

const settings = /requirepass|masterauth|aclfile|\.conf\b|\/etc\/(?:redis|valkey|keydb)|PASS|AUTH|ARGS/i;

const databases: readonly OpenDatabase[] = [
  {
    name: 'Redis',
    repository: /^(?:docker\.io\/)?redis$|(?:^|\/)library\/redis$|(?:^|\/)redis\/redis-stack-server$/,
    asks: settings,
  },
  { name: 'Valkey', repository: /(?:^|\/)valkey\/valkey$/, asks: settings },
  { name: 'KeyDB', repository: /(?:^|\/)eqalpha\/keydb$/, asks: settings },
  { name: 'Dragonfly', repository: /(?:^|\/)dragonflydb\/dragonfly$/, asks: settings },
  {
    name: 'MongoDB',
    repository: /^(?:docker\.io\/)?mongo$|(?:^|\/)library\/mongo$/,
    asks: /INITDB_ROOT|--auth\b|--keyFile|--config|\.conf\b|\.key\b|(?:^| )-f /i,
  },
];

/** The database of an image where nothing it is told says that it asks for a password. @param told its command line, and names of variables and mounts. */
export const openDatabaseOf = (repository: string, told: string): string | undefined =>
  databases.find((one) => one.repository.test(repository) && !one.asks.test(told))?.name;
