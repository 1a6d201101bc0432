/** What callers say who cannot get into online banking. */
import type { Phrasebook } from '#engine/engine.ts';

export const RESET_PASSWORD_PHRASES: Phrasebook = {
  phrases: [
    "[no *2] i [still] know my password *3|[no|i don't (need|want)] (a|the) link [please] *2|no link [please|thank you] *3|(just|only) unlock (it|my account) [please] *3",
    "[{hello}] i (forgot *4|have forgotten|lost|don't remember *2|can't remember *2|don't know|do not remember) my {secret} [for {login}|to {login}] *6",
    '[{hello}] {want} (reset *5|change *3|recover|get a new|set up a new|create a new|update) my {secret} [for {login}|please] *6',
    "[{hello}] i (can't|cannot|can not|am unable to|couldn't|'m not able to|am not able to) (log in *3|log into {login} *3|log in to {login} *2|sign in *2|sign into {login}|get into {login} *3|access {login} *3|access my account online) [anymore|today|since {day}|on my phone|from my (phone|computer|laptop)] *6",
    "[{hello}] i('m| am|'ve been| have been|got| was) locked out [of {login}|of my account|again] *5",
    "my (account|online account|online banking|access|login|app|profile|user) (is|was|has been|got) (locked *4|blocked *2|suspended|disabled) [after (three|too many|several) (attempts|tries)|and i don't know why|for some reason] *5",
    '{can-you} (unlock *4|reset *2|unblock|open|restore) (my account *3|it|my {secret} *2|my access|my login|{login}) [for me|please] *5',
    '{want} unlock my (account|online account|profile|login|access|phone) *3',
    '{can-you} send me (a|the|another|a new) (reset link *4|link *3|new password *2|temporary password|code *2|password reset link *2|password reset email|verification code) [by (email|text|text message)|to my (email *2|phone *2|email address)] [please] *5',
    'send (it|the link|the code|that) (to my (email *3|phone *3|email address|mobile|cell phone)|by (text *2|email *2|text message)) [please] *4|(email|text|by email|by text|text message|to my email|to my phone) [is fine|please|is better] *3',
    "i (didn't|did not|haven't|have not|never) (get *2|receive *2|gotten|received) (the|an|any|a) (email *3|link *3|code *2|text *2|text message|password reset email) [yet] *5",
    "the (link|code|password|app|login|website|button) (doesn't work|does not work|is not working|expired|has expired|is invalid|is wrong|didn't work) [anymore] *4",
    '(it|the (app|website|system|screen)) (says|keeps saying|tells me|said) (my {secret} is (wrong|incorrect|invalid) *3|my account is locked *2|invalid {secret}|wrong password|(user|account) not found|try again later|access denied|too many attempts) *5',
    "i (tried|typed|entered|put in) (the wrong password|it|my {secret}|the code) (too many times|three times|several times|twice|again|wrong) *4|i (got|have) a new (phone *2|number|computer|email address|phone number) [and i can't (log in|get in)] *3",
    "my (email|email address|username|phone number) (has changed|changed|is different|is old|is the same) *2|i (don't|no longer) have (access to (that|my) (email|phone)|that (email|phone number)) *2",
    "i got it *2|(i see|got|i have) the (email|link|text|code|message) [now|here] *2|it (works|worked|is working) [now|again] *2|i'm (in|logged in) [now] *2|let me (try|try it|log in) [again|now] *2|it still (doesn't|does not) work *2",
    'the code is {digits} *2|my username is {name}|how do i (choose|make|pick) a (good|strong|new|safe) password *2',
    '(the|your) (link|email|code|text) (never came|has not arrived|is not there|went to my old (email|phone|address)|does not open|expired before i could use it) *3',
    '(do i|will i|can i) (get|have to|need to|keep) (a new username|change my password|my old password|use the same password|a text) [now|too|again] *2',
    'i (always|only|just) (use|used|log in with) (my fingerprint|my face|the app|the website) and (now|suddenly) it (asks for|wants) my {secret} *2',
    '(someone|somebody) (may have|has|could have) (changed|guessed|stolen|used) my {secret} *2|is my account still safe *1',
    "i (have not|haven't) (used|logged in to|opened) {login} (for|in) (months|years|a long time|a while) *2",
    '(where|how) (do|can) i (find|enter|see|type in|change) (my username|the code|the link|the new password|my {secret}) *3',
  ],
  classes: {
    login: [
      'online banking *4|my account *4|the app *3|the mobile app *2|internet banking|my online account *2|the website *2|mobile banking|the banking app',
    ],
    secret: [
      'password *6|passcode|login|pin *2|username|user name|user id|security code|online password|login password',
    ],
  },
};
