/** What a stream shows: a screen with somebody in front of it, or a pipe to a program. Nothing else looks at variables of terminals. */

/** How text for people may be written. */
export interface Terminal {
  /** Somebody looks at it, so that it may be laid out for their eyes. */
  readonly isScreen: boolean;
  readonly hasColour: boolean;
  /** Text may lead to a file (OSC 8). */
  readonly hasLinks: boolean;
  /** Columns that one line takes; without end where nobody looks. */
  readonly width: number;
}

type Variables = { readonly [name: string]: string | undefined };

/** Of a terminal that does not say how wide it is. */
const usualWidth = 80;
/** Columns; in fewer nothing can be laid out. */
const leastWidth = 40;

/**
 * Sources: no-color.org (any value but an empty one); nodejs.org, "FORCE_COLOR"; the list of terminals of the package supports-hyperlinks.
 * @param stream that is written to. @param variables of the environment.
 */
export function terminalOf(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>, variables: Variables): Terminal {
  const isScreen = stream.isTTY === true && variables['TERM'] !== 'dumb';
  const forced = variables['FORCE_COLOR'];
  const isRefused = (variables['NO_COLOR'] ?? '') !== '';
  const hasColour = forced === undefined ? isScreen && !isRefused : !/^(?:0|false)$/i.test(forced);
  const columns = stream.columns > 0 ? stream.columns : usualWidth;
  return {
    isScreen,
    hasColour,
    hasLinks: isScreen && knowsLinks(variables),
    width: isScreen ? Math.max(leastWidth, columns) : Number.POSITIVE_INFINITY,
  };
}

/** Terminals that show a link as one; others write its bytes onto the screen. */
function knowsLinks(variables: Variables): boolean {
  const forced = variables['FORCE_HYPERLINK'];
  if (forced !== undefined) return !/^(?:0|false|)$/i.test(forced);
  // What is between the terminal and us may pass links on or not.
  if (['CI', 'TMUX', 'STY', 'TEAMCITY_VERSION'].some((name) => variables[name] !== undefined)) return false;
  if (variables['WT_SESSION'] !== undefined || variables['KONSOLE_VERSION'] !== undefined) return true;
  // 0.50.0 ends at a link.
  if (Number(variables['VTE_VERSION'] ?? 0) > 5000) return true;
  return (
    /^(?:iTerm\.app|WezTerm|vscode|ghostty|zed|Hyper)$/.test(variables['TERM_PROGRAM'] ?? '') ||
    /^(?:alacritty|xterm-kitty|xterm-ghostty|foot)/.test(variables['TERM'] ?? '')
  );
}

/** What a text may look like: the numbers that switch it on and off. Source: ECMA-48, 8.3.117 (SGR). */
const looks = {
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  grey: [90, 39],
} as const;

/** How a text looks where there is colour. */
export type Look = keyof typeof looks;

/** @returns the text as it looks; itself where there is no colour. */
export function painted({ hasColour }: Terminal, look: Look, text: string): string {
  const [on, off] = looks[look];
  return hasColour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}
