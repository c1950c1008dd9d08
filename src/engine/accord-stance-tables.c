/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of six languages. What binds by law obliges (must, shall, 必须, debe);
 * what ought to be is recommended (should, 应当, ينبغي): declarations and commentary use
 * 应当 so, though Chinese statutes oblige by it. A promise not to do something forbids it
 * to oneself. "We" is the body that speaks, hence an organisation. */
#include "engine/accord-stance-rules-private.h"

#include "engine/accord-stance.h"

static const AccordRuleRow ENGLISH[] = {
  { ACCORD_RULE_OBLIGE,
    "must|shall|is to|are to|has to|have to|required to|is required to|are required to|is "
    "required|are required|requires|obliged "
    "to|"
    "obligated to|mandatory|compulsory|obligation to|duty to|it is imperative|will have to|must "
    "not only|"
    "shall not only" },
  { ACCORD_RULE_PROHIBIT,
    "must not|must never|shall not|shall never|may not|may never|mustn t|must also not|"
    "must therefore not|cannot be allowed|cannot be permitted|cannot be "
    "tolerated|prohibit*|ban|bans|"
    "banned|banning|forbid*|outlaw*|not permitted|not allowed|is not to|are not to|no ~ may|no ~ "
    "shall|"
    "no ~ must|nobody may|won t|commit not to|undertake not to|pledge not to|"
    "under no circumstances" },
  { ACCORD_RULE_COMMIT,
    "commit to|commits to|committed to|commit ourselves|commits itself|commitment to|undertake to|"
    "undertakes to|pledge*|resolve to|resolved to|determined to|agree to|agrees to|agreed to|vow "
    "to|"
    "vows to|intend to|intends to|promise to|promises to|we commit|ready to|will not only" },
  { ACCORD_RULE_WILL, "will|ll" },
  { ACCORD_RULE_RECOMMEND,
    "should|ought to|recommend*|advise|advises|advised|suggest*|need to|needs to|will need to|it "
    "is important|"
    "is important to|is essential|are essential|it is essential|is crucial|is vital|is desirable|"
    "it is desirable|should not only" },
  { ACCORD_RULE_ENCOURAGE, "encourag*" },
  { ACCORD_RULE_IMPERATIVE,
    "ensure|protect|respect|develop|establish|take|implement|strengthen|adopt|provide|build|"
    "foster|create|guarantee|prioritize|prioritise|invest|advance|identify|publish|disclose|"
    "report|work|safeguard|maintain|enhance|introduce|design|keep|make|improve|prevent" },
  { ACCORD_RULE_ADVOCATE,
    "advocat*|support|supports|supporting|promote|promotes|promoting|uphold*|champion*|call for|"
    "calls for|calling for|called for|stand for|stands "
    "for|favour|favours|favor|favors|welcome*|welcoming|"
    "endors*|embrac*" },
  { ACCORD_RULE_CALL, "call on|calls on|calling on|called on|call upon|calls upon|calling "
                      "upon|called upon|urge|urges|urged|urging|invit*|"
                      "appeal to|appeals to|appealing to|exhort*|request that|requests that" },
  { ACCORD_RULE_OPPOSE,
    "oppose|opposes|opposed|opposing|reject*|condemn*|object to|objects to|denounc*|deplor*|should "
    "not|should never|ought "
    "not|"
    "shouldn t|should also not|should therefore not|stand against|stands against|is against|"
    "are against" },
  { ACCORD_RULE_NOTE,
    "recognis*|recogniz*|note|notes|noting|noted|acknowledg*|affirm*|reaffirm*|recall*|aware|"
    "emphasi*|stress|"
    "stresses|stressing|underlin*|underscor*|highlight*|believe|believes|welcoming that" },
  { ACCORD_RULE_REFRAIN, "refrain* from|abstain* from" },
  { ACCORD_RULE_NOT, "not|never|neither|don t|doesn t|didn t|no longer" },
  { ACCORD_RULE_DENIAL, "rather than|instead of|not about|not a matter of|not a question of" },
  { ACCORD_RULE_JOINT,
    "and|but|or|while|whereas|yet|that|which|who|because|if|when|unless|where|although|so that" },
  { ACCORD_RULE_PREPOSITION, "of|for|to|in|from|with|against|on|upon|between|among|within|than|"
                             "about|into|its|their|the rights "
                             "of|at|under" },
  { ACCORD_RULE_BY, "by" },
  { ACCORD_RULE_STATE,
    "state|states|member state|member states|states "
    "parties|government|governments|country|countries|"
    "nation|nations|party|parties|ministers|authority|authorities|regulator|regulators|legislators|"
    "policymakers|policy makers|parliament|parliaments|public "
    "bodies|councils|cities|towns|municipalities|local "
    "authorities|china|the united states|"
    "united kingdom|france|russia|russian federation|germany|japan|india|brazil|canada|australia|"
    "south africa|republic of korea|saudi arabia|mexico|indonesia|italy|turkey|türkiye|argentina" },
  { ACCORD_RULE_ORGANISATION,
    "united nations|the un|general assembly|security council|secretary general|european union|"
    "european commission|the council|council|the commission|the committee|committee|organization|"
    "organizations|organisation|organisations|institutions|unesco|oecd|brics|g7|g20|african union|"
    "agencies|agency|we|the conference|the assembly|universities" },
  { ACCORD_RULE_COMPANY,
    "company|companies|developer|developers|deployer|deployers|provider|providers|industry|"
    "enterprise|enterprises|firm|firms|business|businesses|the private sector|private sector|"
    "manufacturers|operator|operators|supplier|suppliers|vendors|platforms|organizations "
    "developing|"
    "organisations developing|corporations" },
  { ACCORD_RULE_PEOPLE,
    "people|person|persons|citizen|citizens|user|users|individual|individuals|researchers|"
    "scientists|"
    "designers|engineers|civil society|workers|employers|teachers|humans|resident|residents" },
  { ACCORD_RULE_ALL,
    "everyone|everybody|all stakeholders|stakeholders|all parties|all actors|all sides|all of us|"
    "all countries and stakeholders|the international community|international community|ai actors|"
    "all people|no one|nobody" },
  { ACCORD_RULE_IGNORE,
    "not required|no obligation|political will|free will|will of|the will|good will|at will|the "
    "ban|state of|state of the art|"
    "third party|third parties|as well as|must have|in order to|so as to|all countries" },
  { 0, NULL },
};

static const AccordRuleRow CHINESE[] = {
  { ACCORD_RULE_OBLIGE, "必须|须|务必|务须|有义务|有责任|一定要|负有责任|依法承担" },
  { ACCORD_RULE_PROHIBIT,
    "不得|禁止|严禁|不准|不许|不允许|决不|绝不|决不允许|绝不允许|不能|不容|杜绝|承诺不|严格禁止" },
  { ACCORD_RULE_COMMIT, "承诺|致力于|决心|愿|愿意|愿同|愿与|将继续|将致力于|立志|保证不断" },
  { ACCORD_RULE_WILL, "将" },
  { ACCORD_RULE_RECOMMEND, "应|应当|应该|宜|建议|需要|需|要|有必要|理应|亟需|亟须|应予|应于" },
  { ACCORD_RULE_ENCOURAGE, "鼓励" },
  { ACCORD_RULE_IMPERATIVE, "加强|建立|完善|确保|尊重|保护|保障|健全|制定|开展|提高|提升|构建" },
  { ACCORD_RULE_ADVOCATE,
    "主张|倡导|提倡|支持|坚定支持|推动|推进|促进|坚持|赞成|拥护|弘扬|欢迎|秉持|奉行|赞赏" },
  { ACCORD_RULE_CALL, "呼吁|号召|敦促|倡议各|邀请|希望各" },
  { ACCORD_RULE_OPPOSE,
    "不应|不应当|不应该|不宜|反对|坚决反对|拒绝|抵制|谴责|摒弃|不赞成|不同意|不支持|不主张" },
  { ACCORD_RULE_NOTE,
    "认为|注意到|认识到|指出|重申|确认|强调|承认|忆及|回顾|表示|关注|肯定|意识到" },
  { ACCORD_RULE_MAY, "可|可以|允许|能够" },
  { ACCORD_RULE_NOT, "不|未|没有|并未|从不|非" },
  { ACCORD_RULE_DENIAL, "不是|并非|而不是|而非|并不是|不等于|绝非|不意味着|不在于|不仅仅是" },
  { ACCORD_RULE_JOINT, "并|并且|但|但是|而|而且|同时|且|从而|以便|也|还|又|则|如果|因此|所以" },
  { ACCORD_RULE_PREPOSITION, "对|对于|为|与|和|向|在|把|被|给|从|让|使|同|跟|关于|以" },
  { ACCORD_RULE_POSSESSIVE, "的|之间|之|间" },
  { ACCORD_RULE_BY, "由" },
  { ACCORD_RULE_STATE, "国家|各国|世界各国|各国政府|政府|成员国|会员国|缔约国|发达国家|发展中国家|"
                       "中国|我国|中方|美国|英国|"
                       "法国|俄罗斯|德国|日本|印度|巴西|欧洲国家|韩国|加拿大|澳大利亚|南非|沙特|"
                       "监管部门|主管部门|立法机关|"
                       "有关部门|当局|主管机关|地方政府|城市|各城市|成员城市|双方|缔约方" },
  { ACCORD_RULE_ORGANISATION, "联合国|联合国大会|安理会|欧盟|委员会|理事会|国际组织|组织|机构|"
                              "教科文组织|世界卫生组织|金砖国家|"
                              "上合组织|非盟|我们|本会|大会|高校|科研机构|研究机构" },
  { ACCORD_RULE_COMPANY, "企业|公司|开发者|研发者|提供者|服务提供者|供应商|运营者|经营者|平台|"
                         "产业界|行业|私营部门|科技公司|"
                         "开发商|生产者|部署者" },
  { ACCORD_RULE_PEOPLE,
    "人们|人民|公民|个人|用户|使用者|公众|科研人员|科学家|研究人员|劳动者|居民|民众" },
  { ACCORD_RULE_ALL, "各方|所有人|任何人|每个人|人人|国际社会|所有国家|全人类|社会各界|"
                     "各利益攸关方|利益攸关方|全社会|"
                     "任何组织和个人|任何组织|任何个人|大家|各界" },
  { ACCORD_RULE_IGNORE,
    "应用|应对|反应|响应|效应|相应|供应|适应|应急|应运|回应|对应|应答|应变|应有|感应|应试|重要|"
    "主要|要素|"
    "要点|要求|首要|摘要|纲要|概要|必要|只要|要么|要是|要害|次要|紧要|将来|即将|必将|愿景|自愿|"
    "意愿|愿望|"
    "志愿|可能|可靠|可持续|可信|可控|可解释|可见|认可|许可|不可|可追溯|适宜|需求|必需|内需|急需|"
    "供需|国家安全|"
    "个人信息|个人数据|个人隐私|公司治理|平台经济|行业标准|企业家|合并|并存|一并|总需求|便宜|事宜|"
    "组织架构|机构改革|非常|非洲|除非|未来|从未|也许|还是|将军|生产者责任|不仅|不仅要|不断|不同|"
    "不必要|"
    "不确定|不平等|不公平|不公正|不安全|不透明|不良|不当|不利|不足" },
  { 0, NULL },
};

static const AccordRuleRow FRENCH[] = {
  { ACCORD_RULE_OBLIGE,
    "doit|doivent|devons|devra|devront|devrons|il faut|est tenu de|est tenue de|sont tenus de|"
    "sont tenues de|obligatoire|obligatoires|exige|exigent|exigeons|l obligation de|il incombe|s "
    "impose|"
    "s imposent|est requis|est requise" },
  { ACCORD_RULE_PROHIBIT,
    "interdit|interdite|interdits|interdites|interdire|interdisons|interdisent|interdiction "
    "de|prohib*|"
    "ne saurait|ne sauraient|nul ne|aucun ~ ne peut|aucune ~ ne peut|aucun ~ ne doit|"
    "aucune ~ ne doit|aucun ~ ne devra|aucune ~ ne devra|ne *erons|n *erons|ne *irons|ne *drons" },
  { ACCORD_RULE_COMMIT,
    "nous nous engageons|nous engageons|s engage|s engagent|s est engagé|s est engagée|s engageant|"
    "l engagement de|engagement à|nous *erons|nous *irons|nous *drons|déterminés à|résolus "
    "à|promet|"
    "promettons|promettent|prêts à|prête à|prêt à" },
  { ACCORD_RULE_WILL,
    "fera|feront|veillera|veilleront|assurera|assureront|respectera|respecteront" },
  { ACCORD_RULE_RECOMMEND,
    "devrait|devraient|devrions|il convient|il conviendrait|recommand*|conseill*|suggère|suggérons|"
    "souhaitable|il est essentiel|il est important|il importe|il est nécessaire|est nécessaire|"
    "est essentiel|est essentielle" },
  { ACCORD_RULE_ENCOURAGE, "encourage|encourageons|encouragent|encourager|encourageant" },
  { ACCORD_RULE_IMPERATIVE,
    "garantir|protéger|assurer|respecter|renforcer|veiller|développer|établir|"
    "prévenir|publier|mettre|prendre" },
  { ACCORD_RULE_ADVOCATE,
    "préconis*|prôn*|soutient|soutenons|soutiennent|soutenir|promouvoir|promeut|promouvons|"
    "promeuvent|"
    "favorise|favorisent|favorisons|favoriser|défend|défendons|défendent|plaid*|appuie|appuyons|"
    "appuient|salue|saluons|saluent" },
  { ACCORD_RULE_CALL,
    "appelle|appelons|appellent|appelant|invite|invitons|invitent|invitant|exhort*|demande aux|"
    "demande à|demandons aux|demandons à|prie|prions" },
  { ACCORD_RULE_OPPOSE, "s oppose|s opposent|nous opposons|s "
                        "opposer|rejette|rejettent|rejetons|rejeter|refuse|refusent|"
                        "refusons|condamn*|dénonc*" },
  { ACCORD_RULE_NOTE,
    "reconnaît|reconnait|reconnaissons|reconnaissent|reconnaissant|note que|notons|notant|constat*|"
    "affirm*|réaffirm*|rappelle|rappelons|rappellent|rappelant|souligne|soulignons|soulignent|"
    "soulignant|conscient|consciente|conscients|conscientes|considérant" },
  { ACCORD_RULE_MAY, "peut|peuvent|pourra|pourront|pouvons" },
  { ACCORD_RULE_REFRAIN, "s abstenir de|s abstient de|s abstiennent de|s abstenant de" },
  { ACCORD_RULE_NOT, "ne|n" },
  { ACCORD_RULE_DENIAL, "plutôt que|au lieu de|non pas|et non" },
  { ACCORD_RULE_JOINT,
    "et|mais|ou|tandis que|alors que|que|qui|qu|dont|parce que|si|lorsque|car|afin que|où" },
  { ACCORD_RULE_PREPOSITION,
    "de|des|du|d|à|aux|au|pour|contre|avec|en|dans|sur|entre|leurs|leur|ses|chez|parmi" },
  { ACCORD_RULE_BY, "par|par les|par le|par la|par l|par des" },
  { ACCORD_RULE_STATE,
    "état|états|etat|etats|états "
    "membres|gouvernement|gouvernements|pays|nations|autorité|autorités|"
    "pouvoirs publics|parlement|parlements|parties|chine|france|états unis|russie|allemagne|japon|"
    "inde|brésil|royaume uni|canada|régulateurs|villes|ville|communes|commune" },
  { ACCORD_RULE_ORGANISATION,
    "nations unies|onu|union "
    "européenne|commission|conseil|comité|organisation|organisations|unesco|"
    "ocde|assemblée générale|secrétaire général|institutions|nous|union africaine|l assemblée" },
  { ACCORD_RULE_COMPANY,
    "entreprise|entreprises|développeur|développeurs|fournisseur|fournisseurs|industrie|"
    "secteur privé|exploitant|exploitants|sociétés|opérateur|opérateurs|fabricants|plateformes|"
    "concepteurs" },
  { ACCORD_RULE_PEOPLE,
    "personnes|personne|citoyen|citoyens|utilisateur|utilisateurs|individus|chercheurs|"
    "scientifiques|société civile|travailleurs|habitant|habitants" },
  { ACCORD_RULE_ALL,
    "chacun|tous|toutes les parties|parties prenantes|toutes les parties prenantes|"
    "communauté internationale|tout le monde|nul" },
  { ACCORD_RULE_IGNORE, "le doit|peut être|ainsi que|personne ne" },
  { 0, NULL },
};

static const AccordRuleRow SPANISH[] = {
  { ACCORD_RULE_OBLIGE, "debe|deben|debemos|deberá|deberán|deberemos|tiene que|tienen que|tenemos "
                        "que|hay que|obligatorio|"
                        "obligatoria|obligatorios|obligatorias|obligado a|obligados a|obligada "
                        "a|obligadas a|exige|exigen|"
                        "exigimos|se requiere|se exige|la obligación de|el deber de|ha de|han de" },
  { ACCORD_RULE_PROHIBIT,
    "prohíb*|prohib*|vedad*|no se permit*|queda prohibid*|quedan prohibid*|ningún ~ podrá|"
    "ninguna ~ podrá|ningún ~ puede|ninguna ~ puede|ningún ~ debe|ninguna ~ debe|nadie podrá|"
    "nadie puede|nadie debe|no *aremos|no *eremos|no *iremos|no *dremos" },
  { ACCORD_RULE_COMMIT,
    "nos comprometemos|se compromete|se comprometen|comprometido a|comprometidos a|comprometida a|"
    "comprometidas a|el compromiso de|compromiso "
    "de|*aremos|*eremos|*iremos|*dremos|promete|prometen|"
    "prometemos|resueltos a|decididos a|nos proponemos|dispuestos a" },
  { ACCORD_RULE_WILL, "velará|velarán|respetará|respetarán|garantizará|garantizarán|hará|harán" },
  { ACCORD_RULE_RECOMMEND,
    "debería|deberían|deberíamos|conviene|convendría|recomend*|recomiend*|aconsej*|es importante|"
    "es esencial|es necesario|es fundamental|sugier*|sugerimos|es conveniente|sería conveniente" },
  { ACCORD_RULE_ENCOURAGE,
    "alienta|alientan|alentamos|alentar|alentando|anima a|animan a|animamos a" },
  { ACCORD_RULE_IMPERATIVE,
    "garantizar|proteger|asegurar|respetar|fortalecer|velar|desarrollar|establecer|"
    "prevenir|publicar|adoptar" },
  { ACCORD_RULE_ADVOCATE,
    "apoya|apoyan|apoyamos|apoyar|apoyando|promueve|promueven|promovemos|promover|promoviendo|"
    "fomenta|"
    "fomentan|fomentamos|fomentar|defiende|defienden|defendemos|defender|aboga|abogan|abogamos|"
    "respalda|respaldan|respaldamos|propugna|propugnan|propugnamos|impulsa|impulsan|impulsamos|"
    "acoge con satisfacción|acogemos con satisfacción" },
  { ACCORD_RULE_CALL,
    "exhort*|insta|instan|instamos|instar|instando|invita|invitan|invitamos|invitando|pide a|piden "
    "a|"
    "pedimos a|llama a|llaman a|llamamos a|hacemos un llamamiento|hace un llamamiento" },
  { ACCORD_RULE_OPPOSE,
    "se opone|se oponen|nos oponemos|oponerse|rechaz*|condena|condenan|condenamos|condenar|repudia|"
    "repudiamos|denuncia|denunciamos" },
  { ACCORD_RULE_NOTE,
    "reconoc*|señal*|toma nota|tomando nota|tomamos nota|observa|observamos|observando|afirm*|"
    "reafirm*|recordando|recuerda|recordamos|subray*|destac*|consciente|conscientes|considerando" },
  { ACCORD_RULE_MAY, "puede|pueden|podrá|podrán|podemos|podría|podrían" },
  { ACCORD_RULE_REFRAIN, "abstenerse de|se abstienen de|se abstendrán de|se abstenga de" },
  { ACCORD_RULE_NOT, "no|nunca|jamás|tampoco" },
  { ACCORD_RULE_DENIAL, "en lugar de|en vez de|y no" },
  { ACCORD_RULE_JOINT,
    "y|e|pero|o|mientras que|mientras|que|quien|quienes|porque|si|cuando|sino|donde|aunque" },
  { ACCORD_RULE_PREPOSITION, "de|del|a|al|para|con|contra|en|entre|sobre|sus|su|ante|desde|hacia" },
  { ACCORD_RULE_BY, "por|por los|por las|por el|por la" },
  { ACCORD_RULE_STATE,
    "estado|estados|estados miembros|gobierno|gobiernos|país|países|naciones|autoridad|autoridades|"
    "parlamento|parlamentos|las partes|poderes públicos|china|españa|méxico|argentina|brasil|"
    "estados unidos|francia|rusia|alemania|japón|india|chile|colombia|perú|reguladores" },
  { ACCORD_RULE_ORGANISATION,
    "naciones unidas|onu|unión "
    "europea|comisión|consejo|comité|organización|organizaciones|unesco|ocde|"
    "asamblea general|secretario general|instituciones|nosotros|la asamblea" },
  { ACCORD_RULE_COMPANY,
    "empresa|empresas|desarrollador|desarrolladores|proveedor|proveedores|industria|sector privado|"
    "operador|operadores|fabricantes|plataformas|compañías" },
  { ACCORD_RULE_PEOPLE,
    "personas|persona|ciudadano|ciudadanos|ciudadanía|usuario|usuarios|individuos|investigadores|"
    "científicos|sociedad civil|trabajadores" },
  { ACCORD_RULE_ALL, "todos|todas las partes|todas las partes interesadas|partes "
                     "interesadas|comunidad internacional|"
                     "todo el mundo|nadie" },
  { ACCORD_RULE_IGNORE, "queremos|no sólo|no solo|así como|no obstante|estado de" },
  { 0, NULL },
};

static const AccordRuleRow RUSSIAN[] = {
  { ACCORD_RULE_OBLIGE,
    "должен|должна|должно|должны|обязан|обязана|обязано|обязаны|необходимо|надлежит|требует|"
    "требуют|"
    "требуется|требуем|обязательно|обязателен|обязательна|обязательны|подлежит|подлежат" },
  { ACCORD_RULE_PROHIBIT,
    "запреща*|запрещен*|запрещён*|запрет|запретить|недопустим*|нельзя|не допуска*|не допускать|"
    "воспреща*|никто не вправе|никто не может|никто не должен|не будем|ни один* ~ не может|"
    "ни одна ~ не может|ни одна ~ не должна|ни один ~ не должен" },
  { ACCORD_RULE_COMMIT, "обязуемся|обязуется|обязуются|обязуясь|будем|намерен*|берем на себя|берём "
                        "на себя|берет на себя|"
                        "берёт на себя|берут на "
                        "себя|привержен|привержены|привержена|обещаем|обещает|готовы|преисполнены "
                        "решимости|полны решимости" },
  { ACCORD_RULE_WILL, "будет|будут" },
  { ACCORD_RULE_RECOMMEND,
    "следует|рекоменд*|желательно|целесообразно|важно|нужно|надо|следовало бы|советует|советуем" },
  { ACCORD_RULE_ENCOURAGE, "поощря*" },
  { ACCORD_RULE_IMPERATIVE,
    "обеспечивать|обеспечить|защищать|уважать|соблюдать|развивать|укреплять|"
    "создавать|создать|принимать|принять" },
  { ACCORD_RULE_ADVOCATE,
    "поддерживает|поддерживаем|поддерживают|поддерживать|поддерживая|выступает за|выступаем за|"
    "выступают за|содейств*|способств*|продвига*|отстаива*|ратует|ратуем|приветству*" },
  { ACCORD_RULE_CALL, "призыва*|предлагает|предлагаем|просит|просим|настоятельно призыва*" },
  { ACCORD_RULE_OPPOSE,
    "выступает против|выступаем против|выступают против|отверга*|осужда*|возража*|отклоня*|"
    "противится|против того" },
  { ACCORD_RULE_NOTE,
    "признает|признаёт|признаем|признаём|признают|признавая|отмеча*|подтвержда*|напомина*|"
    "подчеркива*|подчёркива*|сознавая|сознаем|осознавая|учитывая|принимая во внимание|заявля*|"
    "считает|считаем|ссылаясь" },
  { ACCORD_RULE_MAY, "может|могут|вправе|можем|может быть" },
  { ACCORD_RULE_REFRAIN, "воздерж*" },
  { ACCORD_RULE_NOT, "не|ни|никогда" },
  { ACCORD_RULE_DENIAL, "вместо|а не|речь не о|не о" },
  { ACCORD_RULE_JOINT,
    "и|но|а|или|что|который|которая|которое|которые|чтобы|если|когда|потому что|тогда как|однако" },
  { ACCORD_RULE_PREPOSITION,
    "в|для|с|со|от|к|о|об|между|из|у|на|по|при|через|против|права|интересы|над|перед" },
  { ACCORD_RULE_BY, "со стороны" },
  { ACCORD_RULE_STATE,
    "государство|государства|государствам|государства члены|государства участники|правительство|"
    "правительства|правительствам|правительств|страна|страны|странам|власти|органы власти|стороны|"
    "парламент|парламенты|россия|российская федерация|китай|франция|германия|япония|индия|бразилия|"
    "сша|соединенные штаты|великобритания|регуляторы" },
  { ACCORD_RULE_ORGANISATION,
    "организация объединенных наций|оон|европейский союз|ес|комиссия|совет|комитет|организация|"
    "организации|организациям|юнеско|генеральная ассамблея|генеральный секретарь|мы|учреждения|"
    "брикс|конференция" },
  { ACCORD_RULE_COMPANY,
    "компания|компании|компаниям|разработчик|разработчики|разработчикам|поставщик|поставщики|"
    "поставщикам|предприятия|бизнес|бизнесу|частный сектор|частному сектору|операторы|операторам|"
    "производители|производителям|отрасль" },
  { ACCORD_RULE_PEOPLE,
    "люди|граждане|гражданам|пользователь|пользователи|пользователям|ученые|учёные|исследователи|"
    "гражданское общество|работники|человек" },
  { ACCORD_RULE_ALL,
    "все|всех|каждый|все стороны|все заинтересованные стороны|международное сообщество|"
    "заинтересованные стороны|никто|все страны|все государства" },
  { ACCORD_RULE_IGNORE, "не только|должным образом|в том числе|может быть" },
  { 0, NULL },
};

static const AccordRuleRow ARABIC[] = {
  { ACCORD_RULE_OBLIGE, "يجب|يتعين|يتوجب|يلزم|لا بد|لابد|على ~ "
                        "أن|ملزم|ملزمة|ملزمون|إلزامي|إلزامية|واجب على|تلزم|يقتضي" },
  { ACCORD_RULE_PROHIBIT, "يحظر|تحظر|نحظر|حظر|يمنع|تمنع|نمنع|ممنوع|محظور|محظورة|لا يجوز|لا "
                          "تجوز|يجب ألا|يجب أن لا|يجب عدم|"
                          "لا يحق|لن|يحرم|لا يسمح" },
  { ACCORD_RULE_COMMIT,
    "نلتزم|تلتزم|يلتزم|نتعهد|تتعهد|يتعهد|تعهدت|التزامنا|ملتزمون|عازمون|نعتزم|تعتزم|يعتزم|سن*|"
    "مصممون|مستعدون|التزمت" },
  { ACCORD_RULE_WILL, "سوف|ستعمل|سيعمل|ستقوم|سيقوم|ستواصل|سيواصل|ستضمن|سيضمن" },
  { ACCORD_RULE_RECOMMEND, "ينبغي|نوصي|توصي|يوصي|يوصى|يستحسن|من المهم|من الضروري|من "
                           "الأفضل|ينصح|نقترح|تقترح|يقترح|من الواجب" },
  { ACCORD_RULE_ENCOURAGE, "نشجع|تشجع|يشجع|تشجيع" },
  { ACCORD_RULE_IMPERATIVE, "ضمان|حماية|احترام|تطوير|إنشاء|دعم|وضع" },
  { ACCORD_RULE_ADVOCATE,
    "ندعم|تدعم|يدعم|نؤيد|تؤيد|يؤيد|نعزز|تعزز|يعزز|تعزيز|ندافع|تدافع|يدافع|نناصر|نرحب|ترحب|يرحب" },
  { ACCORD_RULE_CALL,
    "ندعو|تدعو|يدعو|دعت|دعا|نحث|تحث|يحث|نناشد|تناشد|يناشد|نطلب من|يطلب من|تطلب من" },
  { ACCORD_RULE_OPPOSE,
    "لا ينبغي|ينبغي ألا|ينبغي أن لا|ينبغي عدم|نعارض|تعارض|يعارض|نرفض|ترفض|يرفض|ندين|تدين|يدين|"
    "نستنكر|تستنكر|يستنكر" },
  { ACCORD_RULE_NOTE,
    "نلاحظ|تلاحظ|يلاحظ|نقر|تقر|يقر|ندرك|تدرك|يدرك|إدراكا|نؤكد|تؤكد|يؤكد|نشير|تشير|يشير|نسلم|تسلم|"
    "يسلم|نعترف|تعترف|يعترف|إذ" },
  { ACCORD_RULE_MAY, "يجوز|تجوز|يحق|يمكن" },
  { ACCORD_RULE_REFRAIN, "الامتناع عن|تمتنع عن|يمتنع عن|نمتنع عن" },
  { ACCORD_RULE_NOT, "لا|لم|ليس|ليست|لسنا" },
  { ACCORD_RULE_DENIAL, "بدلا من|وليس|عوضا عن|لا مجرد" },
  { ACCORD_RULE_JOINT, "و|لكن|ولكن|أو|بل|بينما|التي|الذي|الذين|لأن|إذا|عندما|أن|كما" },
  { ACCORD_RULE_PREPOSITION, "من|إلى|في|بين|عن|ل|ب|على|مع|ضد|حقوق|لدى|حول" },
  { ACCORD_RULE_BY, "من قبل|من جانب" },
  { ACCORD_RULE_STATE,
    "دولة|الدولة|دول|الدول|للدول|للحكومات|للدولة|الدول الأعضاء|جميع الدول|كل "
    "دولة|حكومة|الحكومة|حكومات|الحكومات|البلدان|بلد|"
    "بلدان|السلطات|السلطة|البرلمانات|الأطراف|الصين|روسيا|فرنسا|مصر|السعودية|المملكة العربية "
    "السعودية|"
    "الولايات المتحدة|الهند|البرازيل|ألمانيا|المدن|المدينة|الجهات التنظيمية|البلديات|البلدية" },
  { ACCORD_RULE_ORGANISATION,
    "الأمم المتحدة|الجمعية العامة|مجلس الأمن|الاتحاد الأوروبي|الاتحاد "
    "الأفريقي|المجلس|اللجنة|المنظمة|"
    "منظمة|المنظمات|منظمات|اليونسكو|الأمين العام|المؤسسات|نحن|المؤتمر|الرابطة" },
  { ACCORD_RULE_COMPANY,
    "شركة|الشركة|شركات|الشركات|للشركات|للمطورين|المطور|المطورين|المطورون|مطورو|المورد|الموردين|"
    "الموردون|القطاع "
    "الخاص|"
    "الصناعة|المشغلين|المشغلون|المصنعين|المنصات|مقدمي الخدمات|مقدمو الخدمات|المؤسسات التجارية" },
  { ACCORD_RULE_PEOPLE, "الناس|الأفراد|المواطن|المواطنين|المواطنون|المستخدم|المستخدمين|المستخدمون|"
                        "الباحثين|الباحثون|العلماء|"
                        "المجتمع المدني|العمال|الشعوب|السكان" },
  { ACCORD_RULE_ALL,
    "الجميع|جميع الأطراف|كل الأطراف|المجتمع الدولي|أصحاب المصلحة|جميع أصحاب المصلحة|كل شخص|لأحد" },
  { ACCORD_RULE_IGNORE, "سنة|سنوات|سنويا|سنوي|سنوية|سند|لا سيما|ليس فقط|على أن" },
  { 0, NULL },
};

const AccordRuleTable ACCORD_RULE_TABLES[] = {
  { "en", ENGLISH, NULL }, { "zh", CHINESE, NULL }, { "fr", FRENCH, NULL },
  { "es", SPANISH, NULL }, { "ru", RUSSIAN, NULL }, { "ar", ARABIC, "وف" },
};
const guint ACCORD_N_RULE_TABLES = G_N_ELEMENTS (ACCORD_RULE_TABLES);
