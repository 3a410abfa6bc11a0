/** Where pictures of the editor are taken: a fresh copy of the examples, in a theme. Must not know what is on the pictures. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { installExtension, serve } from '../../../tools/serve.ts';
import { Workbench } from './workbench.ts';
import { desk } from './workspace-copy.ts';

/** Few colours and still edges: small pictures that do not change from run to run. */
const settings = {
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.guides.indentation': false,
  'editor.overviewRulerBorder': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

/** How the editor looks: the name of a theme of VS Code, and the width of the window in pixels. */
export interface Look {
  readonly theme: string;
  readonly width?: number;
}

/** Takes a picture of the window under a name. */
export type Picture = (name: string) => Promise<void>;

/** What pictures are taken of. `workspace` is the path of the copy, which may be written into. */
export type Scene = (bench: Workbench, picture: Picture, workspace: string) => Promise<void>;

/** Opens a fresh copy of the examples and takes pictures of a scene. @param extension path of a VSIX. @param images where the pictures go. */
export async function inTheme(
  { browser, extension, images }: { readonly browser: Browser; readonly extension: string; readonly images: string },
  { theme, width = 1280 }: Look,
  scene: Scene,
): Promise<void> {
  const shop = await desk('examples');
  await installExtension(shop.home, extension);
  const server = await serve({ home: shop.home, settings: { ...settings, 'workbench.colorTheme': theme } });
  try {
    const bench = await Workbench.open(browser, server.address(shop.workspace), width);
    const picture: Picture = async (name) => {
      await bench.page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
    };
    await scene(bench, picture, shop.workspace);
    await bench.close();
  } finally {
    await server.stop();
    await shop.clear();
  }
}
