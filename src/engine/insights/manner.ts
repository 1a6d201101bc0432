/** How each persona puts things: the same figures, warmly, formally or like a colleague at the coffee machine. Pure. */

export interface Manner {
  readonly unclear: string;
  readonly welcome: string;
  readonly smallAnswer: string;
  readonly lost: string;
  readonly stillHere: string;
  /** What an analyst offers after figures, and after a chart. */
  readonly offers: { readonly figures: string; readonly chart: string };
  /** An answer, as this persona says it. */
  says(answer: string): string;
}

const LUNA: Manner = {
  unclear: "I'm sorry, I didn't catch that. Could you say it again?",
  welcome: "You're welcome.",
  smallAnswer: 'I only know about the calls, but those I know well.',
  lost: 'I did not understand that as a question about the calls.',
  stillHere: 'I am still here. What would you like to know?',
  offers: {
    figures: 'Shall I break that down by day?',
    chart: 'Shall I compare that with the period before?',
  },
  says: (answer) => answer,
};

const STERLING: Manner = {
  unclear: 'I beg your pardon, I did not catch that. Would you kindly say it again?',
  welcome: 'You are most welcome.',
  smallAnswer: 'I am here to report on the calls, and on nothing else.',
  lost: 'I regret that I did not understand that as a question about the calls.',
  stillHere: 'I remain at your disposal. What would you like to know?',
  offers: {
    figures: 'Would you care for a breakdown by day?',
    chart: 'Would you care for a comparison with the period before?',
  },
  says: (answer) =>
    answer.startsWith('Here is ')
      ? answer.replace('Here is ', 'I have drawn ')
      : `I can report that ${small(answer)}`,
};

const SUNNY: Manner = {
  unclear: 'Oops, I missed that. One more time?',
  welcome: 'Anytime!',
  smallAnswer: "Calls are all I've got in my head, but I know them inside out.",
  lost: "Hm, I didn't get that as a question about the calls.",
  stillHere: "Still here! What's on your mind?",
  offers: { figures: 'Want that by day?', chart: 'Want to see that next to the period before?' },
  says: (answer) =>
    `Okay, ${small(answer.replace(/^Here is /, "here's ").replaceAll(' it is ', " it's "))}`,
};

const MANNERS: Readonly<Record<string, Manner>> = { sterling: STERLING, sunny: SUNNY };

/** @param persona as in the session's instructions; whoever is unknown speaks like Luna. */
export function mannerOf(persona: string): Manner {
  return MANNERS[persona] ?? LUNA;
}

/** In the middle of a sentence; names of days and months come after "on" and "in". */
function small(sentence: string): string {
  return sentence.startsWith('I ')
    ? sentence
    : sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
