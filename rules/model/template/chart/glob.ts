/** Patterns of `.Files.Glob`, as github.com/gobwas/glob reads them with `/` as separator. */

/** @returns whether a path matches; a pattern that cannot be read matches all, as in Helm. */
export function globs(pattern: string): (path: string) => boolean {
  const expression = translated(pattern);
  return (path) => expression === undefined || (path.length <= longestPath && expression.test(path));
}

/** Each star multiplies what a path costs by its length. */
const mostStars = 3;
const longestPath = 256;

function translated(pattern: string): RegExp | undefined {
  let made = '';
  let alternatives = 0;
  for (const [whole, escaped, many, set, plain = ''] of pattern.matchAll(
    /\\([\s\S])|(\*+)|\[([^\]]{0,200})\]|([\s\S])/gu,
  )) {
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
  if (alternatives > 0 || (made.match(/\*/g) ?? []).length > mostStars) return undefined;
  try {
    return new RegExp(`^${made}$`, 'u');
  } catch {
    return undefined;
  }
}

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
