/** The user settings that every editor of ours starts with. */

/**
 * Keeps the workbench to what is looked at: no start page, no chat, no telemetry. And a text is saved only when a test saves it: an editor in a
 * browser saves by itself a second after the last keystroke, which no test that types and closes without saving outruns on a slow machine.
 */
export const plain = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off',
};
