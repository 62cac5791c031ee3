export const STATUSES = ['available', 'held', 'sold', 'withheld', 'blocked'];

const CODES = new Map(STATUSES.map((status, code) => [status, code]));

/** The seats of a performance: what never changes about them, and their status. */
export class Hall {
  constructor(snapshot) {
    this.sections = [];
    this.ids = [];
    this.lines = [];
    this.lineOf = [];
    const codes = [];
    for (const area of snapshot.sections) {
      const section = { name: area.section, grade: area.grade, price: area.price, first: this.ids.length, lines: [], counts: STATUSES.map(() => 0) };
      for (const row of area.rows) {
        this.#row(section, row, runs(row.status, snapshot.legend), codes);
      }
      section.seats = this.ids.length - section.first;
      this.sections.push(section);
    }
    this.codes = Uint8Array.from(codes);
    this.index = new Map(this.ids.map((id, seat) => [id, seat]));
    this.count();
  }

  #row(section, row, statuses, codes) {
    const line = { section: this.sections.length, row: row.row, first: this.ids.length, seats: row.seats };
    for (let number = 1; number <= row.seats; number++) {
      this.ids.push(`${section.name}-${row.row}-${number}`);
      this.lineOf.push(this.lines.length);
      codes.push(statuses[number - 1]);
    }
    section.lines.push(line);
    this.lines.push(line);
  }

  /** Whether a map shows these very seats. */
  fits(snapshot) {
    return (
      this.sections.length === snapshot.sections.length &&
      snapshot.sections.every((area, i) => {
        const { name, lines } = this.sections[i];
        return (
          area.section === name &&
          area.rows.length === lines.length &&
          area.rows.every((row, j) => row.row === lines[j].row && row.seats === lines[j].seats)
        );
      })
    );
  }

  /** Takes over a whole map; the seats whose status is another now. */
  replace(snapshot) {
    const changed = [];
    let seat = 0;
    for (const area of snapshot.sections) {
      for (const row of area.rows) {
        for (const code of runs(row.status, snapshot.legend)) {
          if (this.codes[seat] !== code) {
            this.codes[seat] = code;
            changed.push(seat);
          }
          seat++;
        }
      }
    }
    this.count();
    return changed;
  }

  /** Takes over changes; the seats whose status is another now. */
  apply(delta) {
    const changed = [];
    for (const { seat_id: id, status } of delta.seats) {
      const seat = this.index.get(id);
      const code = CODES.get(status);
      if (seat !== undefined && code !== undefined && this.codes[seat] !== code) {
        const { counts } = this.sections[this.line(seat).section];
        counts[this.codes[seat]]--;
        counts[code]++;
        this.codes[seat] = code;
        changed.push(seat);
      }
    }
    return changed;
  }

  count() {
    for (const section of this.sections) {
      section.counts.fill(0);
      for (let seat = section.first; seat < section.first + section.seats; seat++) {
        section.counts[this.codes[seat]]++;
      }
    }
  }

  /** How many seats have a status. */
  total(status) {
    const code = CODES.get(status);
    return this.sections.reduce((sum, section) => sum + section.counts[code], 0);
  }

  line(seat) {
    return this.lines[this.lineOf[seat]];
  }

  status(seat) {
    return STATUSES[this.codes[seat]];
  }

  /** A seat in words. */
  words(seat) {
    const line = this.line(seat);
    return `Section ${this.sections[line.section].name}, row ${line.row}, seat ${seat - line.first + 1}: ${this.status(seat)}`;
  }
}

/** The statuses of a row's seats, from "a12h2a6": each letter of the legend with how many seats side by side. */
function runs(text, legend) {
  const codes = [];
  for (const [, letter, times] of text.matchAll(/([a-z])(\d+)/g)) {
    const code = CODES.get(legend[letter]) ?? CODES.get('blocked');
    for (let i = 0; i < Number(times); i++) {
      codes.push(code);
    }
  }
  return codes;
}
