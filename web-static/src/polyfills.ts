/**
 * The only two built-ins that our bundle needs and our oldest browsers lack: queueMicrotask (Safari before 12.1,
 * used by Preact 11) and Object.fromEntries (Chrome 72, Safari before 12.1). Imported first by every entry.
 */
const holder = window as unknown as { queueMicrotask?: (task: () => void) => void };

if (typeof holder.queueMicrotask !== 'function') {
  holder.queueMicrotask = (task) => {
    Promise.resolve()
      .then(task)
      .catch((error) =>
        setTimeout(() => {
          throw error;
        }),
      );
  };
}

if (typeof Object.fromEntries !== 'function') {
  (Object as { fromEntries?: unknown }).fromEntries = (entries: Iterable<[string, unknown]>) => {
    const object: Record<string, unknown> = {};
    for (const [key, value] of entries) object[key] = value;
    return object;
  };
}

export {};
