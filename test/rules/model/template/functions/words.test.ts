/** What Helm 4.3.1's engine makes of each template, in one table. */
import { facts } from '../../../../harness/render.ts';

const values = `s: Hello World
num: 42
f: 1.5
big: 1234567
t: true
l: [b, a, c]
m: {b: 2, a: 1, c: {d: x}}
nul: null
u: héllo ✓
`;

facts('words', values, [
  ['title "hello-world foo_bar"', 'Hello-World Foo_bar'],
  ['untitle "Hello World"', 'hello world'],
  ['snakecase "FooBarHTTPServer"', 'foo_bar_http_server'],
  ['snakecase "http2xx Bld4Floor"', 'http_2xx_bld4_floor'],
  ['kebabcase "fooBar_baz 2x"', 'foo-bar-baz-2x'],
  ['camelcase "foo-bar_baz"', 'FooBarBaz'],
  ['camelcase "HTTP_server"', 'HttpServer'],
  ['wrap 5 "aaa bbb ccccccc"', 'aaa\nbbb\nccccccc'],
  ['wrapWith 3 "|" "aaaaaa b"', 'aaa|aaa|b'],
]);
