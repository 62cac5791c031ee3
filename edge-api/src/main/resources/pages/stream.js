import { Problem } from './api.js';

// The server says something at least every 15 seconds.
const SILENCE = 40_000;
// At most, and any part of it: whoever loses a server at the same moment had better not come back at the same moment.
const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 20_000;

/**
 * Follows a stream of server-sent events until it is told to stop, and comes back with what it saw last whenever the stream drops.
 * Through fetch, because an EventSource can carry no token but in its address. `headers` is asked each time; `onProblem` is told of
 * refusals, most of which a listener had better stop at.
 */
export function follow(path, { on, headers = () => ({}), onState = () => {}, onProblem = () => {} }) {
  const stop = new AbortController();
  run(path, { on, headers, onState, onProblem }, stop.signal);
  return () => stop.abort();
}

async function run(path, { on, headers, onState, onProblem }, stopped) {
  let lastId = null;
  let most = FIRST_PAUSE;
  while (!stopped.aborted) {
    let least = 0;
    try {
      await once(path, { ...(lastId === null ? {} : { 'Last-Event-ID': lastId }), ...headers() }, stopped, {
        open: () => onState('live'),
        event: (name, id, data) => {
          most = FIRST_PAUSE; // Not as soon as it opens: what closes at once would be asked for ever so often.
          lastId = id ?? lastId;
          on[name]?.(JSON.parse(data));
        },
      });
    } catch (problem) {
      if (stopped.aborted) {
        return;
      }
      if (problem instanceof Problem) {
        least = (problem.told.retry_after ?? 0) * 1000;
        onProblem(problem);
      } else if (!(problem instanceof TypeError || problem instanceof DOMException)) {
        // A defect of this page; told where developers look, and the stream begins anew.
        console.error(problem);
        lastId = null;
      }
    }
    if (stopped.aborted) {
      return;
    }
    onState('reconnecting');
    await wait(least + Math.random() * most, stopped);
    most = Math.min(most * 2, LONGEST_PAUSE);
  }
}

async function once(path, more, stopped, tell) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE);
  try {
    const headers = { Accept: 'text/event-stream', ...more };
    const response = await fetch(path, { headers, cache: 'no-store', signal: AbortSignal.any([stopped, silence.signal]) });
    if (!response.ok) {
      throw await Problem.of(response);
    }
    tell.open();
    const read = reader(tell.event);
    const bytes = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let { done, value } = await bytes.read(); !done; { done, value } = await bytes.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
      read(value);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Takes text as it comes and tells each event that is complete. */
function reader(event) {
  let rest = '';
  let name = 'message';
  let id = null;
  let data = [];
  const line = (text) => {
    if (text === '') {
      if (data.length > 0) {
        event(name, id, data.join('\n'));
      }
      name = 'message';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      name = value;
    } else if (field === 'data') {
      data.push(value);
    } else if (field === 'id') {
      id = value;
    }
  };
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n/);
    rest = lines.pop();
    lines.forEach(line);
  };
}

function wait(millis, stopped) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
