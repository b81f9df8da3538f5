/** What a command says that needs all of a recording. */
export function elsewhere(address: string): string {
  return `The audio is at ${address}. Put a copy of it into media/ for the time being, and write its name at audio: in the episode.`;
}
