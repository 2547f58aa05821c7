// A slow machine, on any machine: with SLOW=1 whatever answers the page later than at once takes its time. A test that
// reads the page before the answer it is about, which a fast machine forgives and a busy one does not, then fails.

/** Runs in the page, before its own scripts. */
export function beSlow(): void {
  type Take = (event: Event) => void;
  /** Lets what listens to an event hear of it some time later, where it is to be late. */
  const delay = (target: object, listener: string, isLate: (target: object) => boolean): void => {
    const own = Object.getOwnPropertyDescriptor(target, listener) ?? {};
    Object.defineProperty(target, listener, {
      ...own,
      set(this: object, take: Take | null) {
        const takeLate: Take = (event) => void setTimeout(() => take?.call(this, event), 300);
        own.set?.call(this, take !== null && isLate(this) ? takeLate : take);
      },
    });
  };

  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, question: unknown) {
    setTimeout(() => postMessage.call(this, question), 600);
  } as typeof postMessage;
  // A transaction would be over before a late answer to one of its requests; its end and the opening may be late.
  delay(IDBTransaction.prototype, "oncomplete", () => true);
  delay(IDBRequest.prototype, "onsuccess", (request) => request instanceof IDBOpenDBRequest);
  const { fetch } = window;
  window.fetch = async (...request) => {
    const [answer] = await Promise.all([fetch(...request), new Promise((done) => setTimeout(done, 300))]);
    return answer;
  };
}
