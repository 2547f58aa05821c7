import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "./agreement/setup.ts",
    // The engine judges thousands of documents in one test, in debug builds on small machines.
    testTimeout: 120_000,
    // A test in a browser mostly waits for it: three at a time keep two processors busy.
    maxWorkers: 3,
    // Hundreds of tests in browsers on a busy machine: what fails twice is a fault; what fails once is listed as retried,
    // and waits for the wrong thing (SLOW=1 shows for which).
    retry: 1,
  },
});
