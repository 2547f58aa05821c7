// Times calls in Node and in a page alike.
import Ajv2020 from "ajv/dist/2020.js";

const ROUNDS = 51;
/** Long enough for a browser's coarse clock, and short enough that most rounds run undisturbed on a busy machine. */
const ROUND_MILLISECONDS = 5;

/** The median over the rounds of what one call takes, in nanoseconds. */
export function median(call: () => unknown): number {
  let calls = 1;
  // Doubling warms up the engine's compilers as well.
  while (milliseconds(calls, call) < ROUND_MILLISECONDS) calls *= 2;
  const rounds = Array.from({ length: ROUNDS }, () => (milliseconds(calls, call) * 1e6) / calls);
  rounds.sort((one, other) => one - other);
  return rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

function milliseconds(calls: number, call: () => unknown): number {
  const start = performance.now();
  for (let count = 0; count < calls; count++) call();
  return performance.now() - start;
}

/** What `JSON.parse` and ajv take for each text: the structure only. */
export function timeAjv(schema: object, texts: readonly string[]): number[] {
  const validate = new Ajv2020({ strict: true }).compile(schema);
  return texts.map((text) => {
    if (!validate(JSON.parse(text))) throw new Error(`ajv refuses a table of the annex: ${JSON.stringify(validate.errors)}`);
    return median(() => validate(JSON.parse(text)));
  });
}
