/** Notes and descriptions. `html` must come from `markdownToPageHtml`, which lets nothing through that could act. */
export function Prose({ html }: { readonly html: string }) {
  return <div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
