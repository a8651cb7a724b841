// Tells how a contest stands: one feed for all tabs of a browser, by server-sent events, and where those do not get through by asking again and again.

const heartbeat = 2000;
const patience = 3 * heartbeat;
const mostFailures = 3;

/** @param tell called with state(view), count(numbers) and connection(isOnline) */
export function follow({ code, role }, tell) {
  const path = `/contests/${code}`;
  const query = role ? `role=${role}` : '';
  const name = Math.random().toString(36).slice(2);
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`contest ${code} ${role ?? ''}`) : null;
  let claim = 0;
  let heard = performance.now();
  let source = null;
  let polling = 0;
  let failures = 0;
  let known = -1;
  let isOver = false;

  function take(message) {
    if (message.event === 'state') {
      if (message.data.number < known) return;
      known = message.data.number;
      tell.state(message.data);
      // Nothing comes after the end but what the hall does with it.
      if (message.data.phase === 'Finished' && !role) {
        isOver = true;
        rest();
      }
    } else if (message.event === 'count') {
      tell.count?.(message.data);
    } else {
      tell.connection(message.data);
    }
  }

  function pass(event, data) {
    take({ event, data });
    channel?.postMessage({ name, claim, event, data });
  }

  function open() {
    source?.close();
    source = new EventSource(`${path}/feed?${query}`);
    for (const event of ['state', 'count']) {
      source.addEventListener(event, ({ data }) => {
        failures = 0;
        pass(event, JSON.parse(data));
      });
    }
    source.addEventListener('open', () => pass('connection', true));
    source.addEventListener('error', () => {
      pass('connection', false);
      failures++;
      if (failures > mostFailures || !('EventSource' in globalThis)) {
        source.close();
        poll(++polling);
      } else if (source.readyState === EventSource.CLOSED) {
        setTimeout(() => claim && open(), 500 + Math.random() * 5000);
      }
    });
  }

  async function poll(turn) {
    let after = -1;
    while (claim && turn === polling) {
      try {
        const response = await fetch(`${path}/state?${query}&after=${after}`, { cache: 'no-store' });
        if (!response.ok) throw new Error(String(response.status));
        const view = await response.json();
        after = view.number;
        pass('connection', true);
        pass('state', view);
      } catch {
        pass('connection', false);
        await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 5000));
      }
    }
  }

  function lead() {
    if (claim || isOver) return;
    claim = Date.now();
    failures = 0;
    channel?.postMessage({ name, claim, event: 'lead' });
    if ('EventSource' in globalThis) {
      open();
    } else {
      poll(++polling);
    }
  }

  function rest() {
    claim = 0;
    polling++;
    source?.close();
    source = null;
  }

  channel?.addEventListener('message', ({ data }) => {
    if (claim && (data.claim < claim || (data.claim === claim && data.name < name))) return;
    if (claim) rest();
    heard = performance.now();
    if (data.event !== 'lead') take(data);
  });

  // The tab that is looked at leads: timers of the others may sleep.
  document.addEventListener('visibilitychange', () => document.hidden || lead());
  addEventListener('online', () => {
    if (claim) {
      rest();
      lead();
    }
  });
  setInterval(() => {
    if (claim) {
      channel?.postMessage({ name, claim, event: 'lead' });
    } else if (performance.now() - heard > patience) {
      lead();
    }
  }, heartbeat);
  // What another tab was told before this one opened, this one has to ask for itself.
  lead();
}
