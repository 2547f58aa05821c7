// Which tab works on a draft; one tab works on one at a time. This is for noticing only: that no tab writes over
// another is the store's business.
//
// Browsers lend out locks on secure pages alone. On plain http the tabs ask each other over a channel instead.

export interface Presence {
  /** Begins to work on a draft, unless another tab does: then the answer is `false`. */
  enter(draft: string): Promise<boolean>;
  /** Begins to work on a draft in any case; the tab that did is told. */
  take(draft: string): Promise<void>;
}

/** `taken` is called when another tab takes the draft that this one works on. */
export function presence(name: string, taken: () => void): Presence {
  if (typeof navigator.locks !== "undefined") return byLocks(name, taken);
  if (typeof BroadcastChannel !== "undefined") return byChannel(new BroadcastChannel(name), taken);
  return { enter: () => Promise.resolve(true), take: () => Promise.resolve() };
}

/** How long another tab has to answer or to go away; one that slept through it finds out when it next saves. */
const PATIENCE = 400;

function byLocks(name: string, taken: () => void): Presence {
  let release: () => void = () => undefined;
  const request = (draft: string, options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      release();
      let isHeld = false;
      const hold = (): Promise<void> =>
        new Promise((over) => {
          isHeld = true;
          release = () => {
            isHeld = false;
            over();
          };
          resolve(true);
        });
      navigator.locks.request(`${name} ${draft}`, options, hold).catch((error: unknown) => {
        // It ends so when nobody let go in time, or when another tab took it from here. With any other error the
        // browser lends no locks (to a page from a file, say).
        const isAbort = error instanceof DOMException && error.name === "AbortError";
        resolve(!isAbort);
        if (isAbort && isHeld) taken();
      });
    });
  return {
    enter: (draft) => {
      // A page that is just being left, as this one before it was loaded again, takes a moment to let go.
      const waiting = new AbortController();
      setTimeout(() => waiting.abort(), PATIENCE);
      return request(draft, { signal: waiting.signal });
    },
    take: async (draft) => void (await request(draft, { steal: true })),
  };
}

interface Message {
  readonly says: "who?" | "me" | "mine now";
  readonly draft: string;
  readonly from: number;
}

function byChannel(channel: BroadcastChannel, taken: () => void): Presence {
  const me = Math.random();
  let held: string | undefined;
  let asking: ((isFree: boolean) => void) | undefined;
  const say = (says: Message["says"], draft: string): void =>
    channel.postMessage({ says, draft, from: me } satisfies Message);
  const lose = (): void => {
    held = undefined;
    if (asking === undefined) taken();
    asking?.(false);
  };
  channel.onmessage = ({ data: { says, draft, from } }: MessageEvent<Message>) => {
    if (draft !== held) return;
    // Of two tabs that ask at once one gives way.
    if (says === "who?" && (asking === undefined || me < from)) say("me", draft);
    if (says !== "who?") lose();
  };
  return {
    enter: (draft) =>
      new Promise((resolve) => {
        held = draft;
        const answered = (isFree: boolean): void => {
          if (asking === answered) asking = undefined;
          resolve(isFree);
        };
        asking = answered;
        say("who?", draft);
        setTimeout(() => answered(true), PATIENCE);
      }),
    take: (draft) => {
      held = draft;
      asking = undefined;
      say("mine now", draft);
      return Promise.resolve();
    },
  };
}
