/** Snippets that show a rule: on its page, and as tests. */

/** A snippet for tests and the rule's page: a manifest unless it is marked as something else. */
export interface Example {
  readonly language: 'yaml' | 'dockerfile' | 'compose' | 'files';
  readonly text: string;
}

/** Marks a manifest snippet. */
export function yaml(strings: TemplateStringsArray): Example {
  return { language: 'yaml', text: snippet(strings) };
}

/** A manifest of one Pod called `web`, whose `spec` is the snippet. */
export function pod(strings: TemplateStringsArray): Example {
  return podOf(snippet(strings));
}

/** The same of a text. @param spec in lines that are not indented. */
export function podOf(spec: string): Example {
  return { language: 'yaml', text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${indented(spec, 2)}` };
}

/** Marks the fields of a container `web` of nginx:1.29, the only one of the Pod `web`. */
export function container(strings: TemplateStringsArray): Example {
  return podOf(`containers:\n  - name: web\n    image: nginx:1.29\n${indented(snippet(strings), 4)}`);
}

/** Marks the `rules` of a Role called `shop`. */
export function role(strings: TemplateStringsArray): Example {
  return roleOf('Role', snippet(strings));
}

/** Marks the `rules` of a ClusterRole called `shop`. */
export function clusterRole(strings: TemplateStringsArray): Example {
  return roleOf('ClusterRole', snippet(strings));
}

function roleOf(kind: string, rules: string): Example {
  const head = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: shop\nrules:\n`;
  return { language: 'yaml', text: `${head}${indented(rules, 2)}` };
}

/** Lines set in by so many columns; drawings below a line too, so that they stay below it. */
export const indented = (text: string, columns: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));

/** Marks a Dockerfile snippet; backslashes stand for themselves. */
export function dockerfile(strings: TemplateStringsArray): Example {
  return { language: 'dockerfile', text: snippet(strings) };
}

/** Marks a Compose file. */
export function compose(strings: TemplateStringsArray): Example {
  return { language: 'compose', text: snippet(strings) };
}

/** Marks several files, each below a line `=== path/of/the/file`. */
export function files(strings: TemplateStringsArray): Example {
  return { language: 'files', text: snippet(strings) };
}

/** The text as written; only what would end or fill the template itself has to be escaped in it. */
export function snippet(strings: TemplateStringsArray): string {
  return dedent((strings.raw[0] ?? '').replaceAll('\\${', '${').replaceAll('\\`', '`'));
}

/** Takes the indentation of the first line off every line, and the blank first line off the snippet. */
function dedent(text: string): string {
  const body = text.replace(/^\n/, '').replace(/(?<![ \t])[ \t]+$/, '');
  const indent = /^[ ]*/.exec(body)?.[0] ?? '';
  return indent === '' ? body : body.replaceAll(`\n${indent}`, '\n').slice(indent.length);
}
