import type { Illustration } from '../../model/illustrations.ts';
import type { PublishedImage } from '../../model/project.ts';
import { linkTo, type Site } from './site.ts';

interface CoverProps {
  readonly site: Site;
  readonly image: PublishedImage;
  readonly root: string;
  readonly isLazy?: boolean;
}

/** As wide as the stylesheet makes covers. */
const sizes = '(min-width: 56rem) 13rem, 8rem';

/** A cover in the smallest form that a browser can use; in its own size where there are no copies. */
export function Cover({ site, image, root, isLazy = false }: CoverProps) {
  const copies = site.podcast.illustrations?.copies.get(image.path) ?? [];
  const jpegs = copies.filter(({ format }) => format === 'jpeg');
  const shown = jpegs[Math.floor(jpegs.length / 2)] ?? image;
  // Empty alternative text: the cover says what the page's title says.
  const img = (
    <img
      class="cover"
      src={linkTo(root, shown.path)}
      srcset={jpegs.length > 0 ? sourceSet(jpegs, root) : undefined}
      sizes={jpegs.length > 0 ? sizes : undefined}
      alt=""
      width={shown.width}
      height={shown.height}
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
