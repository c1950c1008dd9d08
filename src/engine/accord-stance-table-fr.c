/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of French. The words of an elision are two: "s engage". */
#include "engine/accord-stance-rules-private.h"

static const AccordRuleRow ROWS[] = {
  { ACCORD_RULE_OBLIGE,
    "doit|doivent|devons|devra|devront|devrons|il faut|est tenu de|est tenue de|sont tenus de|"
    "sont tenues de|obligatoire|obligatoires|exige|exigent|exigeons|l obligation de|il incombe|"
    "s impose|s imposent|est requis|est requise|est obligatoire|sont obligatoires|"
    "a l obligation|ont l obligation|a le devoir|ont le devoir|avons le devoir|est obligé de|"
    "sont obligés de|il est impératif|est impératif|sont requis|sont requises|est exigé|"
    "est exigée|nécessite|nécessitent|il est indispensable|il est du devoir|est responsable de|"
    "sont responsables de|tenu de|tenus de|tenue de|tenues de" },
  { ACCORD_RULE_PROHIBIT,
    "interdit|interdite|interdits|interdites|interdire|interdisons|interdisent|interdiction de|"
    "prohib*|ne saurait|ne sauraient|nul ne|aucun ~ ne peut|aucune ~ ne peut|aucun ~ ne doit|"
    "aucune ~ ne doit|aucun ~ ne devra|aucune ~ ne devra|ne *erons|n *erons|ne *irons|"
    "ne *drons|il est interdit|est interdit|s interdit|s interdisent|nous nous interdisons|"
    "en aucun cas|sous aucun prétexte|n est pas autorisé|ne sont pas autorisés|"
    "n est pas permis|il est défendu|ne sera toléré|ne sera tolérée|s engage à ne pas|"
    "s engagent à ne pas|nous nous engageons à ne pas|ne sera pas|ne seront pas|n autorise pas|"
    "n autorisent pas|proscri*|bannir|bannit|bannissons|lignes rouges|personne ne peut|"
    "personne ne doit|rien ne peut|rien ne saurait" },
  { ACCORD_RULE_COMMIT,
    "nous nous engageons|nous engageons|s engage|s engagent|s est engagé|s est engagée|"
    "s engageant|l engagement de|engagement à|nous *erons|nous *irons|nous *drons|déterminés à|"
    "résolus à|promet|promettons|promettent|prêts à|prête à|prêt à|est déterminé à|"
    "est déterminée à|sont déterminés à|sommes déterminés à|est résolu à|est résolue à|"
    "sont résolus à|entend|entendent|entendons|a l intention de|ont l intention de|"
    "avons l intention de|s efforce de|s efforcent de|nous nous efforçons|décide de|"
    "décident de|décidons de|s est engagé à|s est engagée à|se sont engagés|prend l engagement|"
    "prennent l engagement|prenons l engagement|continuera|continueront|nous nous attacherons|"
    "s attache à|s attachent à|résolu à|déterminé à|déterminée à|résolue à|prévoit de|"
    "prévoient de|sommes prêts à|est prêt à|est prête à|sont prêts à|nous emploierons|"
    "s emploie à|s emploient à" },
  { ACCORD_RULE_WILL,
    "fera|feront|veillera|veilleront|assurera|assureront|respectera|respecteront|*era|*eront|"
    "*ira|*iront|*dra|*dront" },
  { ACCORD_RULE_RECOMMEND,
    "devrait|devraient|devrions|il convient|il conviendrait|recommand*|conseill*|suggère|"
    "suggérons|souhaitable|il est essentiel|il est important|il importe|il est nécessaire|"
    "est nécessaire|est essentiel|est essentielle|sont invités à|sont invitées à|est invité à|"
    "est invitée à|sont encouragés à|sont encouragées à|est encouragé à|est encouragée à|"
    "il faudrait|est souhaitable|serait souhaitable|sont essentiels|sont essentielles|"
    "sont nécessaires|est important|est importante|sont importants|gagnerait à|gagneraient à|"
    "mérite|méritent|est primordial|est primordiale|est crucial|est indispensable|il y a lieu|"
    "a besoin de|ont besoin de|avons besoin|est préférable|il vaut mieux|il est crucial|"
    "il est recommandé|il est conseillé|doit être encouragé" },
  { ACCORD_RULE_ENCOURAGE, "encourage|encourageons|encouragent|encourager|encourageant" },
  { ACCORD_RULE_IMPERATIVE,
    "garantir|protéger|assurer|respecter|renforcer|veiller|développer|établir|prévenir|publier|"
    "mettre|prendre|former|évaluer|informer|associer|intégrer|réduire|lutter|adopter|élaborer|"
    "encadrer|offrir|donner|faciliter|améliorer|accroître|créer|organiser|tester|documenter|"
    "expliquer|limiter|préserver|consulter|investir|mener|sensibiliser|définir|rendre|"
    "maintenir|impliquer|ouvrir|instaurer|soumettre|concevoir" },
  { ACCORD_RULE_ADVOCATE,
    "préconis*|prôn*|soutient|soutenons|soutiennent|soutenir|promouvoir|promeut|promouvons|"
    "promeuvent|favorise|favorisent|favorisons|favoriser|défend|défendons|défendent|plaid*|"
    "appuie|appuyons|appuient|salue|saluons|saluent|en faveur de|se félicite|se félicitent|"
    "nous félicitons|est favorable à|sont favorables à|sommes favorables|milite|militent|"
    "militons|croit en|croyons en|valorise|valorisent|valorisons|souhaite|souhaitent|"
    "souhaitons|appel à|applaudi*|accueille avec|accueillons avec|promouvant|favorisant|"
    "soutenant|revendiqu*|encourage et soutient" },
  { ACCORD_RULE_CALL,
    "appelle|appelons|appellent|appelant|invite|invitons|invitent|invitant|exhort*|demande aux|"
    "demande à|demandons aux|demandons à|prie|prions|demande au|demande que|demandons que|"
    "demandent que|demandons au|demande instamment|demande à tous|engage les|engageons les|"
    "prie instamment|convie|convions|presse les|en appelle|en appelons|réclam*|prient|enjoint|"
    "enjoignons|sollicit*" },
  { ACCORD_RULE_FALLS,
    "incombe à|incombent à|incombe aux|incombent aux|s impose à|s imposent à|s impose aux|"
    "s imposent aux|il appartient à|il appartient aux|il incombe aux|il incombe à|"
    "est le devoir de|est du devoir de|relève de la responsabilité|est de la responsabilité|"
    "est l affaire de|il revient aux|il revient à" },
  { ACCORD_RULE_OPPOSE,
    "s oppose|s opposent|nous opposons|s opposer|rejette|rejettent|rejetons|rejeter|refuse|"
    "refusent|refusons|condamn*|dénonc*|s élève contre|s élèvent contre|nous élevons contre|"
    "déplor*|récus*|réprouv*|désapprouv*|refusant|rejetant|dit non|disons non|est opposé à|"
    "est opposée à|sont opposés à|sommes opposés|s insurge*|contest*|ne saurions|proteste*" },
  { ACCORD_RULE_NOTE,
    "reconnaît|reconnait|reconnaissons|reconnaissent|reconnaissant|note que|notons|notant|"
    "constat*|affirm*|réaffirm*|rappelle|rappelons|rappellent|rappelant|souligne|soulignons|"
    "soulignent|soulignant|conscient|consciente|conscients|conscientes|considérant|prend note|"
    "prennent note|prenons note|prenant note|note avec|notent|note la|note les|note l|"
    "convaincu|convaincue|convaincus|convaincues|persuadé|persuadés|préoccupé|préoccupée|"
    "préoccupés|estim*|croyons que|considère|considèrent|considérons|observe|observons|"
    "observent|exprim*|gardant à l esprit|ayant à l esprit|prenant acte|prend acte|"
    "prenons acte|met l accent|mettons l accent|mettent l accent|insiste|insistons|insistent|"
    "déclar*|signal*|mesurons|savons|pensons|sachant|tenant compte|admet|admettons|inquiet|"
    "inquiète" },
  { ACCORD_RULE_REPORT,
    "selon les critiques|selon certains|selon certaines|selon ses détracteurs|"
    "selon les détracteurs|selon les opposants|selon des observateurs|"
    "selon plusieurs observateurs|d après les critiques|d après certains|"
    "les critiques affirment|les critiques soutiennent|les critiques estiment|"
    "les détracteurs affirment|certains ~ affirment|certains ~ estiment|certains ~ soutiennent|"
    "certains ~ pensent|certains ~ jugent|d aucuns ~ *ent|d autres ~ estiment|"
    "d autres ~ affirment|d autres ~ soutiennent|des observateurs ~ estiment|des voix ~ *ent|"
    "on dit parfois|il a été avancé|on prétend|les opposants ~ affirment|"
    "les opposants ~ estiment|les sceptiques ~ *ent|aux yeux des critiques|"
    "de l avis des critiques" },
  { ACCORD_RULE_MAY, "peut|peuvent|pourra|pourront|pouvons" },
  { ACCORD_RULE_REFRAIN,
    "s abstenir de|s abstient de|s abstiennent de|s abstenant de|s abstenir|s abstient|"
    "s abstiennent|s abstiendra|s abstiendront|s abstenant|éviter|évite|évitent|évitons|"
    "renoncer à|renonce à|renoncent à|renonçons à|se garder de|évitant" },
  { ACCORD_RULE_NOT, "ne|n" },
  { ACCORD_RULE_DENIAL, "plutôt que|au lieu de|non pas|et non" },
  { ACCORD_RULE_JOINT,
    "et|ou|tandis que|alors que|que|qui|qu|dont|parce que|si|lorsque|car|afin que|où" },
  { ACCORD_RULE_BUT, "mais|cependant|toutefois|néanmoins|pourtant|or" },
  { ACCORD_RULE_PREPOSITION,
    "de|des|du|d|à|aux|au|pour|contre|avec|en|dans|sur|entre|leurs|leur|ses|chez|parmi|par|"
    "sous|sans|selon|comme|via|vers|envers|dès|après|avant|contre les|nos|notre|vos|votre|son|"
    "sa|tel que|tels que|notamment|y compris|ces|que" },
  { ACCORD_RULE_BY,
    "par|par les|par le|par la|par l|par des|de la part des|de la part de|par chaque|par tout|"
    "par tous|par toute" },
  { ACCORD_RULE_THEY, "ils|elles|il|elle|celui ci|celle ci|ceux ci|celles ci" },
  { ACCORD_RULE_STATE,
    "état|états|etat|etats|états membres|gouvernement|gouvernements|pays|nations|autorité|"
    "autorités|pouvoirs publics|parlement|parlements|parties|chine|france|états unis|russie|"
    "allemagne|japon|inde|brésil|royaume uni|canada|régulateurs|villes|ville|communes|commune|"
    "l état|gouvernants|signataires|parties contractantes|parties prenantes étatiques|"
    "ministère|ministères|ministre|ministres|législateur|législateurs|autorités compétentes|"
    "autorités publiques|administration|administrations|police|tribunaux|tribunal|juges|juge|"
    "collectivités|collectivité|collectivités territoriales|région|régions|département|"
    "départements|municipalité|municipalités|le parlement|espagne|italie|suisse|belgique|maroc|"
    "sénégal|tunisie|algérie|égypte|mexique|portugal|turquie|australie|afrique du sud|"
    "argentine|indonésie|arabie saoudite|la cité|régulateur|pays développés|"
    "pays en développement|dirigeants|décideurs|décideurs publics|la république|métropole|"
    "mairie|préfets|services de l état|québec|luxembourg|pays bas|suède|norvège|danemark|"
    "pologne" },
  { ACCORD_RULE_ORGANISATION,
    "nations unies|onu|union européenne|commission|conseil|comité|organisation|organisations|"
    "unesco|ocde|assemblée générale|secrétaire général|institutions|nous|union africaine|"
    "l assemblée|union|l union|assemblée|conférence|congrès|forum|secrétariat|"
    "groupe de travail|sommet|institution|organismes|organisme|université|universités|école|"
    "écoles|hôpital|hôpitaux|laboratoires|laboratoire|association|associations|fondation|"
    "fondations|alliance|coalition|réseau|ong|syndicats|agence|agences|bureau|délégations|"
    "conseil d administration|comités|organe|organes|instances|instance|conseils|francophonie|"
    "oif|médias|bibliothèques|équipes|équipe|établissement|établissements|le groupe|"
    "conseil de l europe|banque mondiale|oms|oit|otan|g7|g20|directeur général|"
    "haut commissaire|collège|rapporteur spécial|la présidence" },
  { ACCORD_RULE_COMPANY,
    "entreprise|entreprises|développeur|développeurs|fournisseur|fournisseurs|industrie|"
    "secteur privé|exploitant|exploitants|sociétés|opérateur|opérateurs|fabricants|plateformes|"
    "concepteurs|employeur|employeurs|plateforme|fabricant|producteurs|producteur|concepteur|"
    "prestataires|prestataire|fournisseurs de services|vendeurs|société|banque|banques|"
    "assureurs|assureur|importateurs|distributeurs|déployeurs|déployeur|"
    "responsables de traitement|responsable de traitement|éditeurs|annonceurs|commerçants|"
    "start up|jeunes pousses|pme|notre entreprise|notre groupe|investisseurs|industriels|"
    "hébergeurs|sous traitants|acteurs privés|acteurs économiques|géants du numérique|"
    "constructeurs|intégrateurs" },
  { ACCORD_RULE_PEOPLE,
    "personnes|personne|citoyen|citoyens|utilisateur|utilisateurs|individus|chercheurs|"
    "scientifiques|société civile|travailleurs|habitant|habitants|citoyenne|citoyennes|"
    "utilisatrices|médecins|médecin|patients|soignants|enseignants|enseignant|professeurs|"
    "élèves|étudiants|parents|enfants|consommateurs|consommateur|salariés|salarié|travailleur|"
    "journalistes|artistes|auteurs|professionnels|experts|expert|agents|agent|ingénieurs|"
    "concepteurs humains|individu|être humain|êtres humains|humains|hommes|femmes|jeunes|"
    "public|le public|usagers|usager|chercheur|chercheuse|scientifique|quiconque|électeurs|"
    "bénévoles|familles|communautés|peuple|peuples|propriétaires|auditeurs|inspecteurs|"
    "praticiens|humanité|l humanité|population|populations|fonctionnaires" },
  { ACCORD_RULE_ALL,
    "chacun|tous|toutes les parties|parties prenantes|toutes les parties prenantes|"
    "communauté internationale|tout le monde|nul|toute personne|toutes les personnes|"
    "chaque personne|tout individu|chacune|toutes|tous les pays|tous les acteurs|"
    "l ensemble des acteurs|ensemble des parties prenantes|chacun d entre nous|"
    "tous les états et parties prenantes|nous tous|tous les membres|la société tout entière|"
    "quiconque" },
  { ACCORD_RULE_IGNORE,
    "le doit|peut être|ainsi que|personne ne|état de|en état|l état des|état d|état actuel|"
    "en tout état|partie de|en partie|en parties|parties du|faire partie|fait partie|"
    "font partie|parti*|vie privée|opinion publique|intérêt public|service public|"
    "services publics|espace public|espaces publics|santé publique|pouvoir public|"
    "droits des personnes|droits humains|être informé|bien être|mise en œuvre|lettre|ne que|"
    "n est que|ne sont que|demande d|la demande|une demande|sur demande|demandes|ce doit|"
    "doit on|compte tenu|rendre compte|tenir compte|prendre en compte|on compte|quant à|"
    "note de|une note|la note|les notes|pour former|est à|à l exception|caméra|opéra|libéra|"
    "sera*|seront|aura|auront|pourra|numéra|extra|contra|paiera|infra|intra|ultra|etcétéra|lira" },
  { 0, NULL },
};

/* What does harm to the thing named behind it, or before it. */
static const AccordRuleRow HARMS[] = {
  { ACCORD_RULE_HARM,
    "viol*|violer|porter atteinte|porte atteinte|portent atteinte|atteinte|atteintes|nuire|"
    "nuit à|nuisent|nuisible|bafou*|menac*|mettre en péril|met en péril|mettre en danger|"
    "compromet*|affaibl*|vol|vols|voler|fuite|fuites|divulg*|abus|abuser|détourn*|détruir*|"
    "destruction|priver|privation|prive|entrav*|restreind*|restriction|restrictions|limiter|"
    "limite|limitant|réprim*|étouff*|néglig*|ignor*|contourn*|ingérence|intrusion|sacrifi*|"
    "vendre|revend*|vente|cession|exploiter|exploitation abusive|manipul*|sans|absence|manque|"
    "défaut|perte|perdre|illicite|illégal*|non autorisé*|arbitraire*|au détriment|aux dépens|"
    "contraire*|au mépris|mépris|saper|sape|éroder|érosion|attaqu*|altér*|fausser|remplacer|"
    "remplac*|substitu*|enfreind*|transgress*|piller|pillage|trahir|renoncer à" },
  { 0, NULL },
};

const AccordRuleTable ACCORD_RULE_TABLE_FR = {
  .language = "fr",
  .rows = ROWS,
  .harms = HARMS,
  .forms = {
    [ACCORD_FORM_WE] =
      "*ons",
    [ACCORD_FORM_BARE] =
      "*",
    [ACCORD_FORM_INFINITIVE] =
      "*er|*ir|*re|*oir|*ion|*ment|appel|soutien|engagement",
    [ACCORD_FORM_BE] =
      "être",
    [ACCORD_FORM_DONE] =
      "*é|*ée|*és|*ées|*is|*ise|*ises|soumis*|*ite|*it|*its|*ites|*ue|*ues|*us|*u|*rt|*rte",
  },
};
