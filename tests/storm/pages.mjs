// Reading the app's pages as their HTML says them: forms, links, the times that can be chosen.

export const plain = (text) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

function attributes(tag) {
  const found = {};
  for (const [, name, , a, b] of tag.matchAll(/([a-z-]+)(=(?:"([^"]*)"|'([^']*)'))?/gi)) found[name.toLowerCase()] ??= plain(a ?? b ?? '');
  return found;
}

/** The POST forms whose action ends so, filled in as a hurried person would. */
export function formsOf(html, actionEnd) {
  const all = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head, body]) => ({ ...attributes(head), body }));
  const meant = all.filter(({ method, action }) => method?.toLowerCase() === 'post' && action.endsWith(actionEnd));
  return meant.map(({ action, body }) => ({ action, fields: fieldsOf(body) }));
}

/** The first of them. */
export const formOf = (html, actionEnd) => formsOf(html, actionEnd)[0] ?? { action: '', fields: {} };

function fieldsOf(body) {
  const fields = {};
  let select;
  for (const [, kind, text] of body.matchAll(/<(input|textarea|select|option)\b([^>]*)>/g)) {
    const tag = attributes(text);
    if (kind === 'select') {
      select = tag.name;
    } else if (kind === 'option') {
      if (select && (fields[select] === undefined || 'selected' in tag) && tag.value) fields[select] = tag.value;
    } else if (kind === 'textarea') {
      fields[tag.name] = '嵐の試験 storm';
    } else if (tag.type === 'radio') {
      fields[tag.name] ??= tag.value;
    } else if (tag.type === 'checkbox') {
      fields[tag.name] = tag.value || 'on';
    } else if (tag.name) {
      fields[tag.name] = tag.type === 'text' || !tag.type ? tag.value || '26am0000001' : (tag.value ?? '');
    }
  }
  return fields;
}

export function links(html, pattern) {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => plain(href)).filter((href) => pattern.test(href));
}

/** The times that a resource's page offers, and how long they may be. */
export const startsOf = (html) =>
  [...html.matchAll(/<input\b([^>]*)>/g)]
    .map(([, text]) => attributes(text))
    .filter((tag) => tag.name === 'start' && tag.value && !('disabled' in tag))
    .map((tag) => tag.value);
export const lengthsOf = (html) => optionsOf(html, 'len');

/** What a select of this name offers. */
export const optionsOf = (html, name) => {
  const select = html.match(new RegExp(`<select[^>]*name="${name}".*?</select>`, 's'))?.[0] ?? '';
  return [...select.matchAll(/value="([^"]+)"/g)].map(([, value]) => plain(value));
};
