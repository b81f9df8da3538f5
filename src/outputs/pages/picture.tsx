import type { Illustration } from '../../model/illustrations.ts';
import type { PublishedImage } from '../../model/project.ts';
import { linkTo, type Site } from './site.ts';

interface PictureProps {
  readonly site: Site;
  readonly image: PublishedImage;
  readonly root: string;
  /** How wide it is on which screen, in the words of HTML. */
  readonly sizes: string;
  readonly class?: string;
  /** CSS pixels, where the picture is shown in another shape than its own. */
  readonly width?: number;
  readonly height?: number;
  readonly isLazy?: boolean;
}

/** A picture in the smallest form that a browser can use; in its own size where there are no copies. */
export function Picture({ site, image, root, sizes, isLazy = false, ...attributes }: PictureProps) {
  const copies = site.podcast.illustrations?.copies.get(image.path) ?? [];
  const jpegs = copies.filter(({ format }) => format === 'jpeg');
  const shown = jpegs[Math.floor(jpegs.length / 2)] ?? image;
  // Empty alternative text: the words beside it say whose picture it is.
  const img = (
    <img
      class={attributes.class}
      src={linkTo(root, shown.path)}
      srcset={jpegs.length > 0 ? sourceSet(jpegs, root) : undefined}
      sizes={jpegs.length > 0 ? sizes : undefined}
      alt=""
      width={attributes.width ?? shown.width}
      height={attributes.height ?? shown.height}
      loading={isLazy ? 'lazy' : undefined}
    />
  );
  if (copies.length === 0) return img;
  return (
    <picture>
      {(['avif', 'webp'] as const).map((format) => (
        <source
          type={`image/${format}`}
          srcset={sourceSet(
            copies.filter((copy) => copy.format === format),
            root,
          )}
          sizes={sizes}
        />
      ))}
      {img}
    </picture>
  );
}

function sourceSet(copies: readonly Illustration[], root: string): string {
  return copies.map(({ path, width }) => `${linkTo(root, path)} ${width}w`).join(', ');
}
