// Where the lines of a laid out text begin.

/** The place in the text of the first character of each line. */
export function lineStarts(text: Text): readonly number[] {
  const { length } = text;
  const range = document.createRange();
  /** How far down a character stands; a newline has no place of its own in some browsers. */
  const top = (index: number): number | undefined => {
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    const box = range.getClientRects()[0];
    return box === undefined ? undefined : box.top;
  };
  const isBelow = (index: number, line: number): boolean => {
    for (let at = index; at < length; at += 1) {
      const place = top(at);
      if (place !== undefined) return place > line + 1;
    }
    return true;
  };

  const starts = [0];
  let start = 0;
  for (;;) {
    const line = top(start);
    if (line === undefined) {
      // An empty line: the next one begins behind its newline.
      start += 1;
    } else {
      // First in strides that double, then by halves: most lines are short against the text.
      let near = start;
      let far = start + 1;
      while (far < length && !isBelow(far, line)) {
        near = far;
        far = start + (far - start) * 2;
      }
      far = Math.min(far, length);
      while (far - near > 1) {
        const middle = (near + far) >> 1;
        if (isBelow(middle, line)) far = middle;
        else near = middle;
      }
      start = far;
    }
    if (start >= length) return starts;
    starts.push(start);
  }
}
