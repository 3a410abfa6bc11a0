import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeHtml } from '../../../../../server/cli/writers/paths/html.ts';
import { report } from './formats.ts';

it('writes a page in which no name is markup', () => {
  const page = writeHtml(report);
  assert.ok(!page.includes('<b>') && !page.includes('<SYS_MODULE>'));
  assert.match(
    page,
    /<h2>Way 1 \(new\): to a node of the cluster<\/h2>\n<ol>\n<li>Anybody outside reaches pods: Pod &#60;b&#62;/,
  );
  assert.match(page, /<small>closes 1 of 1, a b\/c#1\.yaml:2<\/small>/);
  assert.match(page, /<em>assumes that the image starts as root<\/em>/);
  assert.doesNotMatch(page, /<script|https?:/);
});
