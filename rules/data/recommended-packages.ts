/**
 * What packages of Debian and Ubuntu only recommend and hardly work without: no https without the authorities, no program that is linked without the
 * C library's files, no build by cmake without make. Source: `apt-cache depends` on Debian 12 and 13 and Ubuntu 24.04, read 2026-11-27.
 */
export const neededWith: ReadonlyMap<string, string> = new Map([
  ['curl', 'ca-certificates'],
  ['wget', 'ca-certificates'],
  ['git', 'ca-certificates'],
  ['lynx', 'ca-certificates'],
  ['nodejs', 'ca-certificates'],
  ['gcc', 'libc6-dev'],
  ['clang', 'libc6-dev'],
  ['cmake', 'make'],
]);

/** Packages that depend on others of these. */
export const broughtBy: ReadonlyMap<string, readonly string[]> = new Map([
  ['libc6-dev', ['build-essential', 'g++', 'libc-dev', 'libc6-dev']],
  ['make', ['build-essential', 'make', 'ninja-build']],
  ['ca-certificates', ['ca-certificates', 'ca-certificates-java']],
]);
