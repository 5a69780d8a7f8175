// Turns: one thing after the other, each asked for once its forerunner is answered.

// Of what is wanted while another is on its way, the newest waits.
export class Turns {
  // ask: how to ask for a thing, as late as can be; gives the id of its answer.
  constructor(ask) {
    this.ask = ask;
    this.away = null;
    this.next = null;
  }

  get newest() {
    return this.next ?? this.away?.thing ?? null;
  }

  want(thing) {
    if (this.away) this.next = thing;
    else this.away = { thing, id: this.ask(thing) };
  }

  // What was on its way has its answer.
  answered() {
    const { away: { thing }, next } = this;
    this.away = this.next = null;
    if (next !== null) this.want(next);
    return thing;
  }
}
