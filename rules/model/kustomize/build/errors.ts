/** Why a kustomization has no result. */

/** What Kustomize itself refuses; the message is one line for a person. */
export class KustomizeError extends Error {}

/** What Kustomize may build, and this reading cannot: remote bases, programs, charts, what is too large. */
export class UnknownError extends Error {}
