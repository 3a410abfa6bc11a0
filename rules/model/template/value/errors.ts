/** What goes wrong in a template: Go's own errors, and the bounds that stop what Go would not stop. */

/** An error of a function or of the evaluation, in the words of Go where these are known. */
export class GoError extends Error {}

/** An error with its place: the template's name and the UTF-16 offset in its text. */
export class TemplateError extends Error {
  readonly template: string;
  readonly offset: number;

  constructor(message: string, template: string, offset: number) {
    super(message);
    this.template = template;
    this.offset = offset;
  }
}

/** A bound was reached; the file is given up. It is no error of the template's. */
export class LimitError extends Error {}

/** What cannot be said without a cluster, a clock or chance, where a single value cannot stand for it. */
export class UnknownError extends Error {}
