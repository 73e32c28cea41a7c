/** What the browser's own database holds, as it lies there. */

interface Item {
  data: ArrayBuffer;
  /** Epoch milliseconds of the last write. */
  at: number;
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('The database does not answer'));
  });

export async function onDisk(): Promise<Record<string, Item>> {
  const database = await answer(indexedDB.open('keukentafel'));
  const store = database.transaction('vault').objectStore('vault');
  const [names, items] = await Promise.all([
    answer(store.getAllKeys()),
    answer(store.getAll() as IDBRequest<Item[]>),
  ]);
  database.close();
  return Object.fromEntries(names.map((name, index) => [name as string, items[index]!]));
}

export const namesOnDisk = async (prefix: string): Promise<string[]> =>
  Object.keys(await onDisk()).filter((name) => name.startsWith(prefix));
