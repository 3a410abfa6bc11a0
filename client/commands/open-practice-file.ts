/** The file of the walkthrough: a manifest with believable flaws, opened without being saved. */
import * as vscode from 'vscode';
import type { Command } from './command.ts';

const manifest = `# A file to practise on. It is saved nowhere.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: storefront
spec:
  selector:
    matchLabels:
      app: storefront
  template:
    metadata:
      labels:
        app: storefront
    spec:
      containers:
        - name: web
          image: nginx
          securityContext:
            privileged: true
            capabilities:
              drop: [all]
          env:
            - name: DATABASE_PASSWORD
              value: harbour-lantern-42
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: storefront
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: ["*"]
`;

export const openPracticeFile: Command = {
  id: 'seaworthy.openPracticeFile',
  async run() {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: manifest });
    await vscode.window.showTextDocument(document, { preview: false });
  },
};
