/**
 * Every part of Shoelace that the dashboard uses, and where its icons come from. Nothing else imports Shoelace, so
 * that what it weighs can be seen here.
 */
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/dropdown/dropdown.js';
import '@shoelace-style/shoelace/dist/components/icon/icon.js';
import '@shoelace-style/shoelace/dist/components/icon-button/icon-button.js';
import '@shoelace-style/shoelace/dist/components/menu/menu.js';
import '@shoelace-style/shoelace/dist/components/menu-item/menu-item.js';
import '@shoelace-style/shoelace/dist/components/skeleton/skeleton.js';
import '@shoelace-style/shoelace/dist/components/tooltip/tooltip.js';
// What its parts say themselves, such as "Close"; another language's build takes that language's file.
import '@shoelace-style/shoelace/dist/translations/en.js';
import { registerIconLibrary } from '@shoelace-style/shoelace/dist/utilities/icon-library.js';
import { systemIcons } from './ui/icons.ts';

/** The sprite's address with the hash of its content, put in by the build. */
declare const ICONS_URL: string;

const spriteSheet = true;
registerIconLibrary('default', { spriteSheet, resolver: (name) => `${ICONS_URL}#${name}` });
registerIconLibrary('system', {
  spriteSheet,
  resolver: (name) => `${ICONS_URL}#${systemIcons[name] ?? name}`,
});

/** Parts that the list does without load with whoever shows them. */
export const loadDialog = () =>
  Promise.all([
    import('@shoelace-style/shoelace/dist/components/dialog/dialog.js'),
    import('./controllers/dialog-focus.ts'),
  ]);
export const loadInput = () => import('@shoelace-style/shoelace/dist/components/input/input.js');
export const loadSwitch = () => import('@shoelace-style/shoelace/dist/components/switch/switch.js');
