// Times calls in Node and in a page alike.
import Ajv2020 from "ajv/dist/2020.js";

const ROUNDS = 15;
const CALLS_A_ROUND = 500;

/** The median over the rounds of what one call takes, in nanoseconds. Browsers' clocks are too coarse for single calls. */
export function median(call: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let count = 0; count < CALLS_A_ROUND; count++) call();
    return ((performance.now() - start) * 1e6) / CALLS_A_ROUND;
  });
  rounds.sort((one, other) => one - other);
  return rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** What `JSON.parse` and ajv take for each text: the structure only. */
export function timeAjv(schema: object, texts: readonly string[]): number[] {
  const validate = new Ajv2020({ strict: true, allErrors: false }).compile(schema);
  return texts.map((text) => {
    if (!validate(JSON.parse(text))) throw new Error(`ajv refuses a table of the annex: ${JSON.stringify(validate.errors)}`);
    return median(() => validate(JSON.parse(text)));
  });
}
