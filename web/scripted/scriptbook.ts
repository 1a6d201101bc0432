/** Which script is played and from where: what the page knows of scenarios, scripts and the call so far. */
import type { CallState } from '#web/caller/call-state.ts';
import type { DirectoryClient, Scenario } from '#web/caller/directory.ts';
import { intentOf } from './intent.ts';
import type { ScriptedCall, ScriptedLineParts } from './scripted-line.ts';
import { createScripts } from './scripts.ts';
import { whereToGoOn } from './where.ts';

export interface Scriptbook {
  /** Where a call goes on by script; undefined where there is no script. `state` is the call so far. */
  readonly goOn: (scenario: string, state: CallState) => ScriptedCall | undefined;
  /** What a script needs that begins without a scenario. */
  readonly freeform: Pick<ScriptedLineParts, 'meantBy' | 'callAbout' | 'choices'>;
}

/** Fetches every script as soon as it is known which there are. */
export function createScriptbook(directory: DirectoryClient): Scriptbook {
  const scripts = createScripts();
  const scenarios = (): readonly Scenario[] => {
    const known = directory.state();
    return known.at === 'ready' ? known.scenarios : [];
  };
  const fetchAll = (): void => {
    const known = directory.state();
    if (known.at !== 'ready') return;
    const { freeform } = known;
    scripts.fetchAll([...(freeform ? [freeform.id] : []), ...known.scenarios.map(({ id }) => id)]);
  };
  directory.subscribe(fetchAll);
  fetchAll();

  const callOf = (id: string, happened: Parameters<typeof whereToGoOn>[1]) => {
    const script = scripts.find(id);
    if (script === undefined) return undefined;
    const goal = scenarios().find((scenario) => scenario.id === id)?.name ?? 'A question';
    return { script, goal, from: whereToGoOn(script, happened), done: happened.done };
  };
  return {
    goOn(scenario, { about, lines }) {
      const done = lines.flatMap((line) =>
        line.who === 'tool' && line.outcome.state === 'done' ? [line.tool] : [],
      );
      const callerSpoke = lines.some(({ who }) => who === 'caller');
      return callOf(about ?? scenario, {
        // Freeform has nothing to go on with: its one question is asked again.
        callerSpoke: callerSpoke && (about ?? scenario) !== 'freeform',
        greeted: lines.some(({ who }) => who === 'luna'),
        done,
      });
    },
    freeform: {
      meantBy(text) {
        const subjects = scenarios().map(({ id, name, shows, says = [] }) => {
          const wish = scripts.find(id)?.lines.find(({ who }) => who === 'caller');
          return { id, texts: [name, shows, ...says, wish?.text ?? '', ...(wish?.expects ?? [])] };
        });
        return intentOf(text, subjects);
      },
      callAbout: (id) => callOf(id, { greeted: true, callerSpoke: true, done: [] }),
      get choices() {
        return scenarios().map(({ id, name }) => ({ id, name }));
      },
    },
  };
}
