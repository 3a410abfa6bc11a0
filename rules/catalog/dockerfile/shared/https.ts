/** An address by https in place of http. */
import type { Fix } from '../../../contract/finding.ts';
import { isKnownHttpsHost } from '../../../data/https-hosts.ts';
import { hostIn, isPrivateHost } from '../../../model/dockerfile/hosts.ts';
import type { TextEdit } from '../../../text/edit.ts';

/** @param url with what may stand behind it. @param edit writes the scheme. */
export function byHttps(url: string, edit: TextEdit): Fix {
  const fix = { title: 'Use https (the server has to offer it)', edits: [edit] };
  const host = hostIn(url);
  if (host === undefined) return fix;
  // Another port than 80 speaks http alone, and a private server has a certificate of its own, if any.
  const port = /^[a-z]+:\/\/(?:[^/\s@]*@)?(?:\[[^\]]*\]|[^/:\s]*):(\d+)/i.exec(url)?.[1];
  return isPrivateHost(host) || (port !== undefined && port !== '443')
    ? {
        ...fix,
        title: 'Use https',
        assumes: `${host}${port === undefined ? '' : `:${port}`} offers it, by an authority that the image knows`,
      }
    : { ...fix, untried: !isKnownHttpsHost(host) };
}
