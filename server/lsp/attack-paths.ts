/** Attack paths of folders, for the requests on them: what is asked of which files, and how the work is cut into slices. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type Deployed, deployedIn } from '../../rules/engine/attack-paths.ts';
import { settledBy } from '../../rules/engine/settings/cluster-facts.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { Question } from '../../rules/facts/attack/ways.ts';
import type { AttackPathsParams } from '../protocol.ts';
import type { OpenVersion } from './document-store.ts';
import type { Folder } from './folder.ts';
import { oneOf, optional, type Shape, text } from './parameter-shapes.ts';
import type { Session } from './session.ts';
import type { Task } from './tasks.ts';
import { TooLong } from './time-limit.ts';

/** A folder that is asked about. */
export interface AskedFolder {
  readonly folder: Folder;
  /** What is known of it, with open documents as they are; it may be given more texts. */
  readonly copy: Workspace;
  /** Of its open documents, by path. */
  readonly versions: ReadonlyMap<string, OpenVersion>;
  readonly deployed: readonly Deployed[];
  readonly question: Question;
}

/** What is asked of attack paths by every request on them. */
export const askedShape = { uri: optional(text), assume: optional(oneOf(['one', 'any'])) } as const satisfies {
  readonly [key: string]: Shape;
};

/** @returns each folder that is asked about, once its files are known. @throws ResponseError ContentModified when somebody types just now. */
export async function* askedFolders(
  session: Session,
  { uri, assume }: AttackPathsParams,
  task: Task,
): AsyncGenerator<AskedFolder, void, void> {
  for (const folder of await foldersOf(session, uri ?? undefined)) {
    await task.pause();
    if (!folder.wasRead && (await folder.settings).analyzeWorkspace) await session.readWhole(folder);
    const { copy, versions } = await session.documents.copyOf(folder);
    const { protect, cluster } = copy.settings;
    yield {
      ...{ folder, copy, versions, deployed: deployedIn(copy) },
      question: { from: 'outside', to: [], protect, ...settledBy(cluster), most: assume === 'any' ? 'any' : 1 },
    };
  }
}

async function foldersOf({ folders, documents, host }: Session, uri: string | undefined): Promise<readonly Folder[]> {
  if (uri === undefined) return folders.all.length > 0 ? folders.all : [folders.of('')];
  const path = documents.versionOf(uri) === null ? host.toPath(uri) : await documents.paths.of(uri);
  return [folders.of(path ?? '')];
}

/**
 * Works through what asks for texts of files as it goes.
 * @throws ResponseError RequestCancelled when nobody waits any more, RequestFailed when the check of a file takes too long.
 */
export async function inSlices<T>(
  { folder, copy }: Pick<AskedFolder, 'folder' | 'copy'>,
  work: Generator<string | undefined, T, void>,
  task: Task,
): Promise<T> {
  const next = (): IteratorResult<string | undefined, T> => folder.workspace.inTime(() => work.next());
  try {
    let step = next();
    while (step.done !== true) {
      await task.pause();
      if (step.value !== undefined && copy.text(step.value) === undefined) await folder.retain(copy, step.value);
      step = next();
    }
    return step.value;
  } catch (error) {
    if (error instanceof TooLong) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}
