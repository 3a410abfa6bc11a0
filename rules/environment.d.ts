/**
 * What every host of the rules has (Node, a browser, a web worker) but `lib: ["es2023"]` does not declare.
 * Nothing else may be added: this list is what keeps `rules/` free of Node.
 */
declare function atob(data: string): string;
declare function btoa(data: string): string;
interface AbortSignal {
  readonly aborted: boolean;
}
