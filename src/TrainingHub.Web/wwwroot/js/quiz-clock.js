// The time left by the server's clock. The browser's own clock plays no part: only how much time passes since the server last spoke.

export class Clock {
  #left;
  #at = performance.now();
  #wall = Date.now();
  #isUp = false;

  constructor(secondsLeft, { onTick, onTimeUp, onSlept }) {
    this.#left = secondsLeft;
    const tick = () => {
      // A device that slept may have stopped performance.now(): ask the server.
      if (Math.abs((Date.now() - this.#wall) - (performance.now() - this.#at)) > 2000) {
        this.set(this.left);
        onSlept();
      }
      onTick(this.left);
      // Half a second past the deadline, so that the server agrees.
      if (!this.#isUp && this.left <= -0.5) {
        this.#isUp = true;
        onTimeUp();
      }
    };
    setInterval(tick, 500);
    tick();
  }

  get left() {
    return this.#left - (performance.now() - this.#at) / 1000;
  }

  set(secondsLeft) {
    this.#left = secondsLeft;
    this.#at = performance.now();
    this.#wall = Date.now();
    // More time was given after it had run out here.
    if (secondsLeft > 0) this.#isUp = false;
  }
}
