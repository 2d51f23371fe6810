/** When the server last heard from us, in milliseconds of this machine's clock: the session's idle time runs from here. */
let heardAt = Date.now();
const listeners = new Set<() => void>();

export function noteActivity(): void {
  heardAt = Date.now();
  listeners.forEach((listener) => listener());
}

export function lastHeardAt(): number {
  return heardAt;
}

export function onActivity(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
