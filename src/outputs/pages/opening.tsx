import type { ComponentChildren } from 'preact';

/** The head of a plain page: its title and what belongs right under it. */
export function Opening({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="opening">
      <h1 dir="auto">{title}</h1>
      {children}
    </div>
  );
}
