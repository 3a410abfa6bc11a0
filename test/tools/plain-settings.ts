/** The user settings that every editor of ours starts with. */

/** Keeps the workbench to what is looked at: no start page, no chat, no telemetry. */
export const plain = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
};
