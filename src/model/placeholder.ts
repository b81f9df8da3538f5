/**
 * The mark inside the cover and the audio that `ppod init` puts where real ones will be: a text of this name in the PNG,
 * a tag of this name in the MP3. Programs drop it when they save the file anew.
 */
export const placeholderMark = 'ppod-placeholder';
