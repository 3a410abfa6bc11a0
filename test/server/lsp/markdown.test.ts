import assert from 'node:assert/strict';
import { it } from 'node:test';
import { markdown } from '../../../server/lsp/markdown.ts';

it('makes no markup of what a file says', () => {
  for (const [text, shown] of [
    ['![x](https://example.com/x.png)', '\\!\\[x\\](https\\://example.com/x.png)'],
    ['[a](command:x) <img src=x> `b` *c* _d_', '\\[a\\](command:x) \\<img src=x\\> \\`b\\` \\*c\\* \\_d\\_'],
    ['x\n\n# heading', 'x\\\\n\\\\n# heading'],
    ['# a', '\\# a'],
    ['1. a', '1\\. a'],
    ['www.example.com a@example.com', 'www\\.example.com a\\@example.com'],
    ['https://user:hunter2@example.com', 'https\\://\\*\\*\\*\\@example.com'],
    ['Container web-1 (nginx:1.29) is privileged.', 'Container web-1 (nginx:1.29) is privileged.'],
  ] as const)
    assert.equal(markdown(text), shown);
});
