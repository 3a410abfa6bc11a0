/** Requests to the server that are none of LSP's, with the types that both sides share. */
import type { CancellationToken } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { OwnRequests } from '../server/protocol.ts';

/** @param token ends the work when nobody waits for the answer any more. */
export function ask<M extends keyof OwnRequests>(
  client: LanguageClient,
  method: M,
  params: OwnRequests[M]['params'],
  token?: CancellationToken,
): Promise<OwnRequests[M]['result']> {
  return token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token);
}
