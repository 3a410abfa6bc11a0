/** Snippets that show a rule: on its page, and as tests. */

/** A snippet for tests and the rule's page: a manifest unless it is marked as something else. */
export interface Example {
  readonly language: 'yaml' | 'dockerfile' | 'compose' | 'files';
  readonly text: string;
  /** The text with the findings drawn below their lines, where it is so written. */
  readonly drawing?: string | undefined;
  /** What a fix makes of it, where the snippet is written as a difference. */
  readonly after?: string | undefined;
}

/**
 * A finding drawn below its line: `#   ^^^^ rule-id 💡 "part of the message"`, with carets below what is found; or `#<--- rule-id` as long as the stretch that
 * begins where its `#` stands, which carets could not show. `💡` says that the finding has a fix that can be applied.
 */
export const drawings = {
  carets: /^\s*#\s*(\^+) ([a-z][a-z0-9-]*)( 💡)?(?: "(.*)")?\s*$/u,
  arrow: /^\s*#(<-*) ([a-z][a-z0-9-]*)( 💡)?(?: "(.*)")?\s*$/u,
} as const;

/** In the `spec` of a pod. */
export const ordinaryContainer = 'containers:\n  - name: web\n    image: nginx:1.29\n';

/** Marks a manifest snippet. */
export function yaml(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({ language: 'yaml', text }));
}

/** A manifest of one Pod called `web`, whose `spec` is the snippet; one that names no containers has an ordinary one. */
export function pod(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (spec) => podOf(/^containers:/m.test(spec) ? spec : `${spec}${ordinaryContainer}`));
}

/** The same of a text. @param spec in lines that are not indented. */
export function podOf(spec: string): Example {
  return { language: 'yaml', text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${indented(spec, 2)}` };
}

/** Marks the fields of a container `web` of nginx:1.29, the only one of the Pod `web`. */
export function container(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => podOf(`${ordinaryContainer}${indented(text, 4)}`));
}

/** Marks the `rules` of a Role called `shop`. */
export function role(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (rules) => roleOf('Role', rules));
}

/** Marks the `rules` of a ClusterRole called `shop`. */
export function clusterRole(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (rules) => roleOf('ClusterRole', rules));
}

function roleOf(kind: string, rules: string): Example {
  const head = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: shop\nrules:\n`;
  return { language: 'yaml', text: `${head}${indented(rules, 2)}` };
}

/** Lines set in by so many columns; drawings below a line too, so that they stay below it. */
export const indented = (text: string, columns: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));

/** Marks a Dockerfile snippet; backslashes stand for themselves. */
export function dockerfile(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({ language: 'dockerfile', text }));
}

/** Marks the instructions below `FROM debian:13-slim`. */
export function debian(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({ language: 'dockerfile', text: `FROM debian:13-slim\n${text}` }));
}

/** Marks a Compose file. */
export function compose(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({ language: 'compose', text }));
}

/** Marks the fields of a Compose service `web` of nginx:1.29, the only one of its file. */
export function service(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({
    language: 'compose',
    text: `services:\n  web:\n    image: nginx:1.29\n${indented(text, 4)}`,
  }));
}

/**
 * The example that a template makes: of its text as written, where only what would end or fill the template itself has to be escaped, set out by the
 * indentation of its first line; a single line may stand without line feeds. Lines that begin two columns before that with `-` or `+` are a difference: what a fix removes and adds.
 */
export function exampleOf(strings: TemplateStringsArray, make: (text: string) => Example): Example {
  let made: Example | undefined;
  // Every start loads all rules, and only pages and tests read what their examples say.
  const read = (): Example => {
    made ??= withoutDrawings(readExample(strings, make));
    return made;
  };
  return {
    get language() {
      return read().language;
    },
    get text() {
      return read().text;
    },
    get drawing() {
      return read().drawing;
    },
    get after() {
      return read().after;
    },
  };
}

function withoutDrawings(example: Example): Example {
  const { text, after } = example;
  const plain = (drawn: string): string =>
    drawn
      .split('\n')
      .filter((line) => !drawings.carets.test(line) && !drawings.arrow.test(line))
      .join('\n');
  const bare = plain(text);
  return bare === text
    ? example
    : { ...example, text: bare, drawing: text, after: after === undefined ? undefined : plain(after) };
}

function readExample(strings: TemplateStringsArray, make: (text: string) => Example): Example {
  const raw = (strings.raw[0] ?? '').replaceAll('\\${', '${').replaceAll('\\`', '`');
  const body = raw
    .replace(/^\n/, '')
    .replace(/(?<![ \t])[ \t]+$/, '')
    .replace(/(?<=[^\n])$/, '\n');
  const first = /^[ ]*/.exec(body)?.[0] ?? '';
  // A first line that begins where the template ends is marked; one of a list stands further in.
  const isMarked = /^[ ]*[+-] /.test(body) && raw.endsWith(`\n${first}`);
  const indent = isMarked ? `${first}  ` : first;
  const outer = indent.slice(2);
  const lines = body.split('\n').map((line) => {
    const mark =
      line.startsWith(outer) && indent !== outer ? /^[+-](?= |$)/.exec(line.slice(outer.length))?.[0] : undefined;
    if (mark === undefined) return { mark, text: line.startsWith(indent) ? line.slice(indent.length) : line };
    return { mark, text: line.slice(indent.length) };
  });
  const without = (gone: '+' | '-' | undefined): string =>
    lines.flatMap(({ mark, text }) => (mark !== undefined && mark === gone ? [] : [text])).join('\n');
  if (lines.every(({ mark }) => mark === undefined)) return make(without(undefined));
  return { ...make(without('+')), after: make(without('-')).text };
}
