/** How callers say what is no answer: they want a person, a moment, the question again, or just to be friendly. */
export type Act =
  | 'repeat'
  | 'slower'
  | 'wait'
  | 'unknown'
  | 'person'
  | 'goodbye'
  | 'never-mind'
  | 'thanks'
  | 'hello'
  | 'who'
  | 'how-are-you'
  | 'capabilities'
  | 'why'
  | 'angry'
  | 'off-topic'
  | 'other-banking'
  /** Banking that no scenario is about. */
  | 'beyond';

/** Written one after the other, parted by strokes. */
function phrases(...rows: readonly string[]): readonly string[] {
  return rows.flatMap((row) => row.split('|'));
}

/** Whole words in a row, lower case, contractions opened. */
export const ACT_PHRASES: Readonly<Record<Act, readonly string[]>> = {
  person: phrases(
    'real person|a person|a human|human being|an agent|agent please|live agent|representative',
    'operator|speak to someone|talk to someone|speak with someone|talk with someone',
    'speak to somebody|talk to somebody|customer service|speak to a|talk to a|speak with a',
    'talk with a|your manager|a manager|your supervisor|a supervisor|a specialist|an adviser',
    'an advisor|a colleague|put me through|transfer me|connect me',
  ),
  repeat: phrases(
    'repeat|say that again|say it again|say again|come again|pardon|what did you say',
    'did not hear|did not catch|did not get that|what was that|once more please',
    'did not understand|excuse me|what do you mean|sorry what|what was the question',
  ),
  slower: phrases(
    'slower|slow down|slowly|too fast|so fast|not so fast|talking fast|speaking fast',
  ),
  wait: phrases(
    'wait|hold on|hang on|one moment|a moment|just a second|one second|a sec|a minute',
    'let me get|let me find|let me look|let me check|let me see|let me think|bear with me',
    'give me a|stop|be quiet|shut up',
  ),
  unknown: phrases(
    'do not know|not sure|no idea|do not have|cannot remember|do not remember|forgot',
    'forgotten|no clue|cannot see|cannot tell|do not recall|cannot find it',
  ),
  goodbye: phrases(
    'goodbye|bye|good bye|that is all|that will be all|that is everything|nothing else',
    'that was all|hang up|i am done|we are done|see you|have a nice day|have a good day',
    'nothing more|i am good',
  ),
  'off-topic': phrases(
    'weather|joke|president|football|pizza|song|sing|recipe|poem|election|horoscope',
    'restaurant|flight|story|politics|homework|translate|soccer|baseball|basketball',
    'meaning of life|what time is it|bitcoin|lottery',
  ),
  'other-banking': phrases(
    'loan|mortgage|balance|transfer money|transfer some money|wire|password|interest rate',
    'credit limit|credit score|dispute|charge|savings|fee|refund|activate|lost my card',
    'block my card',
  ),
  beyond: phrases(
    'statement|overdraft|direct debit|standing order|investment|invest|stocks|open an account',
    'open a new account|close my account|insurance|change my address|new address|checkbook',
    'check book|exchange rate|foreign currency|branch|tax form',
  ),
  who: phrases(
    'who are you|what are you|are you a robot|are you a machine|are you a computer',
    'are you human|are you real|are you a real|is this a recording|is this a robot',
    'are you an ai|your name|am i talking to|am i speaking to',
  ),
  'how-are-you': phrases(
    'how are you|how is it going|how are things|how do you do|how is your day|what is up',
  ),
  capabilities: phrases(
    'what can you do|what do you do|what can i do here|what are my options|how can you help',
    'what can you help|need help|need some help|help me',
  ),
  why: phrases(
    'why do you need|why do you want|why do you ask|why should i|what do you need that for',
    'what is it for|what for|is that necessary|is this necessary|is this safe|is that safe',
  ),
  angry: phrases(
    'stupid|idiot|useless|ridiculous|unacceptable|terrible|horrible|awful|worst|damn|damn it',
    'dammit|hell|shit|bullshit|fuck|fucking|crap|hate you|hate this|fed up|sick of this',
    'sick and tired|angry|furious|you are not listening|you do not understand|waste of time',
    'wasting my time|i already told you|i already said',
  ),
  'never-mind': phrases(
    'never mind|forget it|forget about it|forget that|changed my mind|do not want to',
    'do not want that|cancel that|cancel it|leave it|scratch that',
  ),
  thanks: phrases('thank you|thanks|cheers|much appreciated'),
  hello: phrases('hello|hi|hey|good morning|good afternoon|good evening|are you there'),
};

/** What follows takes the place of what was said before. */
export const CORRECTING = phrases(
  'no|i meant|i mean|sorry|actually|wrong|not|correction|mistake|rather|wait|instead',
  'make it|make that|change it|change that|change the|should be',
);

/** Says plainly that the answer before was wrong. */
export const TAKING_BACK = phrases('no|i meant|i mean|wrong|correction|mistake|actually');

/** Something else is wanted than what she is about. */
export const TURNING_AWAY = phrases(
  'actually|instead|rather|forget it|forget about|forget that|never mind|changed my mind',
  'before that|first|by the way|something else|another thing|other question',
  'another question',
);
