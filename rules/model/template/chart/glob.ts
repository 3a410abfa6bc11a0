/** Patterns of `.Files.Glob`, as github.com/gobwas/glob reads them with `/` as separator. */

/** @returns whether a path matches; a pattern that cannot be read matches all, as in Helm. */
export function globs(pattern: string): (path: string) => boolean {
  const expression = translated(pattern);
  return (path) => expression === undefined || expression.test(path);
}

function translated(pattern: string): RegExp | undefined {
  let made = '';
  let alternatives = 0;
  for (const [whole, escaped, many, set, plain = ''] of pattern.matchAll(/\\([\s\S])|(\*+)|\[([^\]]*)\]|([\s\S])/gu)) {
    if (escaped !== undefined) made += literal(escaped);
    else if (many !== undefined) made += many.length > 1 ? '[\\s\\S]*' : '[^/]*';
    else if (set !== undefined) made += `[${set.replace(/^!/, '^').replaceAll(/[\\\]]/g, '\\$&')}]`;
    else if (whole === '?') made += '[^/]';
    else if (whole === '{') {
      made += '(?:';
      alternatives++;
    } else if (whole === '}' && alternatives > 0) {
      made += ')';
      alternatives--;
    } else made += whole === ',' && alternatives > 0 ? '|' : literal(plain);
  }
  // A pattern of many stars could take very long.
  if (alternatives > 0 || (made.match(/\*/g) ?? []).length > 6) return undefined;
  try {
    return new RegExp(`^${made}$`, 'u');
  } catch {
    return undefined;
  }
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
