/** Functions whose answer nobody can know from files: a cluster's, a clock's, chance's; and those that are not worked out here, which say so. */
import { Unknown } from '../value/value.ts';
import { defineRunning, type Functions, unknownFunction } from './function.ts';

const reasons: Readonly<Record<string, readonly string[]>> = {
  'a random value': [
    'randAlphaNum',
    'randAlpha',
    'randAscii',
    'randNumeric',
    'randInt',
    'randBytes',
    'shuffle',
    'uuidv4',
    'bcrypt',
    'htpasswd',
    'encryptAES',
  ],
  'a key or certificate made at install': [
    'genPrivateKey',
    'genCA',
    'genCAWithKey',
    'genSelfSignedCert',
    'genSelfSignedCertWithKey',
    'genSignedCert',
    'genSignedCertWithKey',
    'buildCustomCert',
  ],
  'the time of the install': ['now', 'ago', 'unixEpoch'],
  'a date that is not worked out here': [
    'date',
    'date_in_zone',
    'date_modify',
    'dateInZone',
    'dateModify',
    'duration',
    'durationRound',
    'htmlDate',
    'htmlDateInZone',
    'must_date_modify',
    'mustDateModify',
    'mustToDate',
    'toDate',
    'mustToDuration',
    'durationSeconds',
    'durationMilliseconds',
    'durationMicroseconds',
    'durationNanoseconds',
    'durationMinutes',
    'durationHours',
    'durationDays',
    'durationWeeks',
    'durationRoundTo',
    'durationTruncateTo',
  ],
  'an encryption that is not worked out here': ['derivePassword', 'decryptAES', 'sha512sum'],
  'TOML, which is not written here': ['toToml', 'mustToToml', 'fromToml'],
  'YAML of another layout': ['toYamlPretty'],
  'a text that is not worked out here': ['abbrevboth'],
};

const made: Functions = Object.fromEntries(
  Object.entries(reasons).flatMap(([reason, names]) => names.map((name) => [name, unknownFunction(reason)])),
);

/** What only a cluster, a clock or chance can say: each answers with an unknown value and its reason. */
export const unknownFunctions: Functions = {
  ...made,
  lookup: defineRunning('s s s s', ({ emptyCluster }) =>
    emptyCluster ? new Map() : new Unknown('what the cluster holds (lookup)'),
  ),
};
