/**
 * Storage that did not answer in time is asked again until it does. What it holds then counts, unless this page
 * has something newer; and what is over, here or in another tab, stays over.
 */
import type { RecordStorage } from '../record-storage.ts';
import { type SessionRecord, toRevoke, withoutBuried } from '../session-record.ts';

/** Milliseconds to the next question, doubled each time: a database that hangs may answer another connection. */
const firstPause = 1000;
/** The last: from here on it takes a change, or somebody who comes back to the page. */
const longestPause = 64_000;

const recovering = new WeakSet<RecordStorage>();

export async function recover(storage: RecordStorage): Promise<void> {
  const ask = () => void join(storage).catch(() => {});
  ask();
  if (recovering.has(storage)) return;
  recovering.add(storage);
  for (let pause = firstPause; pause <= longestPause; pause *= 2) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (storage.persistent) break;
    ask();
  }
  recovering.delete(storage);
}

/** However long the database takes. */
async function join(storage: RecordStorage): Promise<void> {
  for (let memory: Kept; !storage.persistent;) {
    const next = await storage.transact((kept) =>
      // Another question may have been answered first.
      storage.persistent
        ? kept
        : merged(withoutBuried(storage, kept), (memory = storage.memory), storage.kept),
    );
    if (storage.persistent) return;
    storage.kept = memory;
    // Else the next round keeps what has come meanwhile.
    if (memory !== storage.memory) continue;
    storage.kept = storage.memory = next;
    storage.persistent = true;
    storage.onChange();
  }
}

type Kept = SessionRecord | undefined;

/** `before`: what `memory` was when the two parted. */
function merged(kept: Kept, memory: Kept, before: Kept): Kept {
  if (memory === before) return kept;
  const [ours, theirs, common] = [memory?.session, kept?.session, before?.session];
  const isKnown = theirs?.sid === common?.sid;
  // The account is gone, the key included.
  if (!memory) return theirs && !isKnown ? kept : undefined;
  const ended = memory.revoking ?? [];
  // What the backend was told of meanwhile may be told again.
  const more = kept?.revoking?.filter((one) => !ended.some(({ refresh }) => refresh === one.refresh));
  const revoking = [...ended, ...(more ?? [])];
  const record = { ...(kept ?? memory), revoking };
  if (!ours) return isKnown ? { ...record, session: undefined } : record;
  // The same session: what was replaced long ago would look stolen.
  if (ours.sid === theirs?.sid)
    return ours.generation < theirs.generation ? record : { ...record, session: ours };
  // Another tab has ended or replaced it.
  if (ours.sid === common?.sid) return kept && record;
  const next = { ...record, key: memory.key, session: ours };
  return kept && theirs && !isKnown ? toRevoke(next, kept.key, theirs) : next;
}
