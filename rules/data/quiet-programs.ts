/**
 * Programs that start an application as it lies there and write nothing but what it is told to: servers of applications, and what runs one file of an
 * author's. Source: the documentation of each on its command line, from memory; the day of reading was not noted.
 */

/** Servers that are handed an application, or files to send. */
export const quietServers: ReadonlySet<string> = new Set(
  'gunicorn uvicorn hypercorn waitress-serve daphne granian fastapi puma unicorn thin nginx caddy serve http-server static-web-server'.split(
    ' ',
  ),
);

/** Run one file, a module or an archive that is named behind them. */
export const quietRunners: ReadonlyMap<string, RegExp> = new Map([
  ['node', /\.[cm]?[jt]s$|^[./\w-]+$/],
  ['nodejs', /\.[cm]?[jt]s$|^[./\w-]+$/],
  ['deno', /^(?:run|serve)$/],
  ['bun', /\.[cm]?[jt]sx?$/],
  ['python', /\.py$|^-m$/],
  ['python3', /\.py$|^-m$/],
  ['java', /^-jar$|^[\w.]+$/],
  ['dotnet', /\.dll$/],
  ['ruby', /\.rb$/],
  ['php', /\.php$/],
]);

/** Run what a package's own file names, which may be anything. */
export const packageRunners: ReadonlySet<string> = new Set(
  'npm npx yarn pnpm bunx pnpx make rake foreman pm2'.split(' '),
);

/** Put programs of others into an image, beside the managers of packages. */
export const installers: ReadonlySet<string> = new Set('curl wget tar bsdtar unzip git dpkg rpm'.split(' '));

/** What scripts do that changes no file. */
export const plainCommands: ReadonlySet<string> = new Set(
  'set export echo printf cd test [ [[ if then else elif fi true false shift sleep unset env local return exit case esac umask : source . trap'.split(
    ' ',
  ),
);
