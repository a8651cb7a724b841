// Answers that have no receipt yet, kept across reloads and crashes. Where the browser allows no database they live in memory only.

const memory = new Map();

function open() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('traininghub-quiz', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('answers', { keyPath: ['attempt', 'item'] });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

const database = open();

async function run(mode, work) {
  const db = await database;
  if (!db) return undefined;
  return new Promise((resolve) => {
    const transaction = db.transaction('answers', mode);
    const request = work(transaction.objectStore('answers'));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = transaction.onerror = () => resolve(undefined);
  });
}

/** @param {{attempt: string, item: number, version: number, choice: string}} answer */
export async function keep(answer) {
  memory.set(`${answer.attempt} ${answer.item}`, answer);
  await run('readwrite', (store) => store.put(answer));
}

/** Forgets the answer, unless a newer version of it has been kept meanwhile. */
export async function forget(attempt, item, version) {
  const key = `${attempt} ${item}`;
  if ((memory.get(key)?.version ?? 0) <= version) memory.delete(key);
  await run('readwrite', (store) => {
    const request = store.get([attempt, item]);
    request.onsuccess = () => {
      if (request.result && request.result.version <= version) store.delete([attempt, item]);
    };
    return request;
  });
}

export async function kept(attempt) {
  const range = () => IDBKeyRange.bound([attempt, 0], [attempt, Number.MAX_SAFE_INTEGER]);
  const stored = await run('readonly', (store) => store.getAll(range()));
  return stored ?? [...memory.values()].filter((answer) => answer.attempt === attempt);
}
