// Sends answers and holds each until the server has given a receipt for it. Knows nothing of the page.

import { keep, forget, kept } from './quiz-store.js';

// Older web views cannot limit a request; there the browser's own limit has to do.
const patience = () => AbortSignal.timeout?.(15000);

export class Answers {
  #attempt;
  #path;
  #token;
  #tell;
  #items = new Map();
  #retries = 0;
  #retryTimer = 0;
  #channel;

  /** @param tell called with what happened: changed(item), receipt(body), offline(bool), signedOut(bool), handedIn() */
  constructor({ attempt, path, token }, tell) {
    this.#attempt = attempt;
    this.#path = path;
    this.#token = token;
    this.#tell = tell;
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`quiz ${attempt}`) : null;
    this.#channel?.addEventListener('message', ({ data }) => this.#heard(data));
    addEventListener('online', () => this.#retryNow());
    addEventListener('focus', () => this.#retryNow());
    document.addEventListener('visibilitychange', () => document.hidden || this.#retryNow());
  }

  get token() {
    return this.#token;
  }

  add(item, version, choice, savedAt) {
    this.#items.set(item, { item, version, choice, savedAt, state: savedAt ? 'saved' : 'none', isLive: false, isSending: false });
  }

  get(item) {
    return this.#items.get(item);
  }

  get waiting() {
    return [...this.#items.values()].filter((answer) => answer.state === 'saving' || answer.state === 'waiting');
  }

  /** Takes up what an earlier page of this attempt could not deliver. */
  async replay() {
    for (const stored of await kept(this.#attempt)) {
      const answer = this.#items.get(stored.item);
      if (!answer) continue;
      if (stored.version <= answer.version && stored.choice === answer.choice) {
        forget(this.#attempt, stored.item, stored.version);
        continue;
      }
      Object.assign(answer, { version: stored.version, choice: stored.choice, state: 'waiting', isLive: false });
      this.#tell.changed(answer);
      this.#send(answer);
    }
  }

  /** A choice made just now. */
  async choose(item, choice) {
    const answer = this.#items.get(item);
    Object.assign(answer, { version: answer.version + 1, choice, state: 'saving', isLive: true });
    this.#channel?.postMessage({ item, version: answer.version, choice, state: 'saving' });
    this.#tell.changed(answer);
    // Kept before it is sent: the browser may be closed between the two.
    await keep({ attempt: this.#attempt, item, version: answer.version, choice });
    this.#send(answer);
  }

  /** Waits until nothing is under way any more, at most so long; tells how many answers are still without receipt. */
  async settle(milliseconds) {
    this.#retryNow();
    const end = performance.now() + milliseconds;
    while (this.waiting.length > 0 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return this.waiting.length;
  }

  async #send(answer) {
    if (answer.isSending) return;
    answer.isSending = true;
    try {
      while (answer.state === 'saving' || answer.state === 'waiting') {
        const { version, choice } = answer;
        const response = await this.#put(answer.item, version, choice);
        if (!await this.#take(answer, version, response)) return;
      }
    } catch {
      this.#failed(answer);
    } finally {
      answer.isSending = false;
    }
  }

  async #put(item, version, choice) {
    const put = () => fetch(`${this.#path}/answers/${item}`, {
      method: 'PUT',
      body: JSON.stringify({ version, choice }),
      headers: { 'X-Csrf-Token': this.#token, 'Content-Type': 'application/json' },
      signal: patience(),
      redirect: 'manual',
      keepalive: true,
    });
    const response = await put();
    // The page's token is older than its session: get a new one and say it again.
    return response.status === 400 && await this.#renewToken() ? put() : response;
  }

  async #renewToken() {
    const response = await fetch('/account/token', { redirect: 'manual', cache: 'no-store', signal: patience() });
    if (!response.ok) {
      this.#tell.signedOut(true);
      return false;
    }
    this.#token = (await response.json()).token;
    return true;
  }

  /** Whether the answer needs another round at once. */
  async #take(answer, version, response) {
    const body = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
    switch (true) {
      case response.status === 200:
        this.#online();
        await forget(this.#attempt, answer.item, version);
        if (answer.version === version) this.#saved(answer, body);
        this.#tell.receipt(body);
        return answer.version !== version;
      case response.status === 409:
        this.#online();
        this.#tell.receipt(body);
        return this.#outdated(answer, version, body);
      case response.status === 423:
        // The attempt goes on in another browser: what is said here now is not saved, and the page says so.
        this.#online();
        await forget(this.#attempt, answer.item, version);
        answer.state = 'refused';
        this.#tell.changed(answer);
        this.#tell.takenOver();
        return false;
      case response.status === 400 || response.status === 401 || response.type === 'opaqueredirect':
        if (response.status !== 400) this.#tell.signedOut(true);
        this.#failed(answer, false);
        return false;
      case response.status === 404 || response.status === 422:
        answer.state = 'refused';
        this.#tell.changed(answer);
        return false;
      default:
        this.#failed(answer);
        return false;
    }
  }

  #saved(answer, body) {
    Object.assign(answer, { state: body.late ? 'late' : 'saved', savedAt: body.savedAt });
    this.#channel?.postMessage({ item: answer.item, version: answer.version, choice: answer.choice, state: answer.state, savedAt: answer.savedAt });
    this.#tell.changed(answer);
  }

  // Somebody else was faster. A choice made just now is the person's last word; one that lay here while offline is not.
  async #outdated(answer, version, body) {
    if (answer.version !== version || answer.isLive) {
      answer.version = Math.max(answer.version, body.version + 1);
      await keep({ attempt: this.#attempt, item: answer.item, version: answer.version, choice: answer.choice });
      return true;
    }
    await forget(this.#attempt, answer.item, version);
    Object.assign(answer, { version: body.version, choice: body.choice, savedAt: body.savedAt, state: 'replaced' });
    this.#tell.changed(answer);
    return false;
  }

  #failed(answer, isOffline = true) {
    Object.assign(answer, { state: 'waiting', isLive: false });
    this.#tell.changed(answer);
    if (isOffline) this.#tell.offline(true);
    clearTimeout(this.#retryTimer);
    // 2, 4, 8 … 30 seconds, spread, so that a school that comes back does not come back in one second.
    const delay = Math.min(30000, 2000 * 2 ** this.#retries) * (0.75 + Math.random() / 2);
    this.#retries += 1;
    this.#retryTimer = setTimeout(() => this.#retryNow(), delay);
  }

  #online() {
    this.#retries = 0;
    this.#tell.offline(false);
    this.#tell.signedOut(false);
    this.#retryNow();
  }

  #retryNow() {
    for (const answer of this.#items.values()) {
      if (answer.state === 'waiting') this.#send(answer);
    }
  }

  // Another tab of the same attempt.
  #heard(data) {
    const answer = this.#items.get(data.item);
    if (!answer || data.version < answer.version) return;
    Object.assign(answer, { version: data.version, choice: data.choice, savedAt: data.savedAt ?? answer.savedAt, state: data.state === 'saving' ? 'elsewhere' : data.state, isLive: false });
    this.#tell.changed(answer);
  }
}
