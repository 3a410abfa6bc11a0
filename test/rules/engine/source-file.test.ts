import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSource, sizeLimit } from '../../../rules/engine/source-file.ts';
import { podText } from './fixture.ts';

const kindOf = (path: string, text: string, more: { languageId?: string; inChart?: boolean } = {}): string => {
  const source = readSource({ path, text, ...more });
  return source.kind === 'skipped' ? source.reason : source.kind;
};

describe('what a file is', () => {
  it('a manifest by its content, in YAML and JSON', () => {
    assert.equal(kindOf('a.yaml', podText('a')), 'manifest');
    assert.equal(kindOf('a.json', '{"apiVersion":"v1","kind":"Pod"}'), 'manifest');
  });

  it('other YAML is dropped before any parse', () => {
    assert.equal(kindOf('a.yaml', 'a: 1\n'), 'other');
    assert.equal(kindOf('docker-compose.yml', 'services: {}\n# apiVersion kind\n'), 'compose');
  });

  it('a Dockerfile by its name or its language', () => {
    assert.equal(kindOf('x/Dockerfile', 'FROM scratch\n'), 'dockerfile');
    assert.equal(kindOf('Untitled-1', 'FROM scratch\n', { languageId: 'dockerfile' }), 'dockerfile');
  });

  it('what is not analysed says why', () => {
    assert.match(kindOf('a.yaml', podText('a') + ' '.repeat(sizeLimit)), /larger than 2 MB/);
    assert.match(kindOf('a.yaml', `${podText('a')}\0`), /binary/);
    assert.match(kindOf('c/templates/a.yaml', podText('a'), { inChart: true }), /Helm template/);
    assert.match(
      kindOf('a.yaml', `<<<<<<< HEAD\n${podText('a')}=======\n${podText('b')}>>>>>>> x\n`),
      /merge conflict/,
    );
  });
});
