/** A file that ppod writes for a person to go on with. */
export interface TemplateFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly contents: string | Uint8Array;
}
