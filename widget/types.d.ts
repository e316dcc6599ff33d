/** All shapes under one roof: scripts name them as `import('../types.js').Name`. Types only; nothing here is served. */

export * from './types/api.js';
export * from './types/logic.js';
export * from './types/view.js';
