// Starts without a network: a service worker keeps the page. On plain http browsers have none, and nothing is kept.

/** Fired at the window when a newer version has arrived, which begins when the page is loaded again. */
export const NEW_VERSION = "tt-new-version";

export async function keepForOffline(): Promise<void> {
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register("service-worker.js", { updateViaCache: "none" });
    tell(registration.waiting);
    tell(registration.installing);
    registration.addEventListener("updatefound", () => tell(registration.installing));
  } catch {
    // Refused by the browser's settings or by the server: the page works as it did, with a network.
  }
}

/** The very first version waits for nobody, and is no news either. */
function tell(worker: ServiceWorker | null): void {
  if (worker === null || navigator.serviceWorker.controller === null) return;
  if (worker.state === "installed") window.dispatchEvent(new Event(NEW_VERSION));
  else worker.addEventListener("statechange", () => tell(worker), { once: true });
}
