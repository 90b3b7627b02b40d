/** Faults of IndexedDB that real browsers have shown. */

export type StorageFault =
  /** A sandboxed frame or a privacy setting: open throws. */
  | 'blocked'
  /** Private windows of older browsers: open fails. */
  | 'failing'
  /** WebKit after a crash of its storage process: open never answers. */
  | 'hanging'
  /** A busy machine: open answers once it is mended. */
  | 'slow'
  /** Quota. */
  | 'full'
  /** An engine that cannot clone a key that must not leave it. */
  | 'no keys';

/** Returns what mends it. */
export function breakStorage(fault: StorageFault): () => void {
  switch (fault) {
    case 'blocked':
      return replace(IDBFactory.prototype, 'open', () => {
        throw new DOMException('Access is denied', 'SecurityError');
      });
    case 'failing':
      return replace(IDBFactory.prototype, 'open', function (this: IDBFactory, name) {
        // A version below the one that exists, or none at all, is a VersionError or a TypeError.
        const request = open.call(this, `${name}-newer`, 2);
        request.addEventListener('success', () => request.result.close());
        return open.call(this, `${name}-newer`, 1);
      });
    case 'hanging':
      return replace(IDBFactory.prototype, 'open', () => new EventTarget() as IDBOpenDBRequest);
    case 'slow': {
      const held: (() => void)[] = [];
      const mend = replace(IDBFactory.prototype, 'open', (...args) => {
        if (isOtherTab) return open.apply(indexedDB, args);
        const request = new EventTarget() as IDBOpenDBRequest;
        held.push(() => {
          const real = open.apply(indexedDB, args);
          Object.defineProperty(request, 'result', { get: () => real.result });
          for (const on of ['onupgradeneeded', 'onsuccess', 'onerror'] as const)
            real[on] = (event) => request[on]?.(event as IDBVersionChangeEvent);
        });
        return request;
      });
      return () => {
        mend();
        for (const answer of held.splice(0)) answer();
      };
    }
    case 'full':
    case 'no keys': {
      const error = fault === 'full' ? 'QuotaExceededError' : 'DataCloneError';
      return replace(IDBObjectStore.prototype, 'put', () => {
        throw new DOMException('The record cannot be stored', error);
      });
    }
  }
}

let isOtherTab = false;

/** What another tab does with its storage, which is not slow. */
export function inAnotherTab<T>(work: () => Promise<T>): Promise<T> {
  isOtherTab = true;
  try {
    return work();
  } finally {
    isOtherTab = false;
  }
}

const { open } = IDBFactory.prototype;

function replace<T, K extends keyof T>(object: T, method: K, stub: T[K]): () => void {
  const original = object[method];
  object[method] = stub;
  return () => void (object[method] = original);
}
