/** Registers <lems-chat>: the one script that a page includes. */

import { LemsChat } from './element.js';
// Asked for here already, to travel beside element.js and not after it.
import './dom.js';
import './styles.js';
import './texts.js';

if (!customElements.get('lems-chat')) customElements.define('lems-chat', LemsChat);
