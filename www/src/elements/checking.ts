// What the engine has said of the document so far, and when it is asked again.

import type { ReactiveControllerHost } from "lit";

import { carrier } from "../changes";
import { type Options, check } from "../engine";
import { carryFindings } from "../findings";
import { oneAtATime } from "../one-at-a-time";
import type { Pointer } from "../pointer";
import { type Readings, learn, targetCells, withReadings } from "../readings";
import { type Share, readingLines, shares } from "../shares";
import type { Lang, Report, Table } from "../types";

/** What is asked about, as it is now. */
export interface Asked {
  readonly table: () => Table;
  readonly options: () => Options;
}

/** What the owner does when the engine has answered, or cannot. */
export interface Heard {
  readonly answered: () => void;
  readonly failed: () => void;
}

export class Checking {
  /** The findings are at their rows' places of now, even while the report on them is still to come. */
  report: Report | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #asked: Asked;
  readonly #heard: Heard;
  /** The table that was last given to the engine. */
  #checked: Table | undefined;
  /** The table that the report is about. */
  #reported: Table | undefined;
  /** Counts the checks, because only the answer to the last one still counts. */
  #checks = 0;
  #readings: Readings = new Map();
  /** What the drawn readings were made of: they are worked out again only when it changes, and not at each key. */
  #drawnOf: readonly unknown[] = [];
  #shares: ReadonlyMap<Pointer, Share> = new Map();
  #lines: ReadonlyMap<Pointer, string> = new Map();

  constructor(host: ReactiveControllerHost, asked: Asked, heard: Heard) {
    this.#host = host;
    this.#asked = asked;
    this.#heard = heard;
  }

  /** The report, where it is of the table as it is now. */
  get reportOfNow(): Report | undefined {
    return this.#reported === this.#asked.table() ? this.report : undefined;
  }

  /** Whether the engine was given the table as it is now. */
  get isAsked(): boolean {
    return this.#checked === this.#asked.table();
  }

  hasReading(at: Pointer): boolean {
    return this.#readings.has(at);
  }

  readonly check = oneAtATime(async (answered) => {
    const table = this.#asked.table();
    this.#checked = table;
    this.#checks += 1;
    const turn = this.#checks;
    const take = (report: Report): void => {
      if (turn === this.#checks) {
        this.report = { ...report, findings: carryFindings(report.findings, carrier(table, this.#asked.table())) };
        this.#reported = table;
      }
      this.#heard.answered();
      this.#host.requestUpdate();
      answered();
    };
    try {
      take(await check(table, this.#asked.options(), take));
    } catch {
      this.#heard.failed();
    }
  });

  /** Reads some cells, or all of them. */
  async read(cells: readonly Pointer[] = targetCells(this.#asked.table())): Promise<void> {
    try {
      await learn(this.#asked.table(), cells);
      this.#readings = withReadings(this.#asked.table(), cells, this.#readings);
      this.#host.requestUpdate();
    } catch {
      // A reading is an aside; that the engine is missing is said by the check.
    }
  }

  /** The table has become another one: what is known of its rows goes with them, and the rest is asked. */
  follow(before: Table): void {
    const table = this.#asked.table();
    if (this.report !== undefined) {
      this.report = { ...this.report, findings: carryFindings(this.report.findings, carrier(before, table)) };
    }
    this.#readings = withReadings(table, targetCells(table), new Map());
    void this.check();
    void this.read();
  }

  /** The line under each cell, and how far its target goes. */
  drawn(language: Lang): { lines: ReadonlyMap<Pointer, string>; shares: ReadonlyMap<Pointer, Share> } {
    const { periods, indicators } = this.#asked.table();
    const of = [this.#readings, periods, indicators.length, language];
    if (of.some((one, index) => one !== this.#drawnOf[index])) {
      this.#drawnOf = of;
      this.#shares = shares(this.#asked.table(), this.#readings);
      this.#lines = readingLines(this.#asked.table(), this.#readings, this.#shares, language);
    }
    return { lines: this.#lines, shares: this.#shares };
  }
}
