// Bytes to text, in the encodings that Chinese editors write.

/** The text of bytes; nothing where they are no text in any of the encodings. `declared` is what a document says of itself. */
export function decode(bytes: Uint8Array, declared?: string): string | undefined {
  const encodings = [marked(bytes) ?? "utf-8", declared ?? "", "gb18030"].filter((name) => name !== "");
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    // A zero byte stands in no text; in pictures and programs it does.
    if (text !== undefined && !text.includes("\0")) return text;
  }
  return undefined;
}

export function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function marked([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** The first bytes as text of which only what is ASCII counts, whatever the encoding. */
export function beginning(start: Uint8Array): string {
  return new TextDecoder("latin1").decode(start).replace(/[^\u0001-\u007f]/g, "");
}
