export const STATUSES = ['available', 'held', 'sold', 'withheld', 'blocked'];

const CODES = new Map(STATUSES.map((status, code) => [status, code]));

/** The seats of a performance: what never changes about them, and their status; and how many places without a number are left. */
export class Hall {
  constructor(snapshot) {
    this.attributes = new Map();
    this.companions = new Map();
    this.areas = snapshot.areas ?? [];
    this.sections = [];
    this.ids = [];
    this.lines = [];
    this.lineOf = [];
    const codes = [];
    for (const area of numbered(snapshot)) {
      const section = { name: area.section, grade: area.grade, price: area.price, first: this.ids.length, lines: [], counts: STATUSES.map(() => 0) };
      for (const row of area.rows) {
        this.#row(section, row, runs(row.status, snapshot.legend), codes);
      }
      section.seats = this.ids.length - section.first;
      Object.entries(area.companions ?? {}).forEach(([wheelchair, companion]) => this.companions.set(wheelchair, companion));
      Object.entries(area.attributes ?? {}).forEach(([id, names]) => this.attributes.set(id, names));
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
      this.sections.length === numbered(snapshot).length &&
      numbered(snapshot).every((area, i) => {
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
    this.areas = snapshot.areas ?? [];
    const changed = [];
    let seat = 0;
    for (const area of numbered(snapshot)) {
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
    for (const { section, slot, left } of delta.areas ?? []) {
      const area = this.areas.find((each) => each.section === section && each.slot === slot);
      if (area) {
        area.left = left;
      }
    }
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

  /** What a seat is called, and what it costs. */
  seat(seat) {
    const line = this.line(seat);
    const { name, grade, price } = this.sections[line.section];
    return { section: name, row: line.row, number: seat - line.first + 1, grade, price, attributes: this.attributes.get(this.ids[seat]) ?? [] };
  }

  /** How many places without a number there are, and how many are left. */
  get places() {
    const sum = (of) => this.areas.reduce((all, area) => all + area[of], 0);
    return { all: sum('capacity'), left: sum('left') };
  }

  /** How many places of a section without numbered seats are left, of how many. */
  area(name) {
    const sum = (of) => this.areas.filter(({ section }) => section === name).reduce((all, area) => all + area[of], 0);
    return [sum('left'), sum('capacity')];
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

/** The sections that have seats; the others are areas. */
function numbered({ sections }) {
  return sections.filter((area) => area.rows.length > 0);
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
