import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/add-for-local-file.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('files and folders of the context')(debian`
    ADD . /app
    #<-- add-for-local-file 💡
    ADD ["a b", "/c"]
    #<-- add-for-local-file 💡
  `);

  clean('what only ADD can do (checkov CKV_DOCKER_4 flags every ADD)')(debian`
    ADD rootfs.tar.gz /
    ADD rootfs.gz /
    ADD ["layers/base.XZ", "/"]
    ADD app.conf rootfs.zst /
    ADD https://example.com/x /x
    ADD git@github.com:example/x.git /x
    ADD --unpack=true bundle /x
  `);

  clean('a source that only the build knows')(debian`
    ARG SOURCE
    ADD $SOURCE /x
  `);

  fix('keeps flags and the case of the keyword')(dockerfile`
      FROM debian:13-slim
    - add --chown=1:1 a.conf /b
    + copy --chown=1:1 a.conf /b
  `);

  for (const source of [
    'package.json',
    '.',
    'src/',
    './config/*.yaml',
    '.npmrc',
    'Gemfile',
    'app.jar',
    '"a b.sh"',
    '$ROOT/a.txt',
  ])
    it(`${source} cannot be an archive: COPY does the same`, () => {
      assert.deepEqual(fixesOf(`ADD ${source} /app/`), [{ title: 'Use COPY', assumes: false }]);
    });

  for (const source of ['rootfs', 'app-*', 'base.img', 'rails-8.0.gem', '$FILE'])
    it(`${source} may be an archive whatever its name: a person decides`, () => {
      const [fix] = fixesOf(`ADD ${source} /`);
      assert.match(fix?.title ?? '', /^Use COPY \(if no tar archive is called /);
      assert.equal(fix?.assumes, true);
    });
});

function fixesOf(line: string): { title: string; assumes: boolean }[] {
  const text = `FROM debian:13-slim\nARG FILE=app.conf\nENV ROOT=/src\n${line}\n`;
  const scope = new Scope([rule], { language: 'dockerfile', text });
  return scope.findings
    .flatMap((finding) => scope.fixes(finding))
    .flatMap((fix) => ('edits' in fix ? [{ title: fix.title, assumes: fix.assumes }] : []));
}
