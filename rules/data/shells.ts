/** Where shells that a RUN may be read by differ. Sources: bash(1) 5.2, "Shell Variables" and `echo`; dash(1) 0.5.12, `echo`; read 2026-11-27. */

/** Variables that bash sets itself, so that an ENV or ARG of the name reaches no command. */
export const bashVariables: readonly string[] = [
  'UID',
  'EUID',
  'PPID',
  'GROUPS',
  'RANDOM',
  'SRANDOM',
  'SECONDS',
  'EPOCHSECONDS',
  'EPOCHREALTIME',
  'LINENO',
  'DIRSTACK',
  'FUNCNAME',
  'HISTCMD',
  'BASHPID',
  'BASHOPTS',
  'SHELLOPTS',
];

/** What the `echo` of dash replaces and that of bash writes as it is. */
export const echoEscape = /\\[abcefnrtv0\\]/;
