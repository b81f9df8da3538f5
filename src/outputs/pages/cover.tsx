import type { PublishedImage } from '../../model/project.ts';
import { Picture } from './picture.tsx';
import type { Site } from './site.ts';

interface CoverProps {
  readonly site: Site;
  readonly image: PublishedImage;
  readonly root: string;
  readonly isLazy?: boolean;
}

/** The cover of the show or of an episode, as wide as the stylesheet makes it. */
export function Cover(props: CoverProps) {
  return <Picture class="cover" sizes="(min-width: 56rem) 13rem, 8rem" {...props} />;
}
