/** `.helmignore`: which files of a folder are no part of a chart. Source: helm.sh/helm/v4/pkg/ignore, which is not gitignore: the first match decides. */

interface Pattern {
  readonly negated: boolean;
  readonly folders: boolean;
  readonly matches: (path: string) => boolean;
}

/** @returns whether a path below the chart is left out; a folder's path has no slash at its end. */
export function ignoring(text: string): (path: string, isFolder: boolean) => boolean {
  // Helm's own rule: hidden files of templates are none.
  const patterns = [...text.split('\n'), 'templates/.?*'].flatMap((line) => patternOf(line.trim()));
  return (path, isFolder) => {
    for (const { negated, folders, matches } of patterns) {
      if (negated) {
        if ((folders && !isFolder) || !matches(path)) return true;
      } else if ((!folders || isFolder) && matches(path)) return true;
    }
    return false;
  };
}

function patternOf(line: string): Pattern[] {
  if (line === '' || line.startsWith('#') || line.includes('**')) return [];
  const negated = line.startsWith('!');
  const bare = negated ? line.slice(1) : line;
  const folders = bare.endsWith('/');
  const rule = folders ? bare.slice(0, -1) : bare;
  const glob = globMatcher(rule.replace(/^\//, ''));
  const isPath = rule.includes('/');
  return [{ negated, folders, matches: (path) => glob(isPath ? path : path.slice(path.lastIndexOf('/') + 1)) }];
}

/** `filepath.Match`: a star stops at slashes. Takes time that grows with pattern and name alone. */
function globMatcher(pattern: string): (name: string) => boolean {
  const steps = [...pattern.matchAll(/\\(.)|\[(\^?)((?:\\.|[^\]\\]){1,200})\]|([\s\S])/gu)].map(
    ([, escaped, not, set, plain]) => {
      if (set !== undefined) return { test: setTest(set, not === '^') };
      if (plain === '*') return 'many' as const;
      if (plain === '?') return { test: (character: string) => character !== '/' };
      const letter = escaped ?? plain;
      return { test: (character: string) => character === letter };
    },
  );
  return (name) => {
    let reached = new Set([0]);
    const skip = (at: number): void => {
      reached.add(at);
      if (steps[at] === 'many') skip(at + 1);
    };
    skip(0);
    for (const character of name) {
      const before = reached;
      reached = new Set();
      for (const at of before) {
        const step = steps[at];
        if (step === 'many') {
          if (character !== '/') skip(at);
        } else if (step?.test(character) === true) skip(at + 1);
      }
    }
    return reached.has(steps.length);
  };
}

function setTest(set: string, negated: boolean): (character: string) => boolean {
  const ranges = [...set.matchAll(/\\?([\s\S])(?:-\\?([\s\S]))?/gu)].map(
    ([, low = '', high = low]) => [low, high] as const,
  );
  return (character) =>
    character !== '/' && ranges.some(([low, high]) => character >= low && character <= high) !== negated;
}
