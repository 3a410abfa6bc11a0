/** What is used of `@vscode/vsce`, which ships no types. */
declare module '@vscode/vsce' {
  interface CreateOptions {
    /** The extension's folder. */
    readonly cwd: string;
    /** The file to write. */
    readonly packagePath: string;
    /** Whether node_modules are packed; a bundled extension needs none. */
    readonly dependencies: boolean;
    readonly allowMissingRepository: boolean;
    /** False leaves relative links of the README as they are; true needs a public repository address. */
    readonly rewriteRelativeLinks: boolean;
  }
  export function createVSIX(options: CreateOptions): Promise<void>;
}
