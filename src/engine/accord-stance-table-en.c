/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of English. "We" is the body that speaks, hence an organisation. */
#include "engine/accord-stance-rules-private.h"

static const AccordRuleRow ROWS[] = {
  { ACCORD_RULE_OBLIGE,
    "must|shall|is to|are to|has to|have to|required to|is required to|are required to|"
    "is required|are required|requires|obliged to|obligated to|mandatory|compulsory|"
    "obligation to|duty to|it is imperative|will have to|must not only|shall not only|"
    "be required to|be obliged to|has a duty|have a duty|has the duty|have the duty|"
    "has an obligation|have an obligation|has the obligation|have the obligation|is bound to|"
    "are bound to|is imperative|are mandatory|is mandatory|bear responsibility|"
    "bears responsibility|must always|is indispensable|is a requirement|have got to|"
    "is compulsory" },
  { ACCORD_RULE_PROHIBIT,
    "must not|must never|shall not|shall never|may not|may never|mustn t|must also not|"
    "must therefore not|cannot be allowed|cannot be permitted|cannot be tolerated|prohibit*|"
    "ban|bans|banned|banning|forbid*|outlaw*|not permitted|not allowed|is not to|are not to|"
    "no ~ may|no ~ shall|no ~ must|nobody may|won t|commit not to|undertake not to|"
    "pledge not to|under no circumstances|are prohibited from|is prohibited from|"
    "is not authorised|is not authorized|are not authorised|in no case|not be allowed|"
    "not be permitted|not be tolerated|are never to|is never to|nothing ~ shall|"
    "nothing in ~ may|no one may|no one shall|not to be used|commits not to|committed not to|"
    "undertakes not to|pledges not to|agree not to|agrees not to|promise not to|"
    "promises not to|resolve not to|red line|red lines" },
  { ACCORD_RULE_COMMIT,
    "commit to|commits to|committed to|commit ourselves|commits itself|commitment to|"
    "undertake to|undertakes to|pledge*|resolve to|resolved to|determined to|agree to|"
    "agrees to|agreed to|vow to|vows to|intend to|intends to|promise to|promises to|we commit|"
    "will not only|be committed to|is committed to|are committed to|remain committed to|"
    "remains committed to|commit itself|commit themselves|decide to|decides to|decided to|"
    "is resolved to|are resolved to|is determined to|are determined to|plan to|plans to|vow*|"
    "aim to|aims to|strive to|strives to|dedicate ourselves|take responsibility for|"
    "stand ready to|stands ready to|is ready to|are ready to|our commitment" },
  { ACCORD_RULE_WILL, "will|ll" },
  { ACCORD_RULE_RECOMMEND,
    "should|ought to|recommend*|advise|advises|advised|suggest*|need to|needs to|will need to|"
    "it is important|is important to|is essential|are essential|it is essential|is crucial|"
    "is vital|is desirable|it is desirable|should not only|are invited to|is invited to|"
    "is necessary|it is necessary|is advisable|be advisable|are advised to|would do well to|"
    "deserve attention|deserves attention|must be considered|it would be desirable|it is vital|"
    "it is crucial|is important|are important|had better|is urgently needed|are needed|"
    "is needed|remains essential|remain essential" },
  { ACCORD_RULE_ENCOURAGE, "encourag*|be encouraged" },
  { ACCORD_RULE_IMPERATIVE,
    "ensure|protect|respect|develop|establish|take|implement|strengthen|adopt|provide|build|"
    "foster|create|guarantee|prioritize|prioritise|invest|advance|identify|publish|disclose|"
    "report|work|safeguard|maintain|enhance|introduce|design|keep|make|improve|prevent|assess|"
    "avoid harm|give|set up|involve|consult|train|share|document|monitor|test|explain|consider|"
    "increase|reduce|expand|set|put|uphold standards|make sure|use|support the|conduct|"
    "allocate|raise|review|facilitate|apply|define|engage|include|incorporate|address" },
  { ACCORD_RULE_ADVOCATE,
    "advocat*|support|supports|supporting|promote|promotes|promoting|uphold*|champion*|"
    "call for|calls for|calling for|called for|stand for|stands for|favour|favours|favor|"
    "favors|welcome*|welcoming|endors*|embrac*|in favour of|in favor of|commend*|applaud*|back|"
    "backs|is in favour|argue for|argues for|speak up for|looks forward to|look forward to|"
    "cherish*|defend|defends|believe in|believes in|committed supporter|appreciat*|appeal for|"
    "appeals for" },
  { ACCORD_RULE_CALL,
    "call on|calls on|calling on|called on|call upon|calls upon|calling upon|called upon|urge|"
    "urges|urged|urging|invit*|appeal to|appeals to|appealing to|exhort*|request that|"
    "requests that|^requests|^requested|^request|requests the|request the|ask that|asks the|"
    "asks that|let us|^let|implore*|we ask|we request|press for|demand that|demands that|"
    "demand of|asks all|ask all" },
  { ACCORD_RULE_FALLS,
    "is the duty of|is a duty of|is the responsibility of|is a responsibility of|"
    "is the obligation of|is incumbent on|is incumbent upon|incumbent upon|falls to|falls on|"
    "falls upon|fall to|rests with|rest with|lies with|is up to|responsibility lies with|"
    "is the task of" },
  { ACCORD_RULE_OUGHT_NOT,
    "should not|should never|ought not|shouldn t|should also not|should therefore not|"
    "should in no case|should under no circumstances" },
  { ACCORD_RULE_OPPOSE,
    "oppose|opposes|opposed|opposing|reject*|condemn*|object to|objects to|denounc*|deplor*|"
    "stand against|stands against|is against|are against|be opposed to|resist*|"
    "speak out against|speaks out against|protest*|refuse to|refuses to|refuse|refuses|reject|"
    "say no to|is opposed to|must be resisted|strongly object|disapprov*|repudiat*|will resist" },
  { ACCORD_RULE_NOTE,
    "recognis*|recogniz*|note|notes|noting|acknowledg*|affirm*|reaffirm*|recall*|aware|"
    "emphasi*|stress|stresses|stressing|underlin*|underscor*|highlight*|believe|believes|"
    "welcoming that|observ*|convinced|persuaded|mindful|conscious of|bearing in mind|"
    "taking note|takes note|take note|having considered|is concerned|are concerned|considering|"
    "concerned|express*|find that|finds that|understand*|realise|realises|realize|realizes|"
    "remain convinced|considers that|consider that|noted" },
  { ACCORD_RULE_REPORT,
    "critics ~ say|critics ~ argue|critics claim|critics ~ warn|critics contend|critics fear|"
    "critics maintain|opponents ~ say|opponents ~ argue|opponents claim|sceptics ~ say|"
    "sceptics ~ argue|skeptics ~ say|skeptics ~ argue|some ~ argue|some ~ say|some ~ claim|"
    "some ~ believe|some ~ contend|many ~ argue|many ~ say|many ~ fear|others ~ argue|"
    "others ~ say|others claim|others believe|observers ~ say|observers ~ argue|"
    "commentators ~ argue|commentators ~ say|campaigners ~ say|campaigners ~ argue|"
    "activists ~ say|activists ~ argue|according to critics|according to some|"
    "according to opponents|according to observers|according to campaigners|"
    "in the view of critics|it has been argued|it is argued|it is often said|it is claimed|"
    "it has been suggested|it is sometimes said" },
  { ACCORD_RULE_REFRAIN,
    "refrain* from|abstain* from|refrain from|avoid|avoids|avoiding|abstain from|desist from|"
    "keep from|stop short of|forgo|renounce*" },
  { ACCORD_RULE_NOT, "not|never|neither|don t|doesn t|didn t|no longer" },
  { ACCORD_RULE_DENIAL, "rather than|instead of|not about|not a matter of|not a question of" },
  { ACCORD_RULE_JOINT,
    "and|or|while|whereas|that|which|who|because|if|when|unless|where|although|so that" },
  { ACCORD_RULE_BUT, "but|however|yet|nevertheless|nonetheless|we therefore" },
  { ACCORD_RULE_PREPOSITION,
    "of|for|to|in|from|with|against|on|upon|between|among|within|than|about|into|its|their|"
    "the rights of|at|under|by means of|via|through|towards|toward|without|before|after|our|"
    "your|his|her|every ~ of|such as|including|like|per|as|regarding|concerning|other" },
  { ACCORD_RULE_BY, "by|by the|by all|by every|by each|by any|on the part of" },
  { ACCORD_RULE_THEY, "they|it|he or she|he|she" },
  { ACCORD_RULE_STATE,
    "state|states|member state|member states|states parties|government|governments|country|"
    "countries|nation|nations|party|parties|ministers|authority|authorities|regulator|"
    "regulators|legislators|policymakers|policy makers|parliament|parliaments|public bodies|"
    "councils|cities|towns|municipalities|local authorities|china|the united states|"
    "united kingdom|france|russia|russian federation|germany|japan|india|brazil|canada|"
    "australia|south africa|republic of korea|saudi arabia|mexico|indonesia|italy|turkey|"
    "türkiye|argentina|governmental|head* of state|ministry|ministries|minister|the state|"
    "signatory states|signatories|contracting parties|competent authorities|public authorities|"
    "law enforcement|the police|courts|court|judges|legislature|legislatures|lawmakers|"
    "legislator|ruler*|local governments|local government|federal agencies|government agencies|"
    "the municipality|municipality|city|the city|region|regions|province|provinces|"
    "public administration|administrations|the administration|public sector bodies|"
    "public sector|the republic|denmark|spain|poland|sweden|norway|finland|switzerland|"
    "netherlands|egypt|nigeria|kenya|pakistan|viet nam|vietnam|malaysia|singapore|thailand|"
    "iran|kazakhstan|ukraine|portugal|greece|israel|chile|colombia|peru|morocco|ethiopia|"
    "belarus|uae|united arab emirates|new zealand|ireland|the uk|uk|us|usa|developed countries|"
    "developing countries|each state|every state|all states|the executive|customs|"
    "tax authorities|district*|county|counties|state party|the host country|we the leaders|"
    "leaders|heads of government" },
  { ACCORD_RULE_ORGANISATION,
    "united nations|the un|general assembly|security council|secretary general|european union|"
    "european commission|the council|council|the commission|the committee|committee|"
    "organization|organizations|organisation|organisations|institutions|unesco|oecd|brics|g7|"
    "g20|african union|agencies|agency|we|the conference|the assembly|universities|"
    "we the signatories|we the undersigned|we the participants|we the members|we the parties|"
    "union|the union|board|boards|assembly|conference|congress|forum|secretariat|"
    "the secretariat|bureau|working group|task force|panel|panels|summit|institution|body|"
    "bodies|university|hospital|hospitals|schools|school|research institutions|"
    "research institutes|laboratories|laboratory|association|associations|foundation|"
    "foundations|alliance|coalition|the network|ngos|non governmental organizations|"
    "non governmental organisations|trade unions|standards bodies|world health organization|"
    "international labour organization|international organizations|international organisations|"
    "asean|apec|osce|nato|imf|world bank|the bank|council of europe|office|the office|meeting|"
    "the meeting|chair|our organisation|our organization|the league|delegations|"
    "signatories of this declaration|oversight body|ethics committee|faculty|academies|academy|"
    "church|churches|library|libraries|team|teams|department|departments|"
    "the parties to this declaration|commissioner|ombudsman|commissioner*" },
  { ACCORD_RULE_COMPANY,
    "company|companies|developer|developers|deployer|deployers|provider|providers|industry|"
    "enterprise|enterprises|firm|firms|business|businesses|the private sector|private sector|"
    "manufacturers|operator|operators|supplier|suppliers|vendors|platforms|"
    "organizations developing|organisations developing|corporations|employer|employers|"
    "manufacturer|producer|producers|vendor|platform|online platforms|corporation|start ups|"
    "startups|bank|banks|insurers|insurer|importers|importer|distributors|distributor|"
    "service providers|tech companies|technology companies|undertakings|undertaking|"
    "contractors|contractor|controllers|controller|data controllers|processors|processor|"
    "publishers|advertisers|retailers|hosts|intermediaries|traders|our company|our group|"
    "entrepreneurs|investors|landlords|lenders|labs|merchants|app stores" },
  { ACCORD_RULE_PEOPLE,
    "people|person|persons|citizen|citizens|user|users|individual|individuals|researchers|"
    "scientists|designers|engineers|civil society|workers|teachers|humans|resident|residents|"
    "doctors|physicians|patients|clinicians|nurses|teacher|consumers|consumer|parents|parent|"
    "children|students|student|learners|pupils|judge|journalists|artists|authors|professionals|"
    "practitioners|staff|employees|employee|experts|scholars|academics|programmers|anyone|"
    "whoever|man|men and women|young people|women|worker|officer|officers|officials|official|"
    "members of the public|the public|human operators|owners|owner|researcher|scientist|"
    "engineer|designer|auditors|auditor|inspectors|clerks|clerk|drivers|driver|humanity|voters|"
    "volunteers|families|communities|community" },
  { ACCORD_RULE_ALL,
    "everyone|everybody|all stakeholders|stakeholders|all parties|all actors|all sides|"
    "all of us|all countries and stakeholders|the international community|"
    "international community|ai actors|all people|no one|nobody|every person|each person|"
    "all persons|all individuals|each of us|every one of us|all nations|"
    "all states and stakeholders|all those involved|all involved|those involved|anybody|"
    "all members|all members of society|relevant stakeholders|every stakeholder|all who" },
  { ACCORD_RULE_IGNORE,
    "not required|no obligation|political will|free will|will of|the will|good will|at will|"
    "the ban|state of|state of the art|third party|third parties|as well as|must have|"
    "in order to|so as to|all countries|well being|human being|human beings|in question|"
    "state actors|non state actors|non state|state owned|public interest|public interests|"
    "public good|public goods|public health|public trust|public debate|public space|"
    "public spaces|public services|public service|open to the public|notwithstanding|back to|"
    "go back|feed back|users rights|user interface|user interfaces|user experience|"
    "country of origin|party to|at the back|give rise to|on the back|long term use|civil state|"
    "business model*|business as usual|industry standard*|platform economy|school of thought|"
    "court of|human review|peer review|need for|the need" },
  { 0, NULL },
};

/* What does harm to the thing named behind it, or before it. */
static const AccordRuleRow HARMS[] = {
  { ACCORD_RULE_HARM,
    "violat*|infring*|breach*|undermin*|underminin*|erod*|threat*|endanger*|jeopard*|harm|"
    "harms|harmed|harming|damag*|compromis*|weaken*|steal*|theft|leak*|abus*|misus*|destroy*|"
    "destruction of|depriv*|denial of|deny|denies|denied|restrict*|restrain*|limit|limits|"
    "limiting|limitation*|curtail*|suppress*|hinder*|imped*|obstruct*|imperil*|disregard*|"
    "neglect*|ignor*|circumvent*|evad*|interfer* with|interference with|intrus* into|"
    "intrus* on|impair*|sacrific*|trade in|unauthorised|unauthorized|unlawful|illegal|"
    "arbitrary|illicit|without|lack of|absence of|loss of|lose|loses|losing|attack* on|attack|"
    "attacks against|attack* against|contempt for|at the expense of|at the cost of|"
    "to the detriment of|contrary to|encroach*|trampl*|assault* on|sabotag*|manipulat*|"
    "disclos*|expos*|sell|sells|selling|sold|sale of|erosion of|exploit*|distort*|stifl*|"
    "subvert*|censor*|prejudice to|prejudic*|dilut*|bypass*|override*|overrid*|replace*|"
    "renounce" },
  { ACCORD_RULE_HARMED,
    "violation*|infringement*|breach*|abuse*|leak*|theft|misuse|loss|losses|damage|intrusion*|"
    "threat*|deficit*|gap|gaps|failure*" },
  { 0, NULL },
};

const AccordRuleTable ACCORD_RULE_TABLE_EN = {
  .language = "en",
  .rows = ROWS,
  .harms = HARMS,
  .forms = {
    [ACCORD_FORM_BARE] =
      "*",
    [ACCORD_FORM_INFINITIVE] =
      "promote|support|champion|uphold|favour|favor|welcome|embrace|endorse|encourage|advocate|"
      "reject|oppose|condemn|note|stress|believe|resist|defend|back|commend|consider|express|"
      "stand|speak|observe|refuse|avoid|respect|acknowledge|recognise|recognize|remember|recall|"
      "highlight|emphasise|emphasize|underline|affirm|argue|look|*ment|*ion|support|commitment|"
      "promotion|note",
    [ACCORD_FORM_BE] =
      "be",
    [ACCORD_FORM_DONE] =
      "*ed|subject|made|given|taken|kept|held|built|shown|told|seen|left|put|free|able|written|"
      "understood|*sen",
  },
};
