/** What is used of the SDK of the Model Context Protocol: a bundle of its own, since no other command needs it. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

/** What a tool answers: text, and whether it is about what went wrong. */
export interface Answer {
  readonly text: string;
  readonly isError: boolean;
}

/** A tool as a client lists it. All of them read and none writes. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: { readonly [name: string]: object };
    readonly required?: string[];
    readonly additionalProperties: false;
  };
}

/**
 * Serves tools over standard input and output until the client closes them.
 * @param call is handed the arguments as they came, and where the client says that its files are: URIs, or undefined where it does not say.
 */
export async function serve(
  info: { readonly name: string; readonly version: string; readonly instructions: string },
  tools: readonly Tool[],
  call: (
    name: string,
    args: { readonly [name: string]: unknown },
    roots: readonly string[] | undefined,
  ) => Promise<Answer>,
): Promise<void> {
  const { name, version, instructions } = info;
  const server = new Server({ name, version }, { capabilities: { tools: {} }, instructions });
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map((tool) => ({ ...tool, annotations })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const knowsRoots = server.getClientCapabilities()?.roots !== undefined;
    const roots = knowsRoots ? (await server.listRoots()).roots.map(({ uri }) => uri) : undefined;
    const { text, isError } = await call(params.name, params.arguments ?? {}, roots);
    return { content: [{ type: 'text', text }], isError };
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
