/** What two scans of the same files say differently. Knows nothing of how they were made. */

/** As the command line writes it with `--format json`. */
export interface Found {
  readonly rule: string;
  /** Below the folder that was scanned. */
  readonly file: string;
  /** Zero-based. */
  readonly range: { readonly start: { readonly line: number } };
  readonly fingerprint: string;
  readonly message: string;
  readonly [key: string]: unknown;
}

export interface Difference {
  readonly gone: readonly Found[];
  readonly added: readonly Found[];
  /** What differs in more than the words of its message. */
  readonly changed: readonly { readonly before: Found; readonly after: Found }[];
  /** How many differ in the words of their message alone. */
  readonly reworded: number;
}

/** Findings are the same by rule, file and fingerprint; of several alike the first is the first. */
export function differenceOf(before: readonly Found[], after: readonly Found[]): Difference {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const pairs = [...old].flatMap(([key, finding]) => {
    const other = now.get(key);
    return other === undefined ? [] : [{ before: finding, after: other }];
  });
  const changed = pairs.filter((pair) => facts(pair.before) !== facts(pair.after));
  return {
    gone: [...old].flatMap(([key, finding]) => (now.has(key) ? [] : [finding])),
    added: [...now].flatMap(([key, finding]) => (old.has(key) ? [] : [finding])),
    changed,
    reworded: pairs.filter((pair) => !changed.includes(pair) && pair.before.message !== pair.after.message).length,
  };
}

/** @returns a line for each finding, `gone` or `new` with its place, or `changed` with what it was and is. */
export function linesOf({ gone, added, changed }: Difference): readonly string[] {
  return [
    ...gone.map((finding) => `gone    ${placeOf(finding)}`),
    ...added.map((finding) => `new     ${placeOf(finding)}`),
    ...changed.map((pair) => `changed ${placeOf(pair.before)}\n  ${facts(pair.before)}\n  ${facts(pair.after)}`),
  ];
}

/** What has to be the same; the words of a message may change. */
const facts = ({ message: _message, ...rest }: Found): string => JSON.stringify(rest);

const placeOf = ({ rule, file, range, message }: Found): string =>
  `${rule}  ${file}:${range.start.line + 1}  ${message}`;

function byIdentity(findings: readonly Found[]): ReadonlyMap<string, Found> {
  const counted = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const key = `${finding.rule} ${finding.file} ${finding.fingerprint}`;
      const nth = counted.get(key) ?? 0;
      counted.set(key, nth + 1);
      return [`${key} ${nth}`, finding];
    }),
  );
}
