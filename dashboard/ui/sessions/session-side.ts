/** What stands beside a transcript and loads after it: the conversation itself is on screen first. */
import './earlier-sessions.ts';
import './message-flag.ts';
import '../reviews/review-panel.ts';
import '../replays/run-again.ts';
import './session-deliveries.ts';
import './session-facts.ts';
import './session-labels.ts';
import './session-notes.ts';
