/** Keeps a preview's session for as long as it is looked at: neither the database nor another tab hears of it. */
import { RecordStorage } from '../session/record-storage.ts';
import type { SessionRecord } from '../session/session-record.ts';

export class PreviewStorage extends RecordStorage {
  constructor(record: SessionRecord) {
    super('');
    this.memory = record;
  }

  override bury(): void {}

  override isBuried(): boolean {
    return false;
  }

  override async update<T extends SessionRecord | undefined>(
    change: (current: SessionRecord | undefined) => T,
  ): Promise<T> {
    return (this.memory = change(this.memory)) as T;
  }
}
