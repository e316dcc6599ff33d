/** Elements from names and text nodes. Nothing parses HTML: what is received stays text. */

/** @type {import('../types.js').H} */
export const h = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value) node.setAttribute(name, value === true ? '' : `${value}`);
  for (const child of children) if (child) node.append(child);
  return node;
};

/** @type {import('../types.js').MakeButton} */
export const button = (text, attributes, press, drawing) => {
  const node = h('button', { type: 'button', ...attributes }, drawing, h('span', {}, text));
  node.addEventListener('click', press);
  return node;
};

/** A drawing that screen readers pass over: one stroke in a box of 24 by 24. @param {string} d */
export const icon = (d) => {
  const [svg, path] = ['svg', 'path'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
};
