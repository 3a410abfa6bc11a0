/** What a Dockerfile's fix may ask of the files around it. */

/** A script or a configuration file that a build may copy. */
export interface CopiedFile {
  /** The first program of a script that needs root, or that it writes where root alone may. */
  readonly needsRoot: string | undefined;
  /** All that the script does is to start another program with what it was given. */
  readonly isPlain: boolean;
  /** Folders that a program makes, as it writes them. */
  readonly makes: readonly string[];
  /** Ports that a configuration file tells a server to listen at. */
  readonly listens: readonly number[];
  /** Where it has the server write its process number. */
  readonly pidFile: string | undefined;
}

/** What other files make of the image of one stage. */
export interface BuildSurroundings {
  /** A file that is built on the image of this one. */
  readonly basedOn: string | undefined;
  /** All that is known to run the image lets anybody open ports below 1024. */
  readonly lowPortsOpen: boolean;
  /** Who sends to a port below 1024 of it: a short path. */
  readonly lowPortUser: string | undefined;
  /** Where what runs it mounts volumes that are written. */
  readonly mounts: readonly string[];
  /** Where what runs it mounts folders of its machine to write into: paths in the container. */
  readonly machineFolders: readonly string[];
  /** A port below 1024 at which settings beside the Dockerfile tell its program to listen. */
  readonly settingsPort: number | undefined;
  /** Called as what signals or asks another program beside it, by this name. */
  readonly helper: string | undefined;
  /** A file of the build context by its path there; undefined when it was not read. */
  file(source: string): CopiedFile | undefined;
}

/** Nothing is known. */
export const alone: BuildSurroundings = {
  basedOn: undefined,
  lowPortsOpen: false,
  lowPortUser: undefined,
  mounts: [],
  machineFolders: [],
  settingsPort: undefined,
  helper: undefined,
  file: () => undefined,
};
