/** A report for tests of its writers: one path of two steps, whose names hold what formats have to keep apart. */
import type { FilePaths } from '../../../../../server/cli/file-paths.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };

/** The report. */
export const report: FilePaths = {
  paths: [
    {
      ...{ from: 'outside', to: 'node', target: 'a node of the cluster', fingerprint: 'abc', isNew: true },
      steps: [
        {
          ...{ edge: 'entry.service', from: 'outside', to: 'pod/app/<b>"x"', techniques: 'T1190', assumes: [] },
          says: 'Anybody outside reaches pods: Pod <b>"x" (app)',
          at: { file: 'a b/c#1.yaml', range },
        },
        {
          ...{ edge: 'escape.module', from: 'pod/app/<b>"x"', to: 'node-of:pod/app/<b>"x"', techniques: 'T1611' },
          says: 'Pod <b>"x" (app) loads a module: its node',
          assumes: ['the image starts as root'],
        },
      ],
      assumes: ['the image starts as root'],
    },
  ],
  more: false,
  edits: [{ edit: 'Drop <SYS_MODULE>', closes: ['abc'], equals: [], at: { file: 'a b/c#1.yaml', range } }],
  fewest: true,
  uncloseable: 0,
  assumedOnly: 2,
};
