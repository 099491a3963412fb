/** A small store of values by name in IndexedDB, for peers that can only be kept whole. */
export class KeyValues {
  private readonly name: string;
  private database: Promise<IDBDatabase> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  async put(key: string, value: unknown): Promise<void> {
    const database = await this.open();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('values', 'readwrite', { durability: 'relaxed' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      transaction.objectStore('values').put(value, key);
    });
  }

  async get<T>(key: string): Promise<T> {
    const database = await this.open();
    return new Promise((resolve, reject) => {
      const request = database.transaction('values').objectStore('values').get(key);
      request.onsuccess = () => resolve(request.result as T);
      request.onerror = () => reject(request.error);
    });
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(this.name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('values');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return this.database;
  }
}
