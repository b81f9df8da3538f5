/** The folder name of an episode: its file name without folder, extension and a leading `YYYY-MM-DD-`. */
export function slugOf(file: string): string {
  const name = stemOf(file).replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '');
  return name.normalize('NFC');
}

/** The file name without its folder and its `.md`. */
export function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
