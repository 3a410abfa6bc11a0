/** Hosts in addresses, and which of them only their owner's network knows: no public authority vouches for these. */

/** @returns the host of the first address in a word, without user and port. */
export function hostIn(text: string): string | undefined {
  return /(?:https?|git):\/\/(?:[^/\s@]*@)?(\[[^[\]/\s]*\]|[^/:\s"']+)/.exec(text)?.[1];
}

/** Names without a dot, addresses, and names kept for private use. Source: RFC 6761, RFC 8375, the list of RFC 6762 appendix G, ICANN on `.internal`. */
export function isPrivateHost(host: string): boolean {
  if (host.includes('$')) return false;
  return (
    !host.includes('.') ||
    /^(?:\[|\d+\.\d+\.\d+\.\d+$)/.test(host) ||
    /\.(?:local|localdomain|localhost|internal|intranet|intra|corp|home|lan|private|test|home\.arpa)$/i.test(host)
  );
}
