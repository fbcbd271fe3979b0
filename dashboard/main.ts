/** Starts the dashboard: what was chosen, where we are, who is here; then the app. */
import './shoelace.ts';
import './app-shell.ts';
import { startPreferences } from './controllers/preferences.ts';
import { startRouter } from './controllers/router.ts';
import { startViewer } from './controllers/viewer.ts';

startPreferences();
startRouter();
void startViewer();
