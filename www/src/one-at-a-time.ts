/**
 * A task that is not begun again before it has answered: whoever asks meanwhile shares the one run that comes after, so
 * that fast typing never makes a queue of checks.
 */
export function oneAtATime(task: (answered: () => void) => Promise<void>): () => Promise<void> {
  let isBusy = false;
  let free: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    isBusy = true;
    let answered = (): void => {};
    free = new Promise((resolve) => {
      answered = () => {
        isBusy = false;
        resolve();
      };
    });
    return task(answered).finally(answered);
  };
  return () => {
    if (!isBusy) return begin();
    next =
      next ??
      free.then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
