/** Versions and their constraints as github.com/Masterminds/semver reads them, which is not as npm does. Source: its constraints.go and version.go, 3.5.0. */
import { GoError } from '../value/errors.ts';
import { compareText, type GoObject, Int, type Method, type Value } from '../value/value.ts';
import { define, type Functions } from './function.ts';

/** A version as Masterminds/semver reads it; `pre` and `build` are empty where there is none. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly pre: string;
  readonly build: string;
  readonly original: string;
}

const suffix = '(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?';
const versionForm = new RegExp(`^v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?${suffix}$`);
const loose = `v?([0-9|xX*]+)(\\.[0-9|xX*]+)?(\\.[0-9|xX*]+)?${suffix}`;
const operators = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^';
const one = new RegExp(`^\\s*(${operators})\\s*(${loose})\\s*$`);
const each = new RegExp(`(?:${operators})\\s*(?:${loose})`, 'g');
const valid = new RegExp(
  `^(?:\\s*(?:${operators})\\s*(?:${loose})\\s*)(?:(?:\\s+|,\\s*)(?:${operators})\\s*(?:${loose})\\s*)*$`,
);
const range = new RegExp(`\\s*(${loose})\\s+-\\s+(${loose})\\s*`, 'g');

/** @returns undefined for what is no version, be it only in part. */
export function parseVersion(text: string): Version | undefined {
  const found = text.length > 256 ? null : versionForm.exec(text);
  if (found === null) return undefined;
  const [, major, minor = '.0', patch = '.0', pre = '', build = ''] = found;
  return {
    major: Number(major),
    minor: Number(minor.slice(1)),
    patch: Number(patch.slice(1)),
    pre,
    build,
    original: text,
  };
}

function comparePre(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  const [partsA, partsB] = [a.split('.'), b.split('.')];
  for (let at = 0; at < Math.max(partsA.length, partsB.length); at++) {
    const [x, y] = [partsA[at], partsB[at]];
    if (x === y) continue;
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    const [isNumberX, isNumberY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isNumberX && isNumberY) return Number(x) - Number(y);
    if (isNumberX !== isNumberY) return isNumberX ? -1 : 1;
    return compareText(x, y);
  }
  return 0;
}

function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePre(a.pre, b.pre);
}

interface Constraint {
  readonly operator: string;
  readonly version: Version;
  /** A part of the version is left open. */
  readonly open: boolean;
  readonly openMinor: boolean;
  readonly openPatch: boolean;
}

const isOpen = (part: string | undefined): boolean =>
  part === undefined || part === '' || /^[xX*]$/.test(part.replace('.', ''));

function parseConstraint(text: string): Constraint | undefined {
  const found = one.exec(text);
  if (found === null) return undefined;
  const [, operator = '', written = '', major, minor, patch, pre] = found;
  const tail = pre === undefined ? '' : `-${pre}`;
  const openMajor = isOpen(major);
  const openMinor = !openMajor && isOpen(minor);
  const openPatch = !openMajor && !openMinor && isOpen(patch);
  const full = openMajor
    ? `0.0.0${tail}`
    : openMinor
      ? `${major}.0.0${tail}`
      : openPatch
        ? `${major}${minor}.0${tail}`
        : written;
  const version = parseVersion(full);
  return version === undefined
    ? undefined
    : { operator, version, open: openMajor || openMinor || openPatch, openMinor, openPatch };
}

function tilde(version: Version, { version: least, openMinor, openPatch }: Constraint): boolean {
  if (compareVersions(version, least) < 0) return false;
  if (least.major === 0 && least.minor === 0 && least.patch === 0 && !openMinor && !openPatch) return true;
  return version.major === least.major && (version.minor === least.minor || openMinor);
}

function caret(version: Version, { version: least, openMinor, openPatch }: Constraint): boolean {
  if (compareVersions(version, least) < 0) return false;
  if (least.major > 0 || openMinor) return version.major === least.major;
  if (version.major > least.major) return false;
  if (least.minor > 0 || openPatch) return version.minor === least.minor;
  return version.minor === 0 && version.patch === least.patch;
}

function differs(version: Version, { version: other, open, openMinor, openPatch }: Constraint): boolean {
  if (open) {
    if (version.major !== other.major) return true;
    if (version.minor !== other.minor && !openMinor) return true;
    if (openMinor) return false;
    if (version.patch !== other.patch && !openPatch) return true;
    if (openPatch) return (version.pre !== '' || other.pre !== '') && comparePre(version.pre, other.pre) !== 0;
  }
  return compareVersions(version, other) !== 0;
}

function above(version: Version, { version: other, open, openMinor, openPatch }: Constraint): boolean {
  if (!open || version.major !== other.major)
    return open ? version.major > other.major : compareVersions(version, other) > 0;
  if (openMinor) return false;
  return openPatch ? version.minor > other.minor : compareVersions(version, other) > 0;
}

function atMost(version: Version, { version: other, open, openMinor }: Constraint): boolean {
  if (!open) return compareVersions(version, other) <= 0;
  return version.major <= other.major && !(version.major === other.major && version.minor > other.minor && !openMinor);
}

/** @param hasPre a constraint beside it names a version before a release; else such versions are not meant. */
function holds(version: Version, constraint: Constraint, hasPre: boolean): boolean {
  const { operator, version: other, open } = constraint;
  if (version.pre !== '' && !hasPre) return false;
  switch (operator) {
    case '!=':
      return differs(version, constraint);
    case '>':
      return above(version, constraint);
    case '<':
      return compareVersions(version, other) < 0;
    case '>=':
    case '=>':
      return compareVersions(version, other) >= 0;
    case '<=':
    case '=<':
      return atMost(version, constraint);
    case '~':
    case '~>':
      return tilde(version, constraint);
    case '^':
      return caret(version, constraint);
    default:
      return open ? tilde(version, constraint) : compareVersions(version, other) === 0;
  }
}

/** Whether a version is within a range. @throws GoError for a range that is none. */
export function satisfies(version: Version, written: string): boolean {
  if (written.length > 512) throw new GoError('constraint string is too long');
  // Blanks that could belong to either side would be tried in every way.
  const spaced = written.replaceAll(/\s+/g, ' ');
  const plain = spaced.replaceAll(range, (...found: readonly string[]) => `>= ${found[1]}, <= ${found[7]} `);
  const parts = plain.split('||');
  if (parts.length > 32) throw new GoError('constraint string is too long');
  const alternatives = parts.map((part) => {
    if (!valid.test(part)) throw new GoError(`improper constraint: "${part}"`);
    return (part.match(each) ?? [part]).map((text) => {
      const constraint = parseConstraint(text);
      if (constraint === undefined) throw new GoError(`improper constraint: "${text}"`);
      return constraint;
    });
  });
  return alternatives.some((all) => {
    const hasPre = all.some((constraint) => constraint.version.pre !== '');
    return all.every((constraint) => holds(version, constraint, hasPre));
  });
}

/** @throws GoError for what is no version. */
function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (version === undefined) throw new GoError('invalid semantic version');
  return version;
}

const text = (version: Version): string =>
  `${version.major}.${version.minor}.${version.patch}${version.pre && `-${version.pre}`}${version.build && `+${version.build}`}`;

/** What `semver` gives: an object with Go's methods. */
function versionObject(version: Version): GoObject {
  const says =
    (value: Value): Method =>
    () =>
      value;
  const uint = (value: number): Int => new Int(value, 'uint64');
  const methods: readonly (readonly [string, Method])[] = [
    ['Major', says(uint(version.major))],
    ['Minor', says(uint(version.minor))],
    ['Patch', says(uint(version.patch))],
    ['Prerelease', says(version.pre)],
    ['Metadata', says(version.build)],
    ['Original', says(version.original)],
    ['String', says(text(version))],
  ];
  return { goType: '*semver.Version', fields: new Map(), methods: new Map(methods), printed: text(version) };
}

/** sprig's functions on versions, by name. */
export const semver: Functions = {
  semver: define('s', (written) => versionObject(versionOf(written))),
  semverCompare: define('s s', (constraint, version) => {
    // sprig reads the constraint first, and says its error first.
    const found = parseVersion(version);
    satisfies(found ?? { major: 0, minor: 0, patch: 0, pre: '', build: '', original: '' }, constraint);
    return satisfies(versionOf(version), constraint);
  }),
};
