/** Paths as Go's package path reads them, and URLs as far as sprig takes them apart. */
import { strval } from '../value/print.ts';
import { type Dict, isNil, Unknown, type Value } from '../value/value.ts';
import { define, type Functions } from './function.ts';

function cleanPath(path: string): string {
  if (path === '') return '.';
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  return (rooted ? '/' : '') + kept.join('/') || (rooted ? '/' : '.');
}

/** The last part of a path, as Go's `path.Base` has it: `.` for an empty one, `/` for nothing but slashes. */
export function basePath(path: string): string {
  if (path === '') return '.';
  let end = path.length;
  while (path[end - 1] === '/') end--;
  const trimmed = path.slice(0, end);
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

const dirPath = (path: string): string => cleanPath(path.slice(0, path.lastIndexOf('/') + 1));
const extension = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? '';

function parsedUrl(text: string): Dict {
  const [, scheme = '', afterScheme = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(.*)$/s.exec(text) ?? [];
  const [beforeFragment = '', fragment = ''] = cutAt(afterScheme, '#');
  const [beforeQuery = '', query = ''] = cutAt(beforeFragment, '?');
  let [host, userinfo, path, opaque] = ['', '', beforeQuery, ''];
  if (beforeQuery.startsWith('//')) {
    const slash = beforeQuery.indexOf('/', 2);
    const authority = beforeQuery.slice(2, slash < 0 ? undefined : slash);
    const at = authority.lastIndexOf('@');
    userinfo = at < 0 ? '' : authority.slice(0, at);
    host = authority.slice(at + 1);
    path = slash < 0 ? '' : beforeQuery.slice(slash);
  } else if (scheme !== '' && !beforeQuery.startsWith('/')) [opaque, path] = [beforeQuery, ''];
  const hostname = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  return new Map<string, Value>(
    Object.entries({ fragment, host, hostname, opaque, path, query, scheme: scheme.toLowerCase(), userinfo }),
  );
}

function cutAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function joinedUrl(parts: Dict): string {
  const part = (name: string): string => {
    const value = parts.get(name);
    return isNil(value) ? '' : strval(value);
  };
  const userinfo = part('userinfo');
  const host = part('host');
  const scheme = part('scheme') === '' ? '' : `${part('scheme')}:`;
  const authority = host === '' && userinfo === '' ? '' : `//${userinfo === '' ? '' : `${userinfo}@`}${host}`;
  const path =
    authority !== '' && part('path') !== '' && !part('path').startsWith('/') ? `/${part('path')}` : part('path');
  const query = part('query') === '' ? '' : `?${part('query')}`;
  const fragment = part('fragment') === '' ? '' : `#${part('fragment')}`;
  return scheme + (part('opaque') || authority + path) + query + fragment;
}

const pathFunctions = {
  base: define('s', basePath),
  dir: define('s', dirPath),
  clean: define('s', cleanPath),
  ext: define('s', extension),
  isAbs: define('s', (path) => path.startsWith('/')),
};

/** sprig's functions on paths and addresses, by name. */
export const paths: Functions = {
  ...pathFunctions,
  osBase: pathFunctions.base,
  osDir: pathFunctions.dir,
  osClean: pathFunctions.clean,
  osExt: pathFunctions.ext,
  osIsAbs: pathFunctions.isAbs,
  urlParse: define('s', (text) =>
    /^[\w\-.~:/?#@!$&'()*+,;= [\]]*$/.test(text) ? parsedUrl(text) : new Unknown('a URL of unusual characters'),
  ),
  urlJoin: define('m', joinedUrl),
};
