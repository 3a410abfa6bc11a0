/** The documents that rules name as standards: their titles, and how each calls its controls. Pages and reports take them from here. */
import type { Standard } from './rule.ts';

/** A document whose controls rules answer. */
export interface StandardDocument {
  /** With its version, where rules count its sections. */
  readonly title: string;
  /** @returns the control of the document that a rule's standard names; undefined for those of other documents, and where the document numbers none. */
  control(standard: Standard): string | undefined;
}

const pss = (level: 'baseline' | 'restricted'): StandardDocument['control'] => {
  return (standard) => (standard.standard === 'pss' && standard.level === level ? standard.control : undefined);
};

/** By the name that the code uses; in the order of pages and reports. */
export const standardDocuments = {
  baseline: { title: 'Pod Security Standards, baseline', control: pss('baseline') },
  restricted: { title: 'Pod Security Standards, restricted', control: pss('restricted') },
  'cis-kubernetes': {
    title: 'CIS Kubernetes Benchmark 1.12',
    control: (standard) => (standard.standard === 'cis-kubernetes' ? standard.section : undefined),
  },
  'cis-docker': {
    title: 'CIS Docker Benchmark 1.7',
    control: (standard) => (standard.standard === 'cis-docker' ? standard.section : undefined),
  },
  nsa: { title: 'NSA/CISA Kubernetes Hardening Guide', control: () => undefined },
} as const satisfies { readonly [name: string]: StandardDocument };
