import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type BuildStep, madeBy, stepsOf } from '../../../server/scanners/built-layers.ts';
import type { Step } from '../../../server/scanners/report.ts';

const instruction = (line: string): BuildStep => {
  const [, keyword = '', text = ''] = /^(\w+) ([\s\S]*)$/.exec(line) ?? [];
  return { keyword, text };
};
const dockerfile = [
  'ARG VERSION=1',
  'WORKDIR /app',
  'RUN apk add --no-cache \\\n    curl   jq',
  'COPY app /app',
  'USER 1000',
  'CMD ["node"]',
].map(instruction);
const base: Step[] = [{ by: 'ADD alpine.tar.gz / # buildkit', layer: '1' }, { by: 'CMD ["/bin/sh"]' }];
const buildkit: Step[] = [
  ...base,
  { by: 'ARG VERSION=1' },
  { by: 'WORKDIR /app', layer: '2' },
  { by: 'RUN |1 VERSION=1 /bin/sh -c apk add --no-cache     curl   jq # buildkit', layer: '3' },
  { by: 'COPY app /app # buildkit', layer: '4' },
  { by: 'USER 1000' },
  { by: 'CMD ["node"]' },
];
const legacy: Step[] = [
  ...base,
  { by: '/bin/sh -c #(nop)  ARG VERSION=1' },
  { by: '/bin/sh -c #(nop) WORKDIR /app', layer: '2' },
  { by: '|1 VERSION=1 /bin/sh -c apk add --no-cache     curl   jq', layer: '3' },
  { by: '/bin/sh -c #(nop) COPY dir:0a in /app ', layer: '4' },
  { by: '/bin/sh -c #(nop)  USER 1000' },
  { by: '/bin/sh -c #(nop)  CMD ["node"]' },
];
const places = (steps: readonly Step[]) => [...(madeBy(steps, dockerfile) ?? [])];

it('each layer is of the instruction that made it, by either builder', () => {
  const expected = [
    ['2', 1],
    ['3', 2],
    ['4', 3],
  ];
  assert.deepEqual(places(buildkit), expected);
  assert.deepEqual(places(legacy), expected);
});

it('an image of another text of the Dockerfile says nothing', () => {
  const other = (at: number, by: string): Step[] => buildkit.map((step, i) => (i === at ? { ...step, by } : step));
  for (const steps of [
    other(4, 'RUN /bin/sh -c apk add --no-cache curl # buildkit'),
    other(4, 'RUN /bin/sh -c apk add --no-cache curl jq git # buildkit'),
    other(5, 'ADD app /app # buildkit'),
    buildkit.slice(0, -1),
    [...buildkit, { by: 'ENV A=1' }],
    dockerfile.slice(1).map(({ keyword, text }) => ({ by: `${keyword} ${text}` })),
    [],
  ])
    assert.equal(madeBy(steps, dockerfile), undefined, JSON.stringify(steps));
  assert.equal(madeBy(buildkit, []), undefined);
});

it('a command that was cut off is compared as far as it goes', () => {
  const long = `echo ${'a'.repeat(600)}`;
  const steps = [{ by: `RUN /bin/sh -c ${long}`.slice(0, 500), layer: '1' }];
  assert.deepEqual([...(madeBy(steps, [{ keyword: 'RUN', text: long }]) ?? [])], [['1', 0]]);
  assert.equal(madeBy(steps, [{ keyword: 'RUN', text: `echo ${'b'.repeat(600)}` }]), undefined);
});

it('a history that does not fit its layers has no steps', () => {
  const config = (diffs: readonly string[]) => ({
    history: [{ created_by: 'ADD a' }, { created_by: 'CMD b', empty_layer: true }, { created_by: 'COPY c' }],
    rootfs: { diff_ids: diffs },
  });
  assert.deepEqual(stepsOf(config(['x', 'y'])), [
    { by: 'ADD a', layer: 'x' },
    { by: 'CMD b' },
    { by: 'COPY c', layer: 'y' },
  ]);
  for (const odd of [config(['x']), undefined, [], { history: 5 }]) assert.deepEqual(stepsOf(odd), []);
});
