// All in distances between two seats that are side by side.
const BETWEEN_SECTIONS = 3;
const LABEL = 2.6;
const LABEL_AMONG_TINY_SEATS = 5;
const MANY = 6_000;
const BETWEEN_TIERS = 1.4;
const STAGE = 2.4;
const BEND = 0.1;
const EDGE = 1;
const WIDEST_LINE = 60;
const ROOMIEST = 18;

/**
 * Where each seat goes: sections stand in tiers before a stage, those that come first the nearest, and rows bend around it. Of all ways to part the
 * sections into tiers it takes the one with the largest seats.
 */
export function place(hall, width, tallest, roomiest = ROOMIEST) {
  if (hall.ids.length === 0) {
    return { x: [], y: [], labels: [], pitch: 0, width, height: 0, stage: { path: '', x: 0, y: 0 } };
  }
  const blocks = hall.sections.map((section) => block(section, hall.ids.length));
  let best = null;
  const most = Math.min(blocks.length, 40);
  for (let count = 1; count <= most; count++) {
    const plan = measure(part(blocks, count), width, tallest, hall.ids.length > MANY ? LABEL_AMONG_TINY_SEATS : LABEL, roomiest);
    if (best === null || plan.pitch > best.pitch * 1.04) {
      best = plan;
    }
  }
  return spread(hall, best, width);
}

/** A section in lines; very long rows go on below, so that one of them can't make all seats tiny. */
function block(section, all) {
  const widest = Math.max(WIDEST_LINE, Math.ceil(Math.sqrt(all)));
  const lines = [];
  for (const row of section.lines) {
    for (let from = 0; from < row.seats; from += widest) {
      lines.push({ first: row.first + from, seats: Math.min(widest, row.seats - from) });
    }
  }
  return { section, lines, width: lines.reduce((most, line) => Math.max(most, line.seats), 0) };
}

/** Parts the blocks, in their order, into at most so many tiers that are about equally wide. */
function part(blocks, count) {
  const breadth = (tier) => tier.reduce((sum, each) => sum + each.width, BETWEEN_SECTIONS * (tier.length - 1));
  let low = Math.max(...blocks.map((each) => each.width));
  let high = breadth(blocks);
  const fill = (limit) => {
    const tiers = [[]];
    for (const each of blocks) {
      const tier = tiers.at(-1);
      if (tier.length > 0 && breadth([...tier, each]) > limit) {
        tiers.push([each]);
      } else {
        tier.push(each);
      }
    }
    return tiers;
  };
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fill(middle).length <= count) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return fill(high).map(align);
}

/** Puts a tier's blocks side by side with its middle one, or its middle aisle, in the middle of the hall. */
function align(blocks) {
  const placed = [];
  let right = 0;
  for (const each of blocks) {
    placed.push({ ...each, left: right });
    right += each.width + BETWEEN_SECTIONS;
  }
  const middle = placed[Math.floor(placed.length / 2)];
  const centre = placed.length % 2 === 1 ? middle.left + middle.width / 2 : middle.left - BETWEEN_SECTIONS / 2;
  placed.forEach((each) => (each.left -= centre));
  return {
    blocks: placed,
    depth: Math.max(...placed.map((each) => each.lines.length)),
    half: Math.max(centre, right - BETWEEN_SECTIONS - centre),
  };
}

/** How far apart seats may be in these tiers, and what that follows from. */
function measure(tiers, width, tallest, label, roomiest) {
  const half = Math.max(...tiers.map((tier) => tier.half));
  const bend = (at) => half * 2 * BEND * (1 - (at / half) ** 2);
  const stage = Math.min(half * 0.56, 22);
  let top = STAGE;
  let highest = bend(stage) - 0.6;
  let lowest = 0;
  for (const tier of tiers) {
    top += label;
    tier.top = top;
    for (const { left, width: wide, lines } of tier.blocks) {
      const inner = left > 0 ? left : Math.max(0, -(left + wide));
      highest = Math.min(highest, top - label / 2 + bend(Math.max(-left, left + wide)));
      lowest = Math.max(lowest, top + lines.length - 1 + bend(inner));
    }
    top += tier.depth + BETWEEN_TIERS;
  }
  const pitch = Math.min(width / (2 * half + 2 * EDGE), tallest / (lowest - highest + 2 * EDGE), roomiest);
  return { tiers, label, half, bend, stage, highest, lowest, pitch };
}

function spread(hall, { tiers, label, half, bend, stage, highest, lowest, pitch }, width) {
  const x = new Float32Array(hall.ids.length);
  const y = new Float32Array(hall.ids.length);
  const labels = [];
  const across = (at) => width / 2 + at * pitch;
  const down = (at, off) => (off + bend(at) - highest + EDGE) * pitch;
  for (const { blocks, top } of tiers) {
    for (const { section, lines, left, width: wide } of blocks) {
      const middle = left + wide / 2;
      lines.forEach((line, depth) => {
        for (let i = 0; i < line.seats; i++) {
          const at = middle + i - (line.seats - 1) / 2;
          x[line.first + i] = across(at);
          y[line.first + i] = down(at, top + depth);
        }
      });
      labels.push({ section, x: across(middle), y: down(middle, top - label * 0.42), room: wide * pitch, turn: turn(middle, half) });
    }
  }
  const edge = [-stage, stage].map((at) => `${across(at).toFixed(1)} ${down(at, 0).toFixed(1)}`);
  const control = `${(width / 2).toFixed(1)} ${(2 * down(0, 0) - down(stage, 0)).toFixed(1)}`;
  return {
    x,
    y,
    // Where sections stand so close that their names would lie on each other's seats, they have none.
    labels: label * pitch < 10 ? [] : labels,
    pitch,
    width,
    height: Math.ceil((lowest - highest + 2 * EDGE) * pitch),
    stage: { path: `M${edge[0]}Q${control} ${edge[1]}`, x: width / 2, y: down(0, 0) - 8 },
  };
}

/** By how many degrees the rows are turned there. */
function turn(at, half) {
  return (Math.atan((-4 * BEND * at) / half) * 180) / Math.PI;
}
