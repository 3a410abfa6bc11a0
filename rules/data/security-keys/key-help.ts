/** What a card says of a key of the security model. */
export interface KeyHelp {
  /** What it does. */
  readonly does: string;
  /** What holds where it is not written. */
  readonly unset: string;
  /** What the API server, the kubelet or the builder does with it, and what the Pod Security Standards ask of it. */
  readonly checked?: string;
  /** The version that it came with, where the table of fields does not say; left out for what is older than all that is supported. */
  readonly since?: string;
  /** Where that is written. */
  readonly source: string;
}

/** By the name of an API type and its field, such as `SecurityContext.privileged`; or of what is no type, by the kind and the keys down to it. */
export type KeyHelpTable = { readonly [key: string]: KeyHelp };
