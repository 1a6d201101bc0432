/** Classes that the phrases of every banking scenario share: openings, cards, accounts, names, places. */

/** Notation as in `phrase-grammar.ts`. */
export const BANKING_CLASSES: Readonly<Record<string, readonly string[]>> = {
  hello: [
    'hi *4|hello *4|hey|good (morning|afternoon|evening)|hi there|yes hello|yes hi|(hi|hello) luna',
    "(hi|hello) (this is|it's|my name is|i'm) {name}|(hi|hello) how are you",
  ],
  want: [
    "i want to *3|i'd like to *3|i would like to *3|i need to *4|i'm calling to|i am calling to|i have to",
    "i wanted to|i'm trying to|i am trying to|i was hoping to|i'd love to|i wish to|i just want to|i just need to",
    'can i *3|could i *2|may i|is it possible to|am i able to|would it be possible to|how (can|do|would) i *3|is there a way to',
    'help me [to] *0.5|i need (help|some help) to *0.5|i want you to *0.5|i need you to *0.5|let me',
  ],
  'can-you': [
    'can you *4|could you *4|would you *2|can you please *3|could you please *3|please *3|would you please',
    "can you help me [to]|could you help me [to]|i'd like you to|i need you to|will you [please]|you should|go ahead and",
  ],
  wanting: [
    "i want *3|i need *4|i would like *3|i'd like *3|can i (have|get) *2|could i (have|get) *2|may i have|give me|send me|i'm looking for|do you have",
    "i'm calling about *2|i am calling about *2|i have a question about *2|i'm interested in|tell me about|what about|how about|it's about *2|this is about",
  ],
  'card-kind': [
    'credit *6|debit *5|bank|visa|mastercard|master|atm|gold|platinum|business|contactless|virtual|cash|new|old|travel|rewards|store',
  ],
  card: [
    'card *5|{card-kind} card *6|visa *0.3|mastercard *0.3|(debit|credit) (visa|mastercard) *0.2',
  ],
  cards: ['cards|{card-kind} cards'],
  'account-kind': [
    'checking *5|savings *5|current|bank|joint|business|credit card|money market|personal|main|other|loan|brokerage',
  ],
  account: ['account *5|{account-kind} account *6|checking *0.7|savings *0.7'],
  relative: [
    'wife|husband|son|daughter|mother|father|mom|dad|brother|sister|friend|partner|boss|roommate|landlord|boyfriend|girlfriend|family',
  ],
  'first-name': [
    'emma|john|mary|james|robert|michael|david|sarah|linda|karen|thomas|daniel|anna|maria|laura|peter|paul|mark|susan|lisa',
    'george|kevin|brian|jason|jennifer|amanda|emily|jessica|alex|chris|steven|nancy|betty|richard|charles|william|julia|sophie|oliver|henry|olivia|miguel|elena|grace|samuel|walter',
  ],
  'last-name': [
    'carter|smith|johnson|williams|brown|jones|miller|davis|wilson|anderson|taylor|thomas|moore|martin|lee|thompson|white|harris|clark|lewis',
    'robinson|walker|young|allen|king|wright|scott|hill|green|adams|baker|nelson|campbell|mitchell|roberts|turner|phillips|parker|evans|collins',
    'lopez *2|schmidt *2|garcia|rodriguez|martinez|hernandez|gonzalez|nguyen|kim|patel|muller|schneider|fischer|petrova|ivanova|whitfield|tanaka|rossi|silva|murphy',
  ],
  name: ['{first-name} {last-name} *2|{first-name}|(mister|miss|missus) {last-name} *0.3'],
  place: [
    'the bus *2|the train *2|a taxi|a cab|a restaurant *2|a bar|the (store|gym|beach|park|airport|mall|office|subway|street|station|supermarket|hotel|library)',
    'a (store|hotel|gas station|parking lot|shop|cafe|coffee shop)|work *2|school|home *2|the (grocery|coffee) (store|shop)|my (car|house|office)|vacation|holiday|a plane',
  ],
  merchant: [
    'amazon *2|walmart|target|netflix *2|uber|apple|paypal *2|a (restaurant|hotel|store|website|shop|gas station|company) *2|starbucks|spotify|ebay|best buy|the (gym|supermarket|hotel|pharmacy)',
    "a (merchant|shop|store|company) i (don't know|don't recognize|never heard of|have never heard of)|an online (store|shop)|the electric company|an airline",
    // Those of the demo bank; names that no dictionary has are written as they sound.
    "blue harbor [electronics] *3|[the] corner market *3|harvest table [bistro]|north gate [fuel]|stream well *2|cedar grove [pharmacy]|juniper books|sky way airlines|grand plaza [hotel]|molly's bakery",
    'silver line [transit]|riverside auto parts|evergreen hardware|bright lens [optics]|summit outdoor [gear]',
  ],
  product: [
    'mortgage *3|loan *2|car loan *2|auto loan|home loan|personal loan *2|student loan|home improvement loan|credit line|line of credit|overdraft|savings account|checking account|credit card|debit card|certificate of deposit|pension|insurance',
  ],
  country: [
    'canada|mexico|germany|france|spain|italy|england|japan|china|india|brazil|ireland|the united kingdom|the united states|europe|australia|switzerland|poland',
  ],
  thanks: [
    'thank you *4|thanks *3|thank you very much *2|thanks a lot|thank you so much|many thanks|great thank you|okay thank you|okay thanks|perfect thank you|no thank you',
  ],
};
