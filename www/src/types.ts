// The generated types, with names for the words that they write out.

import type { Finding, Report, Summary } from "./generated/report";
import type { Indicator, Period, Support } from "./generated/table";

export type { Reading } from "./generated/reading";
export type { Finding, Report, Summary } from "./generated/report";
export type { Indicator, Period, Support, Table } from "./generated/table";

export type Lang = Report["lang"];
export type Severity = Finding["severity"];
export type Verdict = Summary["verdict"];
export type Category = Indicator["category"];
export type Dimension = Indicator["dimension"];
export type MoneyUnit = Support["unit"];
export type PeriodKind = Period["kind"];
