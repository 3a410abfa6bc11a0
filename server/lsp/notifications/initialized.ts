/** `initialized`: the client is ready to be asked. The server asks to hear of files and settings, and begins. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver';
import { configurationFileName } from '../../../rules/engine/settings/configuration.ts';
import type { Notification } from '../notification.ts';
import { anything } from '../parameter-shapes.ts';

/** Files that say something of others. */
const watched = [
  '**/*.{yaml,yml,json}',
  '**/{Dockerfile,Containerfile,dockerfile,containerfile}*',
  '**/*.{Dockerfile,dockerfile,Containerfile,containerfile}',
  '**/*{.dockerignore,.containerignore}',
  '**/docker-bake*.hcl',
  '**/.env',
  '**/*.{sh,bash,conf}',
  '**/*{entrypoint,.conf.template}',
  // Programs whose folders a USER has to own.
  '**/{app,main,server,run,bot,worker,api,wsgi,asgi,__main__}.py',
  '**/{app,main,server,bot,worker}.{js,cjs,mjs}',
  `**/${configurationFileName}`,
  '**/.hadolint.{yaml,yml}',
  '**/.gitignore',
];

export const initialized: Notification = {
  method: 'initialized',
  shape: anything,
  task: 'To begin',
  async follow(session) {
    const { client, connection, tasks } = session;
    if (client.registersWatchers)
      tasks.later('To have files watched', () =>
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            ...watched.map((globPattern) => ({ globPattern })),
            // Of a folder that is gone, editors name nothing but the folder.
            { globPattern: '**/*', kind: WatchKind.Delete },
          ],
        }),
      );
    if (client.registersConfiguration)
      tasks.later('To hear of settings', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'seaworthy' }),
      );
    await session.start();
  },
};
