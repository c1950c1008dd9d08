/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of Spanish. Verbs rarely have a pronoun: their endings tell who speaks. */
#include "engine/accord-stance-rules-private.h"

static const AccordRuleRow ROWS[] = {
  { ACCORD_RULE_OBLIGE,
    "debe|deben|debemos|deberá|deberán|deberemos|tiene que|tienen que|tenemos que|hay que|"
    "obligatorio|obligatoria|obligatorios|obligatorias|obligado a|obligados a|obligada a|"
    "obligadas a|exige|exigen|exigimos|se requiere|se exige|la obligación de|el deber de|ha de|"
    "han de|habrá que|es obligatorio|es obligatoria|es preceptivo|están obligados a|"
    "está obligado a|están obligadas a|está obligada a|tiene la obligación|"
    "tienen la obligación|tiene el deber|tienen el deber|tenemos el deber|"
    "tenemos la obligación|tendrá que|tendrán que|tendremos que|es imperativo|es indispensable|"
    "es imprescindible|resulta imprescindible|requiere|requieren|es responsable de|"
    "son responsables de|es imperioso|hemos de|habrá de|habrán de|se exigirá|velará|velarán|"
    "garantizará|garantizarán|adoptarán|adoptará|asegurará|asegurarán" },
  { ACCORD_RULE_PROHIBIT,
    "prohíb*|prohib*|vedad*|no se permit*|queda prohibid*|quedan prohibid*|ningún ~ podrá|"
    "ninguna ~ podrá|ningún ~ puede|ninguna ~ puede|ningún ~ debe|ninguna ~ debe|nadie podrá|"
    "nadie puede|nadie debe|no *aremos|no *eremos|no *iremos|no *dremos|no se permitirá|"
    "no se permite|no se admit*|no se toler*|en ningún caso|bajo ninguna circunstancia|"
    "bajo ningún concepto|no está permitido|no están permitidos|no está autorizado|"
    "se compromete a no|se comprometen a no|nos comprometemos a no|nada ~ podrá|está prohibido|"
    "están prohibidos|está prohibida|están prohibidas|queda vedad*|líneas rojas|proscri*|"
    "jamás se|nunca deb*|no será|no serán" },
  { ACCORD_RULE_COMMIT,
    "nos comprometemos|se compromete|se comprometen|comprometido a|comprometidos a|"
    "comprometida a|comprometidas a|el compromiso de|compromiso de|*aremos|*eremos|*iremos|"
    "*dremos|promete|prometen|prometemos|resueltos a|decididos a|nos proponemos|dispuestos a|"
    "está comprometido|está comprometida|están comprometidos|estamos comprometidos|"
    "asume el compromiso|asumen el compromiso|asumimos el compromiso|reafirma su compromiso|"
    "reafirmamos nuestro compromiso|nuestro compromiso|tiene la intención de|"
    "tienen la intención de|tenemos la intención de|se propone|se proponen|prevé|prevén|decide|"
    "deciden|decidimos|acuerda|acuerdan|acordamos|está decidido a|está decidida a|"
    "están decididos a|estamos decididos a|está dispuesto a|está dispuesta a|"
    "están dispuestos a|estamos dispuestos a|está resuelto a|están resueltos a|resuelta a|"
    "decidida a|seguirá|seguirán|continuará|continuarán|se esforzará|se esforzarán|"
    "nos esforzaremos|nos esforzamos|procura|procuramos" },
  { ACCORD_RULE_WILL,
    "velará|velarán|respetará|respetarán|garantizará|garantizarán|hará|harán|*ará|*arán|*irá|"
    "*irán|*erá|*erán|*drá|*drán" },
  { ACCORD_RULE_RECOMMEND,
    "debería|deberían|deberíamos|conviene|convendría|recomend*|recomiend*|aconsej*|"
    "es importante|es esencial|es necesario|es fundamental|sugier*|sugerimos|es conveniente|"
    "sería conveniente|debería ~ ser|sería deseable|sería recomendable|es deseable|"
    "es recomendable|es aconsejable|es preferible|es crucial|son esenciales|son fundamentales|"
    "son necesarios|son necesarias|resulta esencial|resulta necesario|se aconseja|merece|"
    "merecen|convenga|convendría que|habría que|hace falta|hacen falta|es preciso|importa que|"
    "es vital|es menester|necesita|necesitan|necesitamos|es oportuno|cabe considerar" },
  { ACCORD_RULE_ENCOURAGE,
    "alienta|alientan|alentamos|alentar|alentando|anima a|animan a|animamos a|se alienta|"
    "se anima|se invita|anima|animan|animamos|alienta a|alentamos a|se insta" },
  { ACCORD_RULE_IMPERATIVE,
    "garantizar|proteger|asegurar|respetar|fortalecer|velar|desarrollar|establecer|prevenir|"
    "publicar|adoptar|crear|evaluar|informar|reducir|reforzar|facilitar|mejorar|elaborar|"
    "ampliar|formar|capacitar|integrar|consultar|invertir|ofrecer|definir|mantener|incluir|"
    "promulgar|incorporar|documentar|explicar|limitar|preservar|abrir|difundir|supervisar|"
    "aplicar|combatir|diseñar|implementar|implantar|salvaguardar|sensibilizar|instaurar|"
    "aumentar|realizar|poner|dar|brindar|destinar|intensificar" },
  { ACCORD_RULE_ADVOCATE,
    "apoya|apoyan|apoyamos|apoyar|apoyando|promueve|promueven|promovemos|promover|promoviendo|"
    "fomenta|fomentan|fomentamos|fomentar|defiende|defienden|defendemos|defender|aboga|abogan|"
    "abogamos|respalda|respaldan|respaldamos|propugna|propugnan|propugnamos|impulsa|impulsan|"
    "impulsamos|acoge con satisfacción|acogemos con satisfacción|aboga por|a favor de|"
    "está a favor|celebra|celebran|celebramos|saluda|saludan|saludamos|aplaud*|elogi*|encomia|"
    "encomiamos|acogen con|acogiendo con|acoge con|acogemos con|valora|valoramos|valoran|"
    "reivindic*|favorece|favorecen|favorecemos|impulsar|impulsando|respaldar|respaldando|"
    "apostamos por|apuesta por|apuestan por|cree en|creemos en|defendiendo|fomentando|ampara|"
    "amparamos|estimula|estimulan|acogió con|milita" },
  { ACCORD_RULE_CALL,
    "exhort*|insta|instan|instamos|instar|instando|invita|invitan|invitamos|invitando|pide a|"
    "piden a|pedimos a|llama a|llaman a|llamamos a|hacemos un llamamiento|hace un llamamiento|"
    "pide al|pide que|piden que|pedimos que|piden al|pedimos al|solicita a|solicita al|"
    "solicitan a|solicitamos a|solicitamos al|solicita que|llamamiento a|insto|urge a|urgen a|"
    "urgimos a|convoca a|convocamos a|invitar a|ruega|rogamos|requiere a|reclama|reclaman|"
    "reclamamos|apela a|apelamos a|demanda que|demandamos|instó|pidió|hacen un llamamiento" },
  { ACCORD_RULE_FALLS,
    "es deber de|es un deber de|es obligación de|es una obligación de|es responsabilidad de|"
    "es tarea de|corresponde a|corresponde al|incumbe a|incumbe al|compete a|compete al|"
    "recae en|recae sobre" },
  { ACCORD_RULE_OUGHT_NOT, "no debería|no deberían|no deberíamos" },
  { ACCORD_RULE_OPPOSE,
    "se opone|se oponen|nos oponemos|oponerse|rechaz*|condena|condenan|condenamos|condenar|"
    "repudia|repudiamos|denuncia|denunciamos|está en contra|están en contra|estamos en contra|"
    "se manifiesta en contra|deplora|deploramos|deploran|lamenta|lamentamos|desaprueba|"
    "desaprobamos|oponiéndose|se niega a|se niegan a|nos negamos a|decimos no|repudian|"
    "denuncian|objeta|objetan|protesta*|contrario a|es contrario a" },
  { ACCORD_RULE_NOTE,
    "reconoc*|señal*|toma nota|tomando nota|tomamos nota|observa|observamos|observando|afirm*|"
    "reafirm*|recordando|recuerda|recordamos|subray*|destac*|consciente|conscientes|"
    "considerando|toman nota|tomando en cuenta|teniendo en cuenta|teniendo presente|"
    "tiene presente|convencid*|preocupad*|persuadid*|consideramos|considera|consideran|"
    "cree que|creemos|creen|creyendo|estima|estimamos|estiman|opinamos|opina|entendemos|"
    "entiende|advierte|advertimos|constat*|expres*|declar*|resalt*|puntualiz*|pone de relieve|"
    "ponemos de relieve|pone de manifiesto|hace hincapié|hacemos hincapié|hacen hincapié|"
    "recordar|admite|admitimos|sabemos|manifiesta|pensamos|confirm*|enfatiz*|recalc*|"
    "conscientes de|observan|notamos|nota con" },
  { ACCORD_RULE_REPORT,
    "según los críticos|según sus críticos|según algunos|según algunas|según sus detractores|"
    "según los detractores|según los opositores|según observadores|según varios observadores|"
    "los críticos ~ afirman|los críticos ~ sostienen|los críticos dicen|los críticos señalan|"
    "críticos afirman|críticos sostienen|algunos ~ afirman|algunos ~ sostienen|algunos ~ dicen|"
    "algunos ~ creen|algunos ~ opinan|algunas voces ~ *an|algunas voces ~ *en|"
    "otros ~ sostienen|otros ~ afirman|otros ~ opinan|se dice que|se ha dicho que|"
    "se ha argumentado|a juicio de los críticos|en opinión de los críticos|"
    "los detractores ~ *an|los escépticos ~ *en|los opositores ~ *an|hay quien sostiene|"
    "hay quien afirma|hay quienes sostienen|hay quienes afirman" },
  { ACCORD_RULE_MAY, "puede|pueden|podrá|podrán|podemos|podría|podrían" },
  { ACCORD_RULE_REFRAIN,
    "abstenerse de|se abstienen de|se abstendrán de|se abstenga de|abstenerse|se abstiene de|"
    "se abstendrá de|se abstengan de|evitar|evita|evitan|evite|eviten|evitamos|evitará|"
    "evitarán|renunciar a|renuncia a|renuncian a|renunciamos a|abstenernos de|evitando" },
  { ACCORD_RULE_NOT, "no|nunca|jamás|tampoco" },
  { ACCORD_RULE_DENIAL, "en lugar de|en vez de|y no" },
  { ACCORD_RULE_JOINT,
    "y|e|o|mientras que|mientras|que|quien|quienes|porque|si|cuando|sino|donde|aunque" },
  { ACCORD_RULE_BUT, "pero|sin embargo|no obstante|ahora bien|con todo" },
  { ACCORD_RULE_PREPOSITION,
    "de|del|a|al|para|con|contra|en|entre|sobre|sus|su|ante|desde|hacia|por|sin|según|bajo|"
    "como|tras|mediante|nuestro|nuestra|nuestros|nuestras|hacia los|incluidos|incluidas|"
    "tales como|para con|durante|contra los|hasta|cuyo|cuya|cuyos|los derechos de|otros|otras|"
    "estos países|y de" },
  { ACCORD_RULE_BY,
    "por|por los|por las|por el|por la|por parte de|por cada|por todos|por todo|por cualquier|"
    "por parte del" },
  { ACCORD_RULE_THEY, "ellos|ellas|este|estos|estas|estas últimas|estos últimos|él|ella" },
  { ACCORD_RULE_STATE,
    "estado|estados|estados miembros|gobierno|gobiernos|país|países|naciones|autoridad|"
    "autoridades|parlamento|parlamentos|las partes|poderes públicos|china|españa|méxico|"
    "argentina|brasil|estados unidos|francia|rusia|alemania|japón|india|chile|colombia|perú|"
    "reguladores|estados partes|estado parte|ministerio|ministerios|ministro|ministros|"
    "legislador|legisladores|legislador nacional|autoridades competentes|autoridades públicas|"
    "administración|administraciones|administración pública|policía|tribunales|tribunal|jueces|"
    "juez|municipios|municipio|ayuntamiento|ayuntamientos|ciudad|ciudades|región|regiones|"
    "provincias|provincia|congreso de la república|portugal|italia|suiza|uruguay|paraguay|"
    "bolivia|ecuador|cuba|venezuela|panamá|costa rica|guatemala|honduras|el salvador|nicaragua|"
    "república dominicana|canadá|reino unido|turquía|egipto|marruecos|sudáfrica|corea|"
    "indonesia|australia|arabia saudita|países desarrollados|países en desarrollo|partes|"
    "signatarios|firmantes|partes contratantes|gobernantes|líderes|dirigentes|regulador|"
    "organismos reguladores|organismo regulador|poderes del estado|legislativo|"
    "comunidades autónomas|la república|nación|responsables políticos|decisores|generalitat|"
    "xunta|alcaldías|alcaldía|fiscalía" },
  { ACCORD_RULE_ORGANISATION,
    "naciones unidas|onu|unión europea|comisión|consejo|comité|organización|organizaciones|"
    "unesco|ocde|asamblea general|secretario general|instituciones|nosotros|la asamblea|unión|"
    "la unión|asamblea|conferencia|congreso|foro|secretaría|grupo de trabajo|cumbre|"
    "institución|organismo|organismos|universidad|universidades|escuela|escuelas|hospital|"
    "hospitales|laboratorios|laboratorio|asociación|asociaciones|fundación|fundaciones|alianza|"
    "coalición|red|redes|ong|sindicatos|sindicato|agencia|agencias|oficina|delegaciones|junta|"
    "comités|órgano|órganos|instancias|mercosur|celac|oea|cepal|medios de comunicación|"
    "bibliotecas|equipos|equipo|director general|alto comisionado|consejo de europa|"
    "banco mundial|oms|oit|otan|centros educativos|centros de investigación|relator especial|"
    "la presidencia|defensor del pueblo|defensoría|unión africana|academias|"
    "la comunidad académica" },
  { ACCORD_RULE_COMPANY,
    "empresa|empresas|desarrollador|desarrolladores|proveedor|proveedores|industria|"
    "sector privado|operador|operadores|fabricantes|plataformas|compañías|empleador|"
    "empleadores|plataforma|fabricante|productores|productor|prestador|prestadores|"
    "prestadores de servicios|vendedores|compañía|sociedad mercantil|banco|bancos|aseguradoras|"
    "aseguradora|importadores|distribuidores|implementadores|implantadores|"
    "responsables del tratamiento|responsable del tratamiento|editores|anunciantes|"
    "comerciantes|emprendedores|pymes|nuestra empresa|nuestro grupo|nuestra compañía|"
    "inversores|industriales|contratistas|encargado del tratamiento|intermediarios|"
    "corporaciones|tecnológicas|gigantes tecnológicos|operadoras|operadora|"
    "proveedor de servicios|negocios|empresariado" },
  { ACCORD_RULE_PEOPLE,
    "personas|persona|ciudadano|ciudadanos|ciudadanía|usuario|usuarios|individuos|"
    "investigadores|científicos|sociedad civil|trabajadores|médicos|médico|pacientes|docentes|"
    "docente|profesores|profesorado|maestros|alumnos|estudiantes|padres|niños|niñas|"
    "consumidores|consumidor|empleados|trabajador|trabajadora|periodistas|artistas|autores|"
    "profesionales|expertos|experto|funcionarios|funcionario|ingenieros|diseñadores|"
    "programadores|individuo|ser humano|seres humanos|humanos|hombres|mujeres|jóvenes|público|"
    "el público|usuarias|investigador|investigadoras|científico|quien|quienes|quienquiera|"
    "votantes|voluntarios|familias|comunidades|pueblo|pueblos|propietarios|auditores|"
    "inspectores|humanidad|la humanidad|población|ciudadanas|vecinos|toda persona" },
  { ACCORD_RULE_ALL,
    "todos|todas las partes|todas las partes interesadas|partes interesadas|"
    "comunidad internacional|todo el mundo|nadie|todas las personas|todos los países|"
    "todos los actores|todos los interesados|todos los estados|cada uno|cada persona|cada cual|"
    "todas|todos nosotros|todos los miembros|la sociedad en su conjunto|cualquier persona|"
    "cualquiera|todos los sectores|interesados|las partes interesadas" },
  { ACCORD_RULE_IGNORE,
    "queremos|no sólo|no solo|así como|no obstante|estado de|estado actual|en estado|"
    "estado del arte|en parte|por parte|parte de|formar parte|forma parte|partes de|red de|"
    "en red|redes sociales|en redes|vida privada|opinión pública|interés público|"
    "servicio público|servicios públicos|espacio público|salud pública|datos de las personas|"
    "derechos de las personas|bien común|puesta en marcha|cuenta de|rendición de cuentas|"
    "quien sufre|más allá|podrá*|podrán|será|serán|quizá|está|están|habrá|así|además|acá|allá|"
    "deberá|deberán|tendrá|tendrán|jamás|demanda de|la demanda|la reclama*|para crear|"
    "para evitar|acceso público|hecho público|decide sobre|decide si|estudio de|caso de" },
  { 0, NULL },
};

/* What does harm to the thing named behind it, or before it. */
static const AccordRuleRow HARMS[] = {
  { ACCORD_RULE_HARM,
    "viola|violan|violar|violación|violaciones|vulner*|infring*|menoscab*|socav*|amenaz*|"
    "poner en peligro|pone en peligro|poner en riesgo|pone en riesgo|perjudic*|dañ*|"
    "comprometer|debilit*|robo|robos|robar|fuga|fugas|filtración|filtraciones|filtrar|divulg*|"
    "abus*|uso indebido|mal uso|desvi*|destru*|priv*|neg*|restring*|restric*|limitar|limita|"
    "limiten|limitación|coart*|reprim*|obstaculiz*|impid*|entorpec*|ignor*|descuid*|desconoc*|"
    "elud*|eludir|injer*|intromisi*|invad*|sacrific*|vender|vend*|venta|cesión|explot*|"
    "manipul*|sin|ausencia|falta|carencia|pérdida|perder|ilícit*|ilegal*|no autorizad*|"
    "arbitrari*|en detrimento|a costa|contrari*|desprecio|erosion*|atac*|ataques contra|ataque|"
    "ataques|alter*|distorsion*|sustitu*|reemplaz*|quebrant*|atent*|lesion*|conculc*|pisote*|"
    "socavar|renunciar a|afect*|revel*" },
  { 0, NULL },
};

const AccordRuleTable ACCORD_RULE_TABLE_ES = {
  .language = "es",
  .rows = ROWS,
  .harms = HARMS,
  .forms = {
    [ACCORD_FORM_WE] =
      "*amos|*emos|*imos",
    [ACCORD_FORM_BARE] =
      "*",
    [ACCORD_FORM_INFINITIVE] =
      "*ar|*er|*ir|*ción|compromiso|apoyo|*arse|*erse",
    [ACCORD_FORM_BE] =
      "ser|sido|estar",
    [ACCORD_FORM_DONE] =
      "*ado|*ada|*ados|*adas|*ido|*ida|*idos|*idas|objeto|*icto|*icta|*uesto|*uesta|*ito|*ita|"
      "*itos|*itas",
  },
};
