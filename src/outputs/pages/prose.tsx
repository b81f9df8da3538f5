interface ProseProps {
  /** From `markdownToPageHtml`, which lets nothing through that could act. */
  readonly html: string;
  /** Whether the same words stand on many pages, so that no search need find them. */
  readonly isStanding?: boolean;
}

/** Notes and descriptions. */
export function Prose({ html, isStanding = false }: ProseProps) {
  return <div class={isStanding ? 'prose standing' : 'prose'} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
