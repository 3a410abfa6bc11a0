/** Words within texts: their capitals and their lines, as the packages behind sprig know them (xstrings, goutils). */

/** `strings.Title`: the first letter of each word in capitals. */
export const titled = (text: string): string =>
  text.replaceAll(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

export const untitled = (text: string): string =>
  text.replaceAll(/(^|\s)(\S)/gu, (_, before: string, letter: string) => before + letter.toLowerCase());

/** xstrings.ToSnakeCase and ToKebabCase: where a word begins at a capital, a number, or behind a connector. */
function separated(text: string, connector: string): string {
  return text
    .replaceAll(/[\s_-]/g, connector)
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, `$1${connector}$2`)
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, `$1${connector}$2`)
    .replaceAll(/(\p{L})(\p{N})/gu, `$1${connector}$2`)
    .toLowerCase();
}

export const snakeCase = (text: string): string => separated(text, '_');
export const kebabCase = (text: string): string => separated(text, '-');

/** xstrings.ToPascalCase. */
export const camelCase = (text: string): string =>
  text
    .split(/[\s_-]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** goutils.WrapCustom: breaks at blanks; a word that is too long is broken where `breaks` says so. */
export function wrapped(text: string, width: number, separator: string): string {
  const most = Math.max(width, 1);
  let made = '';
  let at = 0;
  while (text.length - at > most) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const end = text.lastIndexOf(' ', at + most);
    if (end >= at) {
      made += text.slice(at, end) + separator;
      at = end + 1;
      continue;
    }
    const next = text.indexOf(' ', at + most);
    if (next < 0) break;
    made += text.slice(at, next) + separator;
    at = next + 1;
  }
  return made + text.slice(at);
}
