/** Standard input in the place of a file. */
import type { Files } from '../host/files.ts';
import { nodeFiles } from '../host/node-files.ts';
import { readInput } from './options.ts';
import { UsageError } from './output.ts';
import { toInner } from './paths.ts';
import type { SurveyOptions } from './scan-report.ts';

/**
 * Standard input takes the place of the file that it is named as, whether there is one or not.
 * @param paths that were given; `-` is standard input. @param name of `--stdin-path`. @throws UsageError where one of them lacks the other.
 */
export function withInput(paths: readonly string[], name: string | undefined): Pick<SurveyOptions, 'paths' | 'files'> {
  const isAsked = paths.includes('-');
  if (name === undefined && !isAsked) return { paths };
  if (name === undefined)
    throw new UsageError('- reads standard input and needs its name: --stdin-path deploy/web.yaml');
  if (!isAsked) throw new UsageError('--stdin-path names standard input, which is read where a path is -');
  const path = toInner(name);
  const text = readInput();
  const files: Files = {
    ...nodeFiles,
    read: (other) => (other === path ? { text } : nodeFiles.read(other)),
    kind: (other) => (other === path ? 'file' : nodeFiles.kind(other)),
    real: (other) => (other === path ? path : nodeFiles.real(other)),
  };
  return { paths: paths.map((one) => (one === '-' ? name : one)), files };
}
