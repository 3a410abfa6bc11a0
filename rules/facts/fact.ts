/**
 * What a document tells other documents: small plain records, without positions, so that equal facts mean nothing has to run again. Owns what
 * all kinds of facts have in common, and how a kind says what it is taken from; must not know a kind.
 */

import type { Dockerfile } from '../model/dockerfile/file.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import type { PodSecurityLevel } from '../model/kubernetes/pod-security.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { Kustomization } from '../model/kustomize/kustomization.ts';
import type { Span } from '../text/source.ts';
import type { YamlDocument } from '../yaml/tree.ts';

/** Which fact of which file it is. */
export interface FactRef {
  readonly file: string;
  readonly ordinal: number;
}

/** The object that a fact was taken from; empty words and no namespace for what is no object of Kubernetes. */
export interface Fact {
  readonly apiVersion: string;
  readonly ref: FactRef;
  readonly kind: string;
  readonly name: string;
  /** As written in metadata. */
  readonly namespace: string | undefined;
}

/** A named place of a fact. */
export interface FactPlace {
  readonly fact: { readonly ref: FactRef };
  readonly place: string;
}

/** One that explains a finding. */
export interface RelatedFact extends FactPlace {
  readonly message: string;
}

/** Named places that workspace rules point at, in offsets of the document. */
export type FactPlaces = { readonly [place: string]: Span };

/** What one place of a document tells, before the document adds whose it is. */
export interface Statement<F extends Fact> {
  readonly says: Omit<F, keyof Fact>;
  /** `name` is the place of the whole; an object's own name where it is left out. */
  readonly places?: FactPlaces;
}

/** Says which Pod Security Standard a pod meets: the strictest one, or undefined when nobody looked. */
export type CheckPodSecurity = (pod: Pod) => PodSecurityLevel | undefined;

/** A kind of fact: what it is taken from, and how. */
export interface FactSource<F extends Fact> {
  /** A patch tells it by itself; all else is told by the object that the patch is a part of. */
  readonly toldByPatches?: true;
  /** It speaks of the object as it is written, which patches are held against, not as it is deployed. */
  readonly isAsWritten?: true;
  readonly objects?: {
    /** Kinds by their names, all objects that make pods, or every object. */
    readonly of: readonly string[] | 'pods' | 'every kind';
    /** Taken from objects that lack something their kind requires, too: they exist, and may be what somebody refers to. */
    readonly evenPartial?: true;
    extract(resource: Resource, checkPodSecurity: CheckPodSecurity | undefined): readonly Statement<F>[];
  };
  /** From a document of a Compose file. */
  readonly compose?: (document: YamlDocument) => readonly Statement<F>[];
  readonly dockerfile?: (file: Dockerfile) => readonly Statement<F>[];
  /** From the document of a kustomization. */
  readonly kustomization?: (document: YamlDocument, known: Kustomization) => readonly Statement<F>[];
  /** From a file that is read for its facts alone. @returns undefined for a file that is none of this kind. */
  readonly buildContext?: (path: string, text: string) => readonly Statement<F>[] | undefined;
}

/** Where a file as a whole is meant. */
export const startOfFile: Span = { start: 0, end: 0 };
