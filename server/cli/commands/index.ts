/** The commands of the command line, in the order of the usage text. */
import { access } from './access.ts';
import { baseline } from './baseline.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { graph } from './graph.ts';
import { images } from './images.ts';
import { lsp } from './lsp.ts';
import { mcp } from './mcp.ts';
import { paths } from './paths.ts';
import { render } from './render.ts';
import { listRules } from './rules.ts';
import { scan } from './scan.ts';

export const commands: readonly Command[] = [
  scan,
  fix,
  baseline,
  access,
  graph,
  paths,
  images,
  render,
  explain,
  listRules,
  completion(() => commands),
  lsp,
  mcp,
];
