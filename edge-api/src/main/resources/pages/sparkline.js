const SVG = 'http://www.w3.org/2000/svg';
const KEPT = 120;
const WIDTH = 240;
const HEIGHT = 44;

/** A figure over the last minutes, one point a second. */
export class Sparkline {
  #values = [];

  constructor(svg) {
    svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    svg.setAttribute('preserveAspectRatio', 'none');
    this.area = document.createElementNS(SVG, 'path');
    this.area.setAttribute('class', 'spark-area');
    this.line = document.createElementNS(SVG, 'path');
    this.line.setAttribute('class', 'spark-line');
    svg.replaceChildren(this.area, this.line);
  }

  get peak() {
    return Math.max(0, ...this.#values);
  }

  clear() {
    this.#values = [];
    this.#draw();
  }

  add(value) {
    this.#values.push(value);
    if (this.#values.length > KEPT) {
      this.#values.shift();
    }
    this.#draw();
  }

  #draw() {
    const most = Math.max(this.peak, 1);
    const right = KEPT - 1;
    const points = this.#values.map((value, i) => {
      const x = ((right - (this.#values.length - 1 - i)) / right) * WIDTH;
      return `${x.toFixed(1)} ${(HEIGHT - 2 - (value / most) * (HEIGHT - 6)).toFixed(1)}`;
    });
    this.line.setAttribute('d', points.length > 1 ? `M${points.join('L')}` : '');
    const first = points[0]?.split(' ')[0];
    this.area.setAttribute('d', points.length > 1 ? `M${first} ${HEIGHT}L${points.join('L')}L${WIDTH} ${HEIGHT}Z` : '');
  }
}
