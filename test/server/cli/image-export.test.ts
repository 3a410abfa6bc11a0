import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';
import { exportable, ignoreWriters } from '../../../server/cli/image-export.ts';
import { Folder } from './program.ts';

const folder = new Folder();
after(() => folder.remove());
folder.write(
  '.seaworthy.yaml',
  `vulnerabilities:
  - {id: CVE-1, reason: 'later: "soon" \u202e', until: 2098-12-31}
  - {id: CVE-2, images: ["docker.io/library/alpine:*"], reason: x, until: 2098-12-31}
  - {id: CVE-3, reason: over, until: 2020-12-31}
`,
);
folder.write('a/Dockerfile', 'FROM alpine:3.22\n');
folder.write('b/Dockerfile', 'FROM node:22\n');

const read = (text: string): Field => {
  const document = parseDocument(text);
  assert.deepEqual(document.problems, []);
  return Field.root(document, true);
};

describe('what is accepted, for scanners alone', () => {
  it('is what counts in all images; the rest is named', () => {
    const { status, out, error } = folder.run('images', '--export', 'trivyignore');
    assert.equal(status, 0);
    const items = read(out).at('vulnerabilities').items;
    assert.deepEqual(
      items.map((item) => [item.at('id').string, item.at('expired_at').text, item.at('statement').string]),
      [['CVE-1', '2099-01-01', 'later: "soon" \u202e']],
    );
    assert.ok(!out.includes('\u202e'));
    assert.match(error, /CVE-2 is left out: it is accepted in some of these images alone/);
    assert.doesNotMatch(error, /CVE-3 is left/);
  });

  it('is what counts in the files that are named', () => {
    const { out, error } = folder.run('images', 'a', '--export', 'grype');
    const items = read(out).at('ignore').items;
    assert.deepEqual(
      items.map((item) => item.at('vulnerability').string),
      ['CVE-1', 'CVE-2'],
    );
    assert.doesNotMatch(error, /is left out/);
    assert.match(folder.run('images', '--export', 'snyk').error, /--export is one of trivyignore, grype/);
    assert.match(folder.run('images', '--export', 'grype', '--vex', 'x').error, /--vex counts with --scan alone/);
  });

  it('ends with the first end, and is a whole file when it is nothing', () => {
    const image = {
      ...{ image: 'docker.io/library/a:1', registry: '', repository: '', tag: null, digest: null, platform: null },
      ...{ builtFrom: null, built: false },
      uses: ['x', 'y'].map((file) => ({ file, line: 1, where: 'from' as const, object: null, container: null })),
    };
    const of = (file: string) => [
      { id: 'CVE-1', images: ['*'], reason: file, until: file === 'x' ? '2030-02-02' : '2030-01-01' },
    ];
    const output = { out: () => undefined, error: () => undefined, flushed: () => Promise.resolve() };
    assert.deepEqual(
      exportable([image], of, output).map(({ until }) => until),
      ['2030-01-01'],
    );
    for (const write of Object.values(ignoreWriters)) assert.match(write([]), /^\w+: \[\]\n$/);
    const odd = [{ id: 'CVE-1', images: ['*'], reason: '', until: '2030-13-45' }];
    assert.match(ignoreWriters.trivyignore(odd), /expired_at: 2030-13-45/);
  });
});
