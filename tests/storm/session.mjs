// Somebody signed in, over plain HTTP: every request is answered, or known to be without an answer.
import http from 'node:http';
import { formOf } from './pages.mjs';
import { BASES, CLIENTS, DEADLINE, pause, pick } from './setting.mjs';

const PATIENCE = 20_000;
export const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });

/** One request; never throws. Status 0: no answer, nobody knows what happened. */
function ask(base, method, path, { cookie = '', form } = {}) {
  return new Promise((resolve) => {
    const body = form ? new URLSearchParams(form).toString() : undefined;
    const headers = { host: base.host, accept: 'text/html' };
    if (cookie) headers.cookie = cookie;
    if (body !== undefined) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['content-length'] = Buffer.byteLength(body);
      headers.origin = base.origin;
      headers['sec-fetch-site'] = 'same-origin';
    }
    const request = http.request({ host: base.hostname, port: base.port, method, path, headers, agent, timeout: PATIENCE });
    const lost = () => resolve({ status: 0, headers: {}, text: '' });
    request.on('timeout', () => request.destroy());
    request.on('error', lost);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      response.on('error', lost);
      response.on('aborted', lost);
    });
    request.end(body);
  });
}

/** Waits until a server answers again. */
export async function awake(base) {
  while (Date.now() < DEADLINE) {
    const { status } = await ask(base, 'GET', '/healthz');
    if (status > 0 && status < 500) return;
    await pause(100);
  }
  throw new Error(`${base} does not answer`);
}

/** Somebody signed in; works with every server, since sessions live in the database. */
export class Session {
  cookies = new Map();
  csrf = '';
  /** The times that this person waits for. */
  waits = [];

  constructor(account) {
    this.account = account;
  }

  get base() {
    return pick(BASES);
  }

  async send(method, path, form) {
    const base = this.base;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(base, method, path, { cookie, form });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    if (answer.status === 0) await awake(base);
    return answer;
  }

  async get(path) {
    for (let tries = 0; tries < 20; tries += 1) {
      const answer = await this.send('GET', path);
      if (answer.status > 0 && answer.status < 500) return answer;
      await pause(200);
    }
    throw new Error(`GET ${path} fails again and again`);
  }

  async signIn() {
    const page = await this.get('/signin');
    const { fields } = formOf(page.text, '/signin');
    const answer = await this.send('POST', '/signin', {
      ...fields,
      email: this.account.email,
      password: this.account.password,
    });
    if (answer.status !== 303) throw new Error(`sign-in of ${this.account.email}: ${answer.status}`);
    const home = await this.get('/my/requests');
    this.csrf = formOf(home.text, '').fields.csrf ?? '';
    return this;
  }
}

export async function signInAll(accounts, many) {
  const sessions = [];
  for (let at = 0; at < many; at += 1) sessions.push(await new Session(accounts[at % accounts.length]).signIn());
  return sessions;
}
