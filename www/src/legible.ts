// What a finding quotes may hide characters or turn those behind it around; in a sentence they are written out.

/** Marks of direction, zero-width spaces and the like; joiners stay, for they make one emoji of several. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function legible(text: string): string {
  return text.replace(UNSEEN, (unseen) => `[U+${unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}
