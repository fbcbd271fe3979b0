import type { Talk } from './hears.ts';

export const talk: Talk = {
  clauses: [
    [
      'greeting',
      /^(?:hi+|hello+|hey+|hiya|howdy|yo|greetings|hallo|hola|bonjour|salut|sup|good (?:morning|afternoon|evening|day)(?: (?:sir|madam|all|everyone|team))?|hi there|hello there|hey there|(?:just )?(?:a )?test(?:ing)?(?: test(?:ing)?)*)$/,
    ],
    [
      'thanks',
      /^(?:(?:ok |okay |great |many |perfect )?(?:thanks|thank you|thx|ty|cheers|merci|danke|gracias)(?: (?:a lot|so much|very much|again|for .{1,60}))?|much appreciated)$/,
    ],
    [
      'bye',
      /^(?:(?:good)?bye|bye bye|see you.{0,15}|see ya|have a (?:nice|good|great) (?:day|evening|weekend|one)|(?:no )?that(?:'s| is|s) (?:all|it|everything)(?: for now)?|i(?:'m| am) done|we(?:'re| are) done|nothing else|ciao|good night|talk (?:to you )?later)$/,
    ],
    [
      'yes',
      /^(?:y|yes|yep|yeah|yea|yup|sure|of course|ok|okay|okey|k|fine|alright|all right|correct|right|exactly|absolutely|definitely|certainly|cool|great|nice|perfect|awesome|understood|i see|interesting|good|wow|go ahead|please do|yes please|sounds good|that(?:'s| is) (?:right|correct|fine|ok)|(?:yes )?it(?:'s| is)(?: (?:right|correct))?|i do|why not|ja|oui|si)$/,
    ],
    ['no', /^(?:n|no|nope|nah|na|no thanks|no thank you|no way|not really|never|nein|non)$/],
    [
      'refuse',
      /^(?:please )?(?:(?:let(?:'s| us) |can we |could we |i(?:'d| would) like to )?skip(?: (?:it|this|that|this one|that one|this question|please|for now))?|pass|next|next question|none|n\/a|na|nothing|not now|(?:maybe |perhaps )?later|no comment|-)$/,
    ],
    ['refuse', /^(?:(?:i|we)(?:'d| would)? |id )?(?:rather|prefer|better) not\b.{0,80}$/],
    [
      'refuse',
      /^(?:i|we) (?:really )?(?:don't|do not|dont|won't|will not|wont|am not|are not|would not|wouldn't|cannot|can't|cant|refuse to|don't want to|do not want to|dont want to) (?:want to |wish to |like to |care to |feel like |feel comfortable |be |going to |willing to |comfortable |gonna )?(?:share|sharing|give|giving|tell|telling|say|saying|provide|providing|disclose|leave|leaving|answer|answering|discuss|state|publish)\b.{0,80}$/,
    ],
    [
      'refuse',
      /^(?:i|we)(?:'m| am|'re| are) not (?:comfortable|willing|going|happy|ready|giving|sharing|telling)\b.{0,80}$/,
    ],
    [
      'refuse',
      /^(?:(?:sorry )?(?:i|we) )?(?:don't|do not|dont|haven't|have not) (?:have |got |own |use )?(?:one|any|a phone|phone|a number|a phone number|email|an email|e-mail|an e-mail|an email address|a company|a budget|a name|that|it|it yet|this|one yet|any yet|want to|want that|wanna)$/,
    ],
    [
      'refuse',
      /^(?:that(?:'s| is)|thats|this is|it(?:'s| is)|its) (?:very |quite |too |really |rather )?(?:private|personal|confidential|sensitive|secret|not your business|none of your business)$/,
    ],
    [
      'refuse',
      /^(?:(?:it(?:'s| is) |that(?:'s| is) )?none of your (?:damn |bloody )?business|mind your own business|no (?:phone|email|e-mail|number|budget|name|company|need|calls|phone please|phone calls)(?: please)?|no phone number|no fixed budget|i refuse|not telling(?: you)?|not saying|private|secret|not applicable|not relevant|not necessary|not needed)$/,
    ],
    [
      'refuseAll',
      /^(?:please )?(?:stop|stop asking(?: me)?.{0,40}|leave me alone|go away|no more questions.{0,20}|enough questions|stop it|(?:i )?(?:don't|do not|dont) (?:ask|contact|bother) me.{0,30}|too many questions|(?:i|we) (?:don't|do not|dont|won't|will not) (?:want to )?(?:give|share|leave|giving|answer)(?: you)? (?:any|my|our) (?:details|data|info|information|contact details|personal details|personal data|questions|contact|more questions).{0,40})$/,
    ],
    [
      'unsure',
      /^(?:(?:i'm |i am |im |we're |we are )?(?:not|un|not really|not quite|not so|not very|not too) ?(?:sure|certain|decided)(?: yet| about (?:that|it)| really| at the moment)?|(?:i |we )?(?:really )?(?:don't|do not|dont|can't|cannot) (?:really )?(?:know|say|tell)(?: yet| that| that yet| really| at the moment| right now)?|no (?:idea|clue)(?: yet)?|idk|dunno|hard to say|it depends|depends|tbd|to be decided|undecided|(?:i have )?no idea.{0,20}|haven't decided(?: yet)?|not decided(?: yet)?|maybe|perhaps|i (?:have to|need to|must) think about (?:it|that)|not yet|unclear|hm+|whatever)$/,
    ],
    [
      'browsing',
      /^(?:(?:i'm |i am |im |no i'm |we're )?(?:just|only) (?:looking(?: around)?|browsing|exploring|curious|having a look|checking(?: it)? out)|window shopping)$/,
    ],
    [
      'preferPhone',
      /^(?:i(?:'d| would)? )?(?:prefer|rather|better)(?: to be| by| the| via| a)? (?:phone|called|call|phone call|phone calls|whatsapp)$|^(?:please )?(?:(?:can|could) you )?(?:just )?(?:call|phone|ring) me(?: instead| please| back)?$|^(?:only )?by phone(?: only| please)?$|^phone is better$/,
    ],
    [
      'preferEmail',
      /^(?:i(?:'d| would)? )?(?:prefer|rather|better)(?: by| via)? e-?mail$|^(?:only |just )?(?:by )?e-?mail(?: only| is fine| is enough| is better| please| me)$/,
    ],
    ['yes', /^no (?:problem|worries|prob)$/],
    [
      'refuse',
      /^(?:never ?mind|forget (?:it|that)|leave (?:it|that)|no (?:need|matter)|not (?:that |so |really )?(?:important|needed)|(?:it |that )?(?:doesn't|does not|doesnt) matter|i don't (?:need|want) (?:it|that|to))$/,
    ],
    ['refuseAll', /^(?:(?:i am|i'm|im|we are|we're) )?(?:not|no longer) interested$|^no interest$/],
    ['refuse', /^anonymous(?:ly)?$/],
  ],
  sentences: [
    [
      'who',
      /\b(?:are|r) (?:you|u|this)\b.{0,30}\b(?:bots?|robots?|humans?|person|people|real|ai|machine|computer|automated|chatgpt|gpt|llm)\b/,
    ],
    [
      'who',
      /\b(?:am i|is this|is it) (?:really )?(?:talking|speaking|chatting|writing)?.{0,15}\b(?:bot|chatbot|robot|human|person|real|ai|machine|computer)\b/,
    ],
    [
      'who',
      /^(?:so )?(?:who|what) (?:are|r) (?:you|u)\b.{0,12}$|^who (?:am i|is this)\b.{0,25}$|^what(?:'s| is) your name$|^(?:do you have|have you got) a name$/,
    ],
    [
      'person',
      /\b(?:talk|speak|chat|connect me|put me through|transfer me|hand me over|be connected)\b.{0,25}\b(?:person|human|someone|somebody|agent|representative|rep|staff|operator|team|colleague|employee|people|manager|sales)\b/,
    ],
    [
      'person',
      /\b(?:can|could|would|will|please) (?:you |someone |somebody |anyone )?(?:please )?(?:call|phone|ring|contact) me\b/,
    ],
    [
      'person',
      /^(?:i (?:want|need|would like|'d like) |i'd like |get me )?(?:a |an )?(?:real |live |actual |human )(?:person|human|agent|operator|being|someone|support|people)\b.{0,25}$|^(?:human|agent|operator|representative|a human|a person)(?: please)?$/,
    ],
    [
      'why',
      /^(?:but |and |hm |ok |sorry )?(?:why|what for|how come|why so|why that|why not|what(?:'s| is) that for)$/,
    ],
    [
      'why',
      /\bwhy\b(?: (?:do|would|are|should|must|is it that))? (?:you|u)(?: guys)? (?:need|want|ask|asking|require)\b.{0,60}$/,
    ],
    [
      'why',
      /\bwhy (?:do|should|must|would) i (?:need to |have to )?(?:give|tell|share|say|answer|provide)\b.{0,60}$/,
    ],
    ['why', /\bwhy (?:is|are) (?:that|this|it|my .{1,20}) (?:needed|necessary|required|important)$/],
    [
      'why',
      /^(?:is (?:that|it|this) (?:really )?(?:necessary|needed|required|mandatory)|do i (?:really )?(?:have|need) to|what do you (?:need|want|use) (?:it|that|this|my .{1,30}) for)$/,
    ],
    ['privacy', /\bwhat (?:happens|do you do|will you do|are you doing|will happen) (?:to|with) my\b/],
    [
      'privacy',
      /\b(?:privacy|gdpr|personal data|my data|my details|my information|sell my (?:data|details|info|information|number|address|e-?mail)|spam|is (?:this|it) (?:safe|secure)|confidential)\b/,
    ],
    [
      'how',
      /^(?:hi |hello |hey )?how (?:are|r) (?:you|u|things)\b.{0,20}$|^how(?:'s| is) it going.{0,10}$|^what's up$|^(?:hello )?(?:are you (?:still )?there|(?:is )?any(?:one|body) (?:there|here|home))$/,
    ],
    [
      'hostile',
      /\b(?:fuck|fucking|shit|bullshit|asshole|bitch|bastard|idiot|moron|shut up|screw you|piss off)\b/,
    ],
  ],
  whole: [
    [
      'nothing',
      /^(?:(?:please )?(?:wait|hold on|(?:just )?(?:a|one) (?:moment|second|sec|minute))(?: please| a (?:moment|second|minute))?|let me (?:think|check|see|look)(?: about (?:it|that))?|(?:but )?i (?:have )?(?:already|just) (?:told|said|gave|given|wrote|written|answered)(?: you)?(?: that| it| this)?(?: already)?|(?:sorry )?what|huh|sorry|pardon(?: me)?|excuse me|come again|say (?:that )?again|(?:sorry )?what do you mean(?: by (?:that|this))?|(?:sorry )?i (?:do not|don't|dont|didn't) (?:understand|get it|get that|follow)(?: (?:that|this|you|it|the question))?|i(?:'m| am) (?:confused|lost))$/,
    ],
    [
      'later',
      /^(?:(?:ok|okay|no|thanks|no thanks|well) )?(?:(?:maybe |perhaps )?(?:later|another time|some other time|next time)|not (?:right )?now|i(?:'ll| will) (?:be|come) back(?: later)?)$/,
    ],
  ],
  correction:
    /^(?:no|nope|sorry|oops|actually|wait|correction|i mean|i meant|rather|not|wrong|ah|oh|um)\b|\b(?:actually|instead|i meant|i mean|correction|should be|is wrong|was wrong|not right|isn't right|is not right|incorrect|typo|misspelled|misspelt|change (?:my|the|it)|make (?:it|that)|update my|rather than|not .{1,60} but)\b|^\*/,
  politeBefore:
    /^(?:no thanks|no thank you|thanks but|sorry but|sorry|well|hmm|but|and|so|honestly|ok|okay|please|actually|oh|no) (?=\S)/,
  politeAfter: / (?:please|thanks|thank you|sorry|tbh|though|if possible|if that's ok|for now)$/,
  asking:
    /^(?:(?:and|but|so|ok|okay|hi|hello|hey|also|well|sorry|please|first|thanks|cool|great|by the way|btw),? ){0,3}(?:how (?:much|many|long|do|does|can|is|are|often|soon|far|big|would|will|fast|about)|what(?:'s| is| are| do| does| kind| sort| if| about| time| happens| would| will| can)|where (?:is|are|do|can|does)|who (?:is|are|do|does|will|would)|which .{1,30} (?:do|does|is|are|can)|when (?:do|does|can|will|is|are|would|could)|why\b|do you|does (?:it|this|that|your|the)|did you|can (?:you|i|we|it|this|that|they|your)|could (?:you|i|we|it)|are (?:you|there|they|your|the)|is (?:there|it|this|that|your|the)|will (?:you|it|this|there|that|your)|would (?:you|it|that)|have you|has (?:it|this)|may i|am i|i(?:'d| would) (?:like|love) to know|i(?:'m| am) wondering|i was wondering|(?:can|could) you tell me|(?:please |just )?(?:give|send|show) me (?:a |an |the |your |some )?(?:price|prices|cost|costs|quote|information|info|details|address|menu|list)|tell me (?:about|more|how|what|if|whether)|any (?:discount|discounts|chance|idea))\b/,
};
