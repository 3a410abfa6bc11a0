/**
 * Programs that write into the folder they are started in, and those that put a whole application into a folder. Sources: the guides of each (Rails "Getting
 * started": log/, tmp/; Vite `cacheDir`; Next.js `distDir`; uv "Project environments"; Maven and Gradle: target/, build/; cargo: target/; Jupyter "Working
 * directory"; Django: SQLite as the default database; Artisan: storage/), read 2026-11-28.
 */

/** Started by their name alone. */
export const writesWhereItStarts: ReadonlySet<string> = new Set(
  'rails mvn mvnw gradle gradlew sbt lein mix jupyter jupyter-lab jupyter-notebook hugo jekyll vite nuxt gatsby ng'.split(
    ' ',
  ),
);

/** Started by a word behind their name: `yarn dev`, `cargo run`. */
export const writesByWord: ReadonlyMap<string, RegExp> = new Map([
  ['npm', /^(?:dev|develop|watch|build|install)$/],
  ['yarn', /^(?:dev|develop|watch|build|install)$/],
  ['pnpm', /^(?:dev|develop|watch|build|install)$/],
  ['bun', /^(?:dev|build|install)$/],
  ['npx', /^(?:next|vite|nuxt|gatsby|ng|webpack|parcel)$/],
  ['next', /^(?:dev|build)$/],
  ['bundle', /^(?:rails|rake|jekyll)$/],
  ['php', /^(?:\S*artisan)$/],
  ['python', /^(?:\S*manage\.py)$/],
  ['python3', /^(?:\S*manage\.py)$/],
  ['uv', /^run$/],
  ['go', /^run$/],
  ['cargo', /^run$/],
  ['dotnet', /^(?:run|watch)$/],
]);

/** They fill a folder with an application: by their name, and what has to stand behind it. */
export const fillsFolder: ReadonlyMap<string, RegExp> = new Map([
  ['tar', /^(?:--extract$|-?[a-wyzA-Z]{0,9}x)/],
  ['bsdtar', /^-?[a-wyzA-Z]{0,9}x/],
  ['unzip', /^[^-]/],
  ['7z', /^x$/],
  ['jar', /^-?x/],
  ['git', /^clone$/],
  ['rails', /^new$/],
  ['composer', /^create-project$/],
]);
