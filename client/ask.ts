/** Requests to the server that are none of LSP's, with the types that both sides share. */
import type { LanguageClient } from 'vscode-languageclient/node';
import type { OwnRequests } from '../server/protocol.ts';

export function ask<M extends keyof OwnRequests>(
  client: LanguageClient,
  method: M,
  params: OwnRequests[M]['params'],
): Promise<OwnRequests[M]['result']> {
  return client.sendRequest(method, params);
}
