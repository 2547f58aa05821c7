// Where pages begin. Browsers break tables badly, and not one of those that offices use can repeat a footer with the
// number of pages, so the sheet is cut into pages here: on heights alone, without a document.

/** What a row needs: heights are counted in lines of text, because all text on the sheet has lines of one height. */
export interface Row {
  /** The lines of its tallest cell. */
  readonly lines: number;
  /** The merged cells that it lies in, outermost first. */
  readonly runs: readonly Run[];
  /** Whether the head of the grid stands above it on every page. */
  readonly isUnderHead: boolean;
}

export interface Run {
  /** Neighbouring rows with the same name share the cell. */
  readonly name: number;
  /** The lines of its text, which is repeated on every page. */
  readonly lines: number;
}

export interface Measures {
  readonly page: number;
  readonly line: number;
  /** What a row has above and below its text, with its rule. */
  readonly frame: number;
  /** The same where the sheet is set a little closer to save a page. */
  readonly closeFrame: number;
  /** The title, on the first page only. */
  readonly title: number;
  /** The repeated head of the grid. */
  readonly head: number;
  /** The block for seal and signature behind the last row. */
  readonly closing: number;
}

/** Some lines of a row, as a rule all of them. */
export interface Part {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export type Page = readonly Part[];

/** A cut row shows at least this many lines on either side. */
const FEWEST_LINES = 3;
/** A last page with less than this on it looks like a mistake. */
const LEAST_FILLED = 1 / 3;

/**
 * Every line of every row on one page, in order. Only a row taller than half a page is cut. Where little is left for the
 * last page, the rows are set closer if that saves the page, and else some rows of the page before it join them.
 */
export function paginate(rows: readonly Row[], measures: Measures): readonly Page[] {
  const pages = fill(rows, measures);
  if (pages.length < 2 || isFilled(pages, rows, measures)) return pages;
  const close = { ...measures, frame: measures.closeFrame };
  const closer = fill(rows, close);
  return closer.length < pages.length ? balanced(closer, rows, close) : balanced(pages, rows, measures);
}

/** Shortens the last page but one, line by line, until the last one has enough on it. */
function balanced(pages: readonly Page[], rows: readonly Row[], measures: Measures): readonly Page[] {
  let best = pages;
  for (let limit = measures.page; limit > measures.page / 2; limit -= measures.line) {
    if (pages.length < 2 || isFilled(best, rows, measures)) break;
    const other = fill(rows, measures, (page) => (page === pages.length - 2 ? limit : measures.page));
    if (other.length > pages.length) break;
    best = other;
  }
  return best;
}

function isFilled(pages: readonly Page[], rows: readonly Row[], measures: Measures): boolean {
  const last = pages.length - 1;
  const height = heightOf(pages[last] ?? [], last, rows, measures) + measures.closing;
  return height >= measures.page * LEAST_FILLED;
}

function fill(rows: readonly Row[], measures: Measures, limit = (_page: number) => measures.page): readonly Page[] {
  const pages: Page[] = [];
  let page: Page = [];
  const turn = () => {
    pages.push(page);
    page = [];
  };
  const fits = (parts: Page, closing = 0) =>
    heightOf(parts, pages.length, rows, measures) + closing <= limit(pages.length);

  rows.forEach(({ lines }, row) => {
    let from = 0;
    while (from < lines) {
      const rest = { row, from, to: lines, height: 0 };
      if (fits([...page, rest])) {
        page = [...page, rest];
        break;
      }
      const to = isCuttable(rows[row], measures) ? cut(rest, (part) => fits([...page, part])) : from;
      // A page of its own is all that a row can get.
      const forced = to === from && page.length === 0 && (pages.length > 0 || measures.title === 0);
      if (to > from || forced) {
        page = [...page, { ...rest, to: forced ? lines : to }];
        from = forced ? lines : to;
      }
      if (from < lines) turn();
    }
  });

  if (!fits(page, measures.closing)) {
    // The block for seal and signature takes the last row along, or the last lines of one that fills a page.
    const moved = page.slice(-1);
    page = page.slice(0, -1);
    const [last] = moved;
    if (page.length === 0 && last !== undefined && isCuttable(rows[last.row], measures)) {
      const to = Math.max(last.from + 1, last.to - FEWEST_LINES);
      page = [{ ...last, to }];
      moved[0] = { ...last, from: to };
    }
    turn();
    page = moved;
  }
  turn();
  return pages.map((parts) => stretched(parts, rows, measures));
}

function isCuttable(row: Row | undefined, { page, line }: Measures): boolean {
  return row !== undefined && row.lines * line > page / 2;
}

/** The line behind the last one that still fits; the first one if too few do. */
function cut(rest: Part, fits: (part: Part) => boolean): number {
  for (let to = rest.to - FEWEST_LINES; to >= rest.from + FEWEST_LINES; to -= 1) {
    if (fits({ ...rest, to })) return to;
  }
  return rest.from;
}

function heightOf(parts: Page, page: number, rows: readonly Row[], measures: Measures): number {
  const own = stretched(parts, rows, measures).reduce((sum, { height }) => sum + height, 0);
  const hasHead = parts.some(({ row }) => rows[row]?.isUnderHead);
  return own + (page === 0 ? measures.title : 0) + (hasHead ? measures.head : 0);
}

/** Gives every part its height: that of its lines, and more where the text of a merged cell would not fit beside. */
function stretched(parts: Page, rows: readonly Row[], { line, frame }: Measures): Page {
  const heights = parts.map(({ from, to }) => frame + line * (to - from));
  const deepest = Math.max(0, ...parts.map(({ row }) => rows[row]?.runs.length ?? 0));
  for (let level = deepest - 1; level >= 0; level -= 1) {
    let start = 0;
    while (start < parts.length) {
      const run = runOf(parts[start], rows, level);
      let end = start + 1;
      while (run !== undefined && end < parts.length && runOf(parts[end], rows, level)?.name === run.name) end += 1;
      if (run !== undefined) widen(heights, start, end, frame + line * run.lines);
      start = end;
    }
  }
  return parts.map((part, index) => ({ ...part, height: heights[index] ?? 0 }));
}

function runOf(part: Part | undefined, rows: readonly Row[], level: number): Run | undefined {
  return part === undefined ? undefined : rows[part.row]?.runs[level];
}

/** Adds evenly to some heights, in whole pixels, until they are as much together as is needed. */
function widen(heights: number[], start: number, end: number, needed: number): void {
  const missing = needed - heights.slice(start, end).reduce((sum, height) => sum + height, 0);
  for (let index = start; index < end && missing > 0; index += 1) {
    const count = end - start;
    const share = Math.floor((missing * (index - start + 1)) / count) - Math.floor((missing * (index - start)) / count);
    heights[index] = (heights[index] ?? 0) + share;
  }
}
