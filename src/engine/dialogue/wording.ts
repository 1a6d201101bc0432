/** Luna's stock sentences. Varied by a count, never by chance, so that a call can be told again. */
export const WORDING = {
  again: ["I'm sorry, I didn't catch that.", 'Sorry, I still did not get that.'],
  offerPerson: 'Would you like me to put you through to a colleague?',
  stuck: "I'm sorry, I am having trouble understanding.",
  noPerson: "I'm afraid I cannot reach a colleague right now.",
  connecting: 'Of course. I will put you through to a colleague.',
  wait: ['Of course, take your time.', 'No hurry, I am here.'],
  stillThere: ['Are you still there?', 'I cannot hear you. Are you still on the line?'],
  hangingUp: 'I cannot hear you, so I will end the call here. Please call again whenever you like.',
  afterWait: 'I am still here. Whenever you are ready.',
  offTopic: "I'm afraid I can only help with your banking.",
  otherBanking: "I'm afraid I cannot do that on this line.",
  identity: 'Before I do that, I need to check who you are.',
  yesOrNo: 'Just to be sure, please say yes or no.',
  moment: 'One moment, please.',
  neverMind: 'No problem.',
  welcome: "You're welcome.",
  who: 'I am {assistant}, the automated assistant of {bank}.',
  well: "I'm doing well, thank you for asking.",
  hello: 'Hello, I am here.',
  why: 'It helps me to make sure that nobody but you gets at your money.',
  angry: [
    "I'm sorry for the trouble, I understand that this is frustrating.",
    'I understand, and I do want to get this done for you.',
  ],
  slower: 'Of course, I will speak more slowly.',
  corrected: ['Thank you, I have changed that.', 'All right, I have corrected that.'],
  change: 'All right. What should I change?',
  declined: 'All right, I will not do that.',
  howElse: 'How else can I help you?',
  whatElse: 'Of course. What can I do for you?',
  help: 'How can I help you today?',
  goOn: "Let's go on.",
  leaveIt: 'Then let us leave that for now.',
  otherDigits: 'And the other digits?',
  year: 'And in which year?',
  day: 'And on which day and month?',
  goodbye: 'Goodbye.',
} as const;

export function pick(sentences: readonly string[], count: number): string {
  return sentences[Math.min(count, sentences.length - 1)] ?? '';
}
