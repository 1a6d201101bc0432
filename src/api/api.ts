/** The door of `api/`: what the page asks for over HTTP. */
export { openFigures } from './figures-door.ts';
export { openMachineDoor } from './machine-door.ts';
export { openScripts } from './scripts-door.ts';
export { scriptSpeech } from './script-speech.ts';
export { scriptOf } from './scripts.ts';
export { openVoiceTest } from './voice-test.ts';
