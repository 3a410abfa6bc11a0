/** Digests of texts, for pages that name what they allow. */
import { createHash } from 'node:crypto';

/** The SHA-256 of a text in UTF-8, in base64, as content security policies name what they allow. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
