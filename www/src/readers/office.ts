// Files that cannot be read, each with a sentence that says what to do instead.

import type { Sentence } from "../files";
import { MEGABYTE, type Reader } from "./reader";

const begins = (start: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => start[at] === byte);

/** Word's and Excel's formats of before 2007, in which WPS still saves. */
export const oldOffice: Reader = {
  limit: 64 * MEGABYTE,
  knows: (start) => begins(start, [0xd0, 0xcf, 0x11, 0xe0]),
  ending: /\.(doc|xls|wps|et|rtf)$/i,
  read: (_, name) => ({ problem: (words) => words.paste.oldOfficeFile(name) }),
};

/** A zip: Word's and Excel's formats of today, or an archive of anything. */
export const zip: Reader = {
  limit: 64 * MEGABYTE,
  knows: (start) => begins(start, [0x50, 0x4b, 3, 4]),
  ending: /\.(docx|xlsx|docm|xlsm)$/i,
  read: (bytes, name) => ({ problem: holdsOffice(bytes, name) ? office(name) : (words) => words.paste.zipFile(name) }),
};

export const pdf: Reader = {
  limit: 64 * MEGABYTE,
  knows: (start) => begins(start, [0x25, 0x50, 0x44, 0x46]),
  ending: /\.pdf$/i,
  read: (_, name) => ({ problem: (words) => words.paste.pdfFile(name) }),
};

function office(name: string): Sentence {
  return (words) => words.paste.officeFile(name);
}

/** The names of a zip's entries stand in it uncompressed, at its end once more. */
function holdsOffice(bytes: Uint8Array, name: string): boolean {
  const names = new TextDecoder("latin1").decode(bytes.slice(-65_536));
  return /word\/|xl\//.test(names) || zip.ending?.test(name) === true;
}
