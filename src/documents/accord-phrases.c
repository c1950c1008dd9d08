/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases of furniture, a list a kind, in English, Chinese, French, Spanish,
 * Russian and Arabic. Short words stand as whole lines only; a start or a part must
 * be long enough not to occur in a statement. */
#include "documents/accord-patterns-private.h"

static const char SHARE[] =
  "share|share this|share this *|share on *|share via *|share article|share story|tweet|"
  "retweet|tweet this|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|instagram|"
  "youtube|flipboard|e-mail|email|email this *|email article|send by email|send to a friend|"
  "copy link|copy the link|link copied|follow us|follow us on *|follow us:*|follow us at *|"
  "like us on *|find us on *|share to *|click to share *|shares|like|likes|save|bookmark|"
  "social media|"
  "分享|分享到|分享到*|分享至|分享至*|分享给*|一键分享|微信|微博|新浪微博|腾讯微博|qq|qq空间|"
  "qq好友|朋友圈|微信好友|微信朋友圈|点击右上角*|打开微信*|用微信扫*|请使用浏览器分享*|"
  "*扫描二维码*|*扫一扫*|*微信扫码*|手机扫码*|转发|转发给好友|转发到*|收藏|点赞|复制链接|"
  "复制成功|链接已复制*|手机看*|在手机上看|分享文章到*|二维码|扫码查看*|"
  "partager|partager sur *|partager cet article*|partager par *|partagez|partages|"
  "envoyer par e-mail|envoyer par courriel|envoyer par mail|envoyer à un ami|copier le lien|"
  "suivez-nous|suivez-nous sur *|tweeter|courriel|"
  "compartir|compartir en *|comparte *|compartir esta *|compartir este *|enviar por correo*|"
  "copiar enlace|copiar el enlace|síguenos|síguenos en *|síganos *|tuitear|correo electrónico|"
  "поделиться|поделиться в *|поделиться ссылкой|поделиться новостью|поделитесь *|"
  "отправить другу|вконтакте|одноклассники|телеграм|скопировать ссылку|ссылка скопирована|"
  "подписывайтесь на нас*|читайте нас *|мы в соцсетях|мы в социальных *|"
  "شارك|مشاركة|شارك على *|شارك المقال*|شارك هذا *|مشاركة عبر *|شارك عبر *|"
  "إرسال بالبريد الإلكتروني|أرسل إلى صديق|نسخ الرابط|انسخ الرابط|تم نسخ الرابط|تابعنا|"
  "تابعنا على *|تابعونا *|فيسبوك|تويتر|واتساب|تلغرام|البريد الإلكتروني|انشر";

static const char MENU[] =
  "home|homepage|home page|main menu|menu|navigation|about|about us|contact|contact us|"
  "contacts|sitemap|site map|site index|privacy|privacy policy|privacy notice|"
  "privacy statement|terms|terms of use|terms of service|terms and conditions|"
  "terms & conditions|accessibility|careers|help|faq|faqs|press|media kit|jobs|events|news|"
  "newsroom|topics|sections|categories|archives|archive|more|all sections|video|videos|photos|"
  "podcasts|gallery|sports|sport|entertainment|lifestyle|business|technology|opinion|weather|"
  "shop|feedback|rss|rss feed|rss feeds|advertise|advertise with us|quick links|useful links|"
  "language|languages|select language|"
  "首页|网站首页|返回首页|设为首页|加入收藏|收藏本站|导航|网站导航|快速导航|网站地图|站点地图|"
  "关于我们|联系我们|联系方式|加入我们|广告服务|广告合作|人才招聘|诚聘英才|招聘信息|法律声明|"
  "隐私政策|隐私声明|用户协议|服务协议|意见反馈|友情链接|帮助中心|帮助|更多|新闻|国内|国际|"
  "军事|体育|财经|娱乐|科技|汽车|房产|教育|健康|时尚|旅游|图片|视频|专题|直播|论坛|博客|要闻|"
  "滚动|无障碍|无障碍浏览|长者版|简体|繁体|繁體|手机版|移动版|客户端|电子报|数字报|招聘|"
  "网站声明|法律顾问|版权声明|举报电话*|举报邮箱*|"
  "accueil|menu principal|à propos|qui sommes-nous|nous contacter|contactez-nous|plan du site|"
  "mentions légales|actualités|rubriques|politique de confidentialité|données personnelles|"
  "conditions d'utilisation|conditions générales*|accessibilité|accessibilité :*|aide|"
  "liens utiles|agenda|recrutement|espace presse|gestion des cookies|"
  "inicio|portada|menú|menú principal|quiénes somos|sobre nosotros|acerca de|contacto|"
  "contáctenos|mapa del sitio|mapa web|aviso legal|noticias|secciones|política de privacidad|"
  "términos y condiciones|términos de uso|accesibilidad|ayuda|deportes|cultura|economía|"
  "enlaces de interés|"
  "главная|главная страница|на главную|меню|о нас|о проекте|о сайте|контакты|обратная связь|"
  "карта сайта|новости|политика|экономика|общество|культура|спорт|происшествия|в мире|"
  "политика конфиденциальности|пользовательское соглашение|помощь|реклама на сайте|вакансии|"
  "рубрики|все новости|архив|разделы|"
  "الرئيسية|الصفحة الرئيسية|القائمة|القائمة الرئيسية|من نحن|عن الموقع|اتصل بنا|تواصل معنا|"
  "خريطة الموقع|سياسة الخصوصية|شروط الاستخدام|الشروط والأحكام|أخبار|الأخبار|رياضة|سياسة|اقتصاد|"
  "ثقافة|فيديو|صور|روابط مفيدة|الأقسام|المساعدة|وظائف";

static const char BREADCRUMB[] =
  "you are here*|"
  "您当前的位置*|当前位置*|您的位置*|您所在的位置*|所在位置*|你的位置*|您现在的位置*|"
  "vous êtes ici*|fil d'ariane|usted está aquí*|estás aquí*|está aquí*|"
  "вы здесь*|вы находитесь*|"
  "أنت هنا*|انت الآن في*";

static const char SEARCH[] =
  "search|search this site*|search the site*|search for:*|site search|advanced search|"
  "search results|search query|"
  "搜索|搜一下|站内搜索|高级搜索|请输入关键字*|请输入关键词*|热门搜索*|"
  "rechercher|recherche|recherche avancée|recherche :*|buscar|búsqueda|búsqueda avanzada|"
  "buscador|"
  "поиск|найти|поиск по сайту|расширенный поиск|"
  "بحث|ابحث|ابحث في الموقع|البحث|بحث متقدم";

static const char SIGN_IN[] =
  "login|log in|log out|sign in|sign out|sign up|register|my account|my profile|create account|"
  "create an account*|create a free account*|forgot password*|forgot your password*|"
  "log in or *|sign in or *|already have an account*|"
  "登录|登陆|注册|登录/注册|注册/登录|退出|安全退出|退出登录|忘记密码*|会员登录|用户登录|"
  "立即登录|立即注册|登录注册|个人中心|会员中心|我的账户|"
  "connexion|se connecter|déconnexion|mon compte|créer un compte|s'inscrire|s'identifier|"
  "mot de passe oublié*|identifiez-vous*|iniciar sesión|inicia sesión|cerrar sesión|"
  "regístrate*|registrarse|mi cuenta|crear cuenta|olvidé mi contraseña|acceder|"
  "войти|вход|выйти|регистрация|зарегистрироваться|личный кабинет|забыли пароль*|"
  "تسجيل الدخول|تسجيل الخروج|دخول|تسجيل|إنشاء حساب|حسابي|نسيت كلمة المرور*";

static const char SUBSCRIBE[] =
  "subscribe|subscribe now*|subscribe to *|subscribe for *|subscribe today*|subscribe here*|"
  "subscribe & *|sign up for *|sign up to *|sign up now*|sign me up*|newsletter|newsletters|"
  "our newsletter*|get our newsletter*|get the newsletter*|email newsletter*|daily newsletter*|"
  "already a subscriber*|get the latest *|stay up to date*|stay informed*|stay connected*|"
  "join our mailing list*|download our app*|download the app*|get the app*|email address|"
  "enter your email*|your email*|become a member*|support us|donate|donate now*|"
  "*subscribe to our newsletter*|*to continue reading*|*sign up for our newsletter*|"
  "*unsubscribe at any time*|*in your inbox*|*to your inbox*|"
  "订阅|我要订阅|立即订阅|关注我们|关注公众号*|关注微信*|欢迎关注*|*微信公众号*|*官方微信*|"
  "下载客户端|客户端下载|手机客户端*|下载app*|打开app*|*app内打开*|app下载|扫码关注*|微信关注*|"
  "+关注|关注|"
  "s'abonner|s'abonner à *|abonnez-vous*|je m'abonne*|abonnement|inscrivez-vous*|"
  "lettre d'information|infolettre|déjà abonné*|télécharger l'application*|suscríbete*|"
  "suscribirse*|suscríbase*|suscripción|boletín|boletines|boletín informativo*|recibe nuestro*|"
  "reciba nuestro*|ya eres suscriptor*|"
  "подписаться*|подпишитесь*|подписка|подписка на *|рассылка|скачать приложение*|"
  "اشترك|اشترك في *|اشترك الآن*|النشرة البريدية|النشرة الإخبارية|القائمة البريدية|حمل التطبيق*|"
  "تحميل التطبيق*";

static const char ADVERT[] =
  "advertisement|advertisements|ad|ads|sponsored|sponsored content|sponsored by *|"
  "sponsored links|promoted|promoted content|paid content|paid post|partner content|"
  "advertisement continue*|advertisement scroll*|advertisement - *|story continues below*|"
  "article continues below*|article continues after*|continue reading below*|remove ads*|"
  "continue reading the main story|loading advertisement*|skip advertisement*|skip ad|ads by *|"
  "report this ad*|affiliate disclosure*|"
  "广告|推广|赞助商链接|赞助|特约推广|广告位|"
  "publicité|annonce|annonces|sponsorisé|contenu sponsorisé|publicidad|anuncio|anuncios|"
  "patrocinado|contenido patrocinado|"
  "реклама|на правах рекламы|рекламный блок|партнёрский материал|спонсор|"
  "إعلان|إعلانات|مادة إعلانية|محتوى مدعوم";

static const char COOKIES[] =
  "*uses cookies*|*use cookies*|*use of cookies*|*cookie policy*|*cookies policy*|"
  "accept cookies*|accept all*|cookie settings*|manage cookies*|cookie preferences*|cookies|"
  "got it|i agree|i accept|"
  "*使用cookie*|*cookie政策*|接受所有*|同意并继续*|"
  "*utilise des cookies*|*utilisons des cookies*|*témoins de connexion*|tout accepter|"
  "tout refuser|accepter|refuser|continuer sans accepter|paramétrer*|*utiliza cookies*|"
  "*utilizamos cookies*|*usamos cookies*|*política de cookies*|aceptar todo*|aceptar cookies|"
  "aceptar|rechazar|configurar cookies*|"
  "*использует файлы cookie*|*используем файлы cookie*|*используем cookie*|*использует cookie*|"
  "принять все*|согласен|"
  "*ملفات تعريف الارتباط*|*يستخدم الكوكيز*|أوافق|قبول الكل";

static const char RELATED[] =
  "related|related articles|related article|related stories|related story|related news|"
  "related topics|related content|related links|related posts|related coverage|related reading|"
  "related items|related videos|related documents|related information|read more|read next|"
  "read also|also read|more stories|more on this story|more on this topic|more on this|"
  "more like this|more news|more from *|most read|most popular|most viewed|most shared|"
  "most commented|most watched|trending|trending now|trending stories|popular|popular posts|"
  "popular stories|popular now|popular articles|recommended|recommended for you|"
  "recommended stories|recommended articles|recommended reading|we recommend|"
  "you may also like*|you might also like*|you may like*|you might like*|"
  "you may also be interested*|you might be interested*|latest|latest news|latest stories|"
  "latest articles|latest posts|latest from *|the latest|latest headlines|top stories|top news|"
  "top headlines|headlines|breaking news|editor's picks|editors' picks|editor's choice|"
  "must read|must reads|don't miss|up next|next up|next article|next story|what to read next*|"
  "in case you missed it*|around the web|from around the web*|from the web*|"
  "elsewhere on the web*|other news|other stories|other articles|recent posts|recent news|"
  "recent articles|recent stories|featured|featured stories|featured articles|featured posts|"
  "further reading|see also|keep reading|explore more*|discover more*|today's top*|"
  "this week's top*|similar articles|similar stories|suggested articles|suggested for you|"
  "promoted stories*|sponsored stories*|"
  "相关阅读|相关新闻|相关报道|相关文章|相关链接|相关推荐|相关内容|相关资讯|相关专题|相关文档|"
  "相关信息|推荐阅读|推荐新闻|推荐文章|推荐|延伸阅读|拓展阅读|热门推荐|热门新闻|热点新闻|"
  "热点推荐|热点|今日热点|热门文章|热门|精彩推荐|精彩图片|编辑推荐|小编推荐|为您推荐*|"
  "为你推荐*|猜你喜欢|你可能喜欢*|更多新闻|更多精彩*|更多阅读|更多文章|更多推荐|更多相关*|"
  "最新文章|最新新闻|最新资讯|最新消息|最新推荐|最新更新|新闻排行*|排行榜|阅读排行*|点击排行*|"
  "热文排行*|热点排行*|一周排行*|今日推荐|今日要闻|头条推荐|头条新闻|图片新闻|图片推荐|"
  "图片精选|视频推荐|精选视频|独家策划|本网策划|视觉焦点|专题推荐|特别推荐|特别策划|精品推荐|"
  "精选|热搜|热搜榜|小时热文|小时热点|小时热榜|大家都在看|还没看够*|其他新闻|往期回顾|推荐视频|"
  "热评|本类推荐|同类文章|近期热点|热门话题|"
  "à lire aussi|à lire également*|lire aussi|voir aussi|sur le même sujet*|sur le même thème|"
  "articles liés|articles similaires|articles associés|articles récents|les plus lus|"
  "les articles les plus lus|à découvrir|à la une|dernières actualités|dernières nouvelles|"
  "dernières infos|nos recommandations|recommandé pour vous|ailleurs sur le web|"
  "dans la même rubrique|contenus sponsorisés|pour aller plus loin|autres articles|"
  "vous aimerez aussi*|plus d'articles*|en savoir plus|"
  "noticias relacionadas|artículos relacionados|contenido relacionado|temas relacionados|"
  "relacionados|relacionadas|lea también|lee también|lea además|le puede interesar*|"
  "te puede interesar*|también te puede interesar*|puede interesarle*|lo más leído|"
  "lo más visto|las más leídas|más leídas|más noticias|más información|últimas noticias|"
  "lo último|ver también|véase también|destacados|recomendados|recomendamos|otras noticias|"
  "en portada|"
  "читайте также|смотрите также|см. также|по теме|материалы по теме|новости по теме|"
  "ещё по теме|похожие статьи|похожие материалы|похожие новости|другие новости|"
  "другие материалы|другие статьи|самое читаемое|самое популярное|популярное|популярные статьи|"
  "популярные новости|последние новости|свежие новости|главное|главные новости|главное сегодня|"
  "рекомендуем|рекомендуем прочитать*|лента новостей|вам может быть интересно*|"
  "вас может заинтересовать*|интересное|связанные материалы|"
  "اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|مواضيع متعلقة|مواضيع مشابهة|أخبار ذات صلة|"
  "أخبار متعلقة|مقالات ذات صلة|مقالات مشابهة|موضوعات متعلقة|موضوعات ذات صلة|ذات صلة|"
  "الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|الأكثر شعبية|قد يعجبك أيضا|قد يهمك أيضا*|قد يهمك|"
  "آخر الأخبار|أحدث الأخبار|شاهد أيضا|أهم الأخبار|المزيد من *|أخبار أخرى|مختارات|أحدث المقالات|"
  "نرشح لك*";

/* Links to other pages between two paragraphs; what follows them is still the text. */
static const char RELATED_INLINE[] =
  "read more:*|read also:*|also read:*|read next:*|related:*|related story:*|related article:*|"
  "related content:*|more:*|see also:*|see more:*|also see:*|don't miss:*|recommended:*|next:*|"
  "previous:*|previous article*|next article:*|watch:*|watch now*|watch more*|click here to *|"
  "click here for *|read the full *|view gallery*|view all*|see all*|show more*|view more*|"
  "load more*|loading*|show comments*|read full *|"
  "相关阅读:*|相关新闻:*|相关报道:*|相关链接:*|推荐阅读:*|延伸阅读:*|更多内容请*|点击查看*|"
  "点击进入*|阅读原文|查看原文|加载更多*|点击加载更多*|查看更多*|上一篇*|下一篇*|上一条*|"
  "下一条*|上一页|下一页|前一篇*|后一篇*|"
  "à lire aussi :*|lire aussi :*|à lire aussi:*|lire aussi:*|lire la suite*|en savoir plus*|"
  "voir plus*|afficher plus*|article suivant*|article précédent*|voir tous *|lea también:*|"
  "lee también:*|leer más*|ver más*|cargar más*|siguiente artículo*|mostrar más*|"
  "читайте также:*|читать далее*|читать полностью*|показать ещё*|загрузить ещё*|"
  "следующая статья*|предыдущая статья*|подробнее*|"
  "اقرأ أيضا:*|المزيد|تحميل المزيد*|عرض المزيد*|شاهد:*|الخبر التالي*|الخبر السابق*|"
  "المقال التالي*|المقال السابق*";

static const char COMMENTS[] =
  "comments|comment|leave a comment*|post a comment*|post comment|add a comment*|add comment*|"
  "write a comment*|join the conversation*|join the discussion*|view comments*|"
  "view all comments*|show comments|hide comments|load comments*|reader comments*|"
  "leave a reply*|log in to comment*|sign in to comment*|log in to leave a comment*|"
  "no comments*|comments are closed*|be the first to comment*|have your say*|discussion|"
  "your comment*|have something to say*|recent comments|comment policy*|reply|report comment*|"
  "please log in to *|read comments*|see all comments*|"
  "评论|网友评论*|最新评论|热门评论|精彩评论|全部评论|所有评论|查看评论*|查看全部评论*|"
  "发表评论*|我要评论|我来说两句*|跟贴|跟帖|网友跟贴*|网友跟帖*|参与评论*|文明上网*|"
  "*登录后评论*|*登录后发表*|*登录后可发表*|暂无评论*|还没有评论*|写评论|写下您的评论*|评论区|"
  "条评论|人参与|网友留言*|我要留言|留言板|回复|"
  "commentaires|commentaire|laisser un commentaire*|laissez un commentaire*|"
  "ajouter un commentaire*|réagir*|réagissez*|vos réactions*|vos commentaires*|"
  "tous les commentaires*|voir les commentaires*|participer à la conversation*|"
  "comentarios|comentario|deja un comentario*|dejar un comentario*|deja tu comentario*|"
  "añadir comentario*|escribe un comentario*|ver comentarios*|comentar|"
  "sé el primero en comentar*|"
  "комментарии|комментировать|оставить комментарий*|добавить комментарий*|"
  "написать комментарий*|обсуждение|обсудить*|комментариев нет*|ваш комментарий*|"
  "التعليقات|تعليقات|تعليق|أضف تعليق*|اترك تعليق*|اترك ردا*|اكتب تعليق*|شارك برأيك*|"
  "لا توجد تعليقات*";

static const char REACTIONS[] =
  "how do you feel*|was this helpful*|was this page helpful*|was this page useful*|"
  "was this article helpful*|rate this article*|rate this page*|did you find this *|"
  "what's your reaction*|your reaction*|"
  "*此时的心情*|*心情排行*|*表情排行*|您对本文的评价*|这篇文章对您*|看完本文*|"
  "cet article vous a-t-il*|cette page vous a-t-elle*|votre avis nous intéresse*|"
  "noter cet article*|te ha resultado útil*|le resultó útil*|valora este *|"
  "вам понравилась статья*|оцените статью*|оцените материал*|ваша реакция*|"
  "هل كان هذا المقال مفيد*|قيم المقال*";

static const char EDITOR[] =
  "editor:*|edited by *|editing by *|reporting by *|additional reporting by *|editors:*|"
  "written by *|compiled by *|translated by *|"
  "责编:*|责任编辑*|编辑:*|编辑 :*|值班编辑*|审核:*|校对:*|初审:*|复审:*|终审:*|监制:*|统筹:*|"
  "主编:*|美编:*|排版:*|实习编辑*|网络编辑*|执行编辑*|责校:*|制图:*|"
  "édité par *|rédaction :*|editado por *|redacción:*|"
  "редактор:*|корректор:*|"
  "تحرير:*|المحرر:*|إعداد:*";

static const char BYLINE[] =
  "source:*|sources:*|author:*|authors:*|from our correspondent*|posted by *|posted on *|"
  "published:*|published on *|published by *|published at *|first published*|last updated*|"
  "last modified*|updated:*|updated on *|updated at *|posted:*|date:*|min read|minute read|"
  "reading time*|views|"
  "原标题:*|原标题 :*|原题:*|来源:*|来源 :*|文章来源*|信息来源*|稿源:*|出处:*|转自:*|作者:*|"
  "作者 :*|文/*|撰文:*|记者:*|本文作者*|发布者:*|发布人:*|发布机构:*|发布单位:*|发布时间*|"
  "发表时间*|更新时间*|时间:*|日期:*|字号*|浏览次数*|点击数*|点击次数*|阅读次数*|访问次数*|"
  "阅读量*|浏览量*|"
  "source :*|auteur :*|publié le *|publié par *|mis à jour le *|mise à jour*|"
  "dernière mise à jour*|posté le *|temps de lecture*|fuente:*|autor:*|publicado el *|"
  "publicado por *|publicado:*|actualizado*|última actualización*|tiempo de lectura*|"
  "источник:*|автор:*|авторы:*|опубликовано*|обновлено*|дата публикации*|дата:*|время чтения*|"
  "просмотров*|текст:*|"
  "المصدر:*|المصدر :*|بقلم:*|بقلم *|الكاتب:*|تاريخ النشر*|نشر في *|آخر تحديث*|تم النشر*|"
  "وقت القراءة*";

static const char CAPTION[] =
  "photo:*|photos:*|image:*|picture:*|photo by *|photos by *|image by *|photo credit*|"
  "image credit*|picture credit*|photograph:*|photograph by *|photographer:*|file photo*|"
  "credit:*|getty images|image source*|image caption*|media caption*|video caption*|"
  "photo illustration*|screenshot*|screengrab*|"
  "资料图*|资料图片*|图片来源*|图源*|图:*|图/*|摄影:*|摄影/*|图为*|视频截图*|图片说明*|"
  "photo :*|photo d'illustration*|crédit photo*|crédits photo*|illustration :*|© photo*|foto:*|"
  "foto de *|imagen:*|crédito:*|créditos:*|foto de archivo*|"
  "фото:*|фото ©*|иллюстрация:*|фотограф:*|"
  "صورة:*|الصورة:*|تصوير:*|صورة أرشيفية*";

static const char COPYRIGHT[] =
  "©*|copyright ©*|copyright 2*|copyright 1*|copyright|copyrights|*all rights reserved*|"
  "*may not be published, broadcast*|legal notice|legal notices|disclaimer|disclaimer:*|"
  "版权所有*|*版权所有*|*未经授权不得*|*未经授权禁止*|*未经许可不得*|*不得转载*|*icp备*|"
  "*icp证*|*公网安备*|*信息网络传播视听*|*经营许可证*|*新闻信息服务许可证*|免责声明*|"
  "特别声明:*|声明:*|*本网转载*|*转载请注明*|*版权归*|*违法和不良信息举报*|版权与免责声明*|"
  "*仅代表作者*|*不代表本网*|"
  "*tous droits réservés*|*reproduction interdite*|*todos los derechos reservados*|"
  "*prohibida su reproducción*|"
  "*все права защищены*|*при использовании материалов*|"
  "*جميع الحقوق محفوظة*|*كافة الحقوق محفوظة*|*حقوق النشر محفوظة*|حقوق النشر*";

static const char TOOLS[] =
  "print|print this*|print article|print page|printer friendly*|print-friendly*|pdf|download|"
  "download pdf*|text size*|font size*|a a a|listen|listen to this*|listen to article*|"
  "back to top|top|to top|return to top*|scroll to top*|skip to content*|skip to main*|"
  "skip to navigation*|skip to search*|skip to footer*|skip navigation*|skip links|"
  "jump to navigation*|toggle navigation*|toggle search*|toggle menu*|open menu*|close menu*|"
  "close|open|show|hide|cancel|ok|submit|next|previous|prev|back|go back|play|play video*|"
  "pause|mute|unmute|full screen|fullscreen|read later|zoom|enlarge this image*|hide caption*|"
  "toggle caption*|click to enlarge*|expand|"
  "打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|返回顶部|回到顶部|返回|顶部|纠错|我要纠错*|"
  "纠错/建议|语音播报*|播报*|朗读|收听*|阅读剩余全文*|展开全文*|展开剩余*|展开阅读全文*|"
  "阅读全文*|查看全文*|展开|收起|正在阅读*|字体|字体大小*|大 中 小|大中小|举报|投诉|确定|取消|"
  "提交|下载|播放|暂停|全屏|推送|点击播放*|您的浏览器*|"
  "imprimer|aller au contenu*|aller au menu*|aller à la *|accéder au contenu*|retour en haut*|"
  "haut de page|retour|fermer|ouvrir|écouter l'article*|agrandir*|télécharger|taille du texte*|"
  "suivant|précédent|annuler|envoyer|valider|"
  "imprimir|ir al contenido*|saltar al contenido*|pasar al contenido*|volver arriba|subir|"
  "volver|cerrar|abrir|ampliar*|descargar|siguiente|anterior|enviar|"
  "распечатать|версия для печати|печать|перейти к содерж*|перейти к основному*|наверх|вверх|"
  "назад|закрыть|открыть|скачать|увеличить*|вперёд|далее|развернуть*|свернуть|отправить|"
  "размер шрифта*|"
  "طباعة|انتقل إلى المحتوى*|تخطي إلى المحتوى*|العودة إلى الأعلى*|إلى الأعلى|عودة|رجوع|إغلاق|"
  "فتح|تكبير*|تحميل|حجم الخط*|التالي|السابق|إلغاء|إرسال";

static const char NOTICE[] =
  "*enable javascript*|*javascript is disabled*|*requires javascript*|your browser*|"
  "*your browser does not*|*your browser is*|*upgrade your browser*|*update your browser*|"
  "*out-of-date browser*|"
  "*更换浏览器*|*浏览器版本*|*升级浏览器*|*启用javascript*|*开启javascript*|"
  "*activer javascript*|*votre navigateur ne*|*votre navigateur est*|*su navegador no*|"
  "*tu navegador no*|*actualice su navegador*|*habilite javascript*|*habilitar javascript*|"
  "*ваш браузер*|*вашем браузере отключ*|*включите javascript*|"
  "*متصفحك*|*تفعيل جافا*|*تفعيل javascript*";

static const char TAGS[] =
  "tags|tags:*|tag:*|tagged:*|tagged with*|tagged as*|tagged in*|topics:*|topic:*|keywords|"
  "keywords:*|filed under*|filed in*|categories:*|category:*|posted in*|labels:*|in this story|"
  "in this article|"
  "标签*|关键词*|关键字*|分类:*|所属专题*|话题:*|"
  "mots-clés*|étiquettes*|thèmes :*|catégories :*|catégorie :*|etiquetas*|temas:*|"
  "archivado en*|categorías:*|palabras clave*|"
  "теги*|метки*|темы:*|ключевые слова*|рубрика:*|категория:*|"
  "كلمات مفتاحية*|الكلمات المفتاحية*|كلمات دلالية*|الوسوم*|وسوم*|التصنيف*";

static const char AUTHOR[] =
  "about the author*|about the authors*|about the writer*|about the contributor*|author bio*|"
  "more by this author*|view all posts by*|"
  "作者简介*|关于作者*|作者介绍*|作者其他*|"
  "à propos de l'auteur*|l'auteur|sobre el autor*|sobre la autora*|acerca del autor*|"
  "об авторе*|"
  "عن الكاتب*|نبذة عن الكاتب*";

const AccordPhrases ACCORD_PHRASES[] = {
  { ACCORD_FURNITURE_SHARE, FALSE, SHARE },
  { ACCORD_FURNITURE_MENU, FALSE, MENU },
  { ACCORD_FURNITURE_BREADCRUMB, FALSE, BREADCRUMB },
  { ACCORD_FURNITURE_SEARCH, FALSE, SEARCH },
  { ACCORD_FURNITURE_SIGN_IN, FALSE, SIGN_IN },
  { ACCORD_FURNITURE_SUBSCRIBE, FALSE, SUBSCRIBE },
  { ACCORD_FURNITURE_ADVERT, FALSE, ADVERT },
  { ACCORD_FURNITURE_COOKIES, FALSE, COOKIES },
  { ACCORD_FURNITURE_RELATED, TRUE, RELATED },
  { ACCORD_FURNITURE_RELATED, FALSE, RELATED_INLINE },
  { ACCORD_FURNITURE_COMMENTS, TRUE, COMMENTS },
  { ACCORD_FURNITURE_REACTIONS, TRUE, REACTIONS },
  { ACCORD_FURNITURE_EDITOR, FALSE, EDITOR },
  { ACCORD_FURNITURE_BYLINE, FALSE, BYLINE },
  { ACCORD_FURNITURE_CAPTION, FALSE, CAPTION },
  { ACCORD_FURNITURE_COPYRIGHT, FALSE, COPYRIGHT },
  { ACCORD_FURNITURE_TOOLS, FALSE, TOOLS },
  { ACCORD_FURNITURE_NOTICE, FALSE, NOTICE },
  { ACCORD_FURNITURE_TAGS, FALSE, TAGS },
  { ACCORD_FURNITURE_AUTHOR, TRUE, AUTHOR },
  { ACCORD_FURNITURE_NONE, FALSE, NULL },
};
