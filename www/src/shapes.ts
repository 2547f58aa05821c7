// What is written in fields that the format wants in one shape, brought into it where only the way of writing differs. What
// is no such thing stays as it was typed, and the check says what is wanted.

import { type Pointer, steps } from "./pointer";
import type { MoneyUnit } from "./types";

/** The text of a field as the format writes it. */
export function shaped(at: Pointer, text: string): string {
  const [part, , member] = steps(at);
  if (at === "/applicant/creditCode") return plain(text).toUpperCase().replace(/[\s-]/g, "");
  if (part === "periods" && member === "end") return date(text);
  if (part === "indicators" && member === "weight") {
    return plain(text)
      .replace(/\s*[%分]$/, "")
      .replace(/^(\d+)\.0+$/, "$1");
  }
  return text;
}

/** 330万元 and 1,200 are amounts as well as 330, with a unit that has a field of its own. */
export function amount(text: string): { readonly wanted: string; readonly unit?: MoneyUnit } {
  const written = plain(text).replace(/^(人民币|￥|¥)\s*/, "");
  const [, digits, unit] = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(元|万元|亿元)?$/.exec(written) ?? [];
  if (digits === undefined) return { wanted: text };
  return { wanted: digits.replace(/,/g, ""), ...(unit === undefined ? {} : { unit: unit as MoneyUnit }) };
}

/** 2025年6月30日, 2025/6/30 and 2025年6月底 are days of the calendar as well as 2025-06-30. */
function date(text: string): string {
  const written = plain(text);
  const day = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(written);
  if (day !== null) return joined(day[1], day[2], day[3]);
  const month = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*[底末]前?$/.exec(written);
  if (month !== null) return joined(month[1], month[2], lastDay(Number(month[1]), Number(month[2])));
  const year = /^(\d{4})\s*年\s*[底末]前?$/.exec(written);
  return year === null ? written : joined(year[1], "12", "31");
}

function joined(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function lastDay(year: number, month: number): string {
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Full-width digits and letters are what an input method makes of ordinary ones. */
function plain(text: string): string {
  return text.normalize("NFKC").trim();
}
