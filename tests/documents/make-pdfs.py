#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-pdfs.py DIRECTORY   makes the PDF files of the tests, each with the text that is to be read from it.

Every text is written here: sentences in the six official languages of the United Nations, put together to
paragraphs, headings, lists and notes. LibreOffice lays them out, in one column and in two, with running heads,
page numbers, footnotes and words broken at line ends. Beside NAME.pdf stands NAME.txt: a block a line, its role,
a tab, its text, in reading order. The files are part of the tree, so that the tests need no LibreOffice."""
import os
import random
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

TITLES = {
    'en': 'Declaration on Open Public Administration',
    'fr': 'Déclaration sur une administration publique ouverte',
    'es': 'Declaración sobre la administración pública abierta',
    'ru': 'Декларация об открытом государственном управлении',
    'zh': '关于公开公共管理的宣言',
    'ar': 'إعلان بشأن الإدارة العامة المفتوحة',
}
HEADINGS = {
    'en': ['Purpose and Scope', 'Duties of Authorities', 'Rights of Residents', 'Oversight and Review'],
    'fr': ['Objet et portée', 'Devoirs des autorités', 'Droits des habitants', 'Contrôle et réexamen'],
    'es': ['Objeto y alcance', 'Deberes de las autoridades', 'Derechos de los habitantes', 'Control y revisión'],
    'ru': ['Цель и сфера действия', 'Обязанности органов', 'Права жителей', 'Надзор и пересмотр'],
    'zh': ['目的与范围', '机关的义务', '居民的权利', '监督与审查'],
    'ar': ['الغرض والنطاق', 'واجبات السلطات', 'حقوق السكان', 'الرقابة والمراجعة'],
}
RUNNING = {
    'en': 'Draft for consultation', 'fr': 'Projet soumis à consultation', 'es': 'Proyecto para consulta',
    'ru': 'Проект для обсуждения', 'zh': '征求意见稿', 'ar': 'مشروع للتشاور',
}
NOTES = {
    'en': ['The word authority covers every body that spends public money.',
           'A summary is published in all working languages.'],
    'fr': ["Le mot autorité désigne tout organisme qui dépense l'argent public.",
           'Un résumé paraît dans toutes les langues de travail.'],
    'es': ['La palabra autoridad abarca todo organismo que gasta dinero público.',
           'Se publica un resumen en todos los idiomas de trabajo.'],
    'ru': ['Слово орган означает всякое учреждение, которое тратит общественные деньги.',
           'Краткое изложение публикуется на всех рабочих языках.'],
    'zh': ['机关一词包括一切使用公共资金的机构。', '摘要以所有工作语言公布。'],
    'ar': ['تشمل كلمة السلطة كل جهة تنفق المال العام.', 'ينشر ملخص بجميع لغات العمل.'],
}
ITEMS = {
    'en': ['to keep a register of every decision and of its reasons', 'to answer each request within thirty days',
           'to measure the effects of a rule before and after it enters into force'],
    'fr': ['tenir un registre de chaque décision et de ses motifs', 'répondre à chaque demande dans les trente jours',
           "mesurer les effets d'une règle avant et après son entrée en vigueur"],
    'es': ['llevar un registro de cada decisión y de sus motivos', 'responder a cada solicitud en treinta días',
           'medir los efectos de una norma antes y después de su entrada en vigor'],
    'ru': ['вести реестр всех решений и их оснований', 'отвечать на каждый запрос в течение тридцати дней',
           'измерять последствия правила до и после его вступления в силу'],
    'zh': ['建立每项决定及其理由的登记册', '在三十日内答复每项申请', '在规则生效前后衡量其效果'],
    'ar': ['مسك سجل بكل قرار وأسبابه', 'الرد على كل طلب خلال ثلاثين يوما', 'قياس آثار القاعدة قبل نفاذها وبعده'],
}
SENTENCES = {
    'en': [
        'Public authorities shall explain every decision that affects the residents of a municipality.',
        'The reasons are to be written in plain language, so that nobody needs a lawyer to understand them.',
        'Whoever collects personal data must say for what purpose, for how long, and at what risk.',
        'Automated systems may prepare a decision, but a well-trained official remains responsible for it.',
        'In 2024 the assembly heard 312 witnesses, among them farmers, physicians and schoolchildren.',
        'Cooperation between neighbouring administrations saves resources and strengthens accountability.',
        'We therefore recommend a multi-stakeholder forum that meets at least twice a year.',
        'No agency should be the judge of its own performance; an independent auditor reports to parliament.',
        'Environmental considerations deserve the same attention as economic efficiency.',
        'The cost of transparency is small compared with the cost of mistrust, which is paid for decades.',
        'Representatives of disadvantaged communities take part in the deliberations from the beginning.',
        'Where information is withheld, the authority names the provision on which it relies.',
    ],
    'fr': [
        "Les autorités publiques expliquent toute décision qui touche les habitants d'une commune.",
        "Les motifs sont rédigés en langage clair, de sorte que personne n'ait besoin d'un avocat pour les comprendre.",
        'Quiconque recueille des données personnelles en indique la finalité, la durée et les risques.',
        'Les systèmes automatisés peuvent préparer une décision, mais un fonctionnaire en demeure responsable.',
        'En 2024, la commission a entendu 312 témoins, parmi lesquels des agriculteurs et des médecins.',
        'La coopération entre administrations voisines économise les ressources et renforce la responsabilité.',
        'Nous recommandons donc un forum socio-économique qui se réunit au moins deux fois par an.',
        "Aucun organisme ne devrait être juge de ses propres résultats ; un contrôleur indépendant en rend compte.",
        "Les considérations environnementales méritent la même attention que l'efficacité économique.",
        'Le coût de la transparence est faible au regard de celui de la méfiance, qui se paie longtemps.',
        'Les représentants des communautés défavorisées participent aux délibérations dès le début.',
        "Lorsqu'une information est refusée, l'autorité nomme la disposition sur laquelle elle se fonde.",
    ],
    'es': [
        'Las autoridades públicas explican toda decisión que afecte a los habitantes de un municipio.',
        'Los motivos se redactan en lenguaje claro, para que nadie necesite un abogado que se los traduzca.',
        'Quien recoja datos personales debe indicar con qué finalidad, por cuánto tiempo y con qué riesgo.',
        'Los sistemas automatizados pueden preparar una decisión, pero un funcionario sigue siendo responsable.',
        'En 2024 la comisión escuchó a 312 testigos, entre ellos agricultores, médicos y escolares.',
        'La cooperación entre administraciones vecinas ahorra recursos y fortalece la responsabilidad.',
        'Recomendamos por ello un foro teórico-práctico que se reúna al menos dos veces al año.',
        'Ningún organismo debería ser juez de su propio desempeño; un auditor independiente informa al parlamento.',
        'Las consideraciones ambientales merecen la misma atención que la eficiencia económica.',
        'El costo de la transparencia es pequeño comparado con el de la desconfianza, que se paga durante décadas.',
        'Los representantes de comunidades desfavorecidas participan en las deliberaciones desde el comienzo.',
        'Cuando se niega una información, la autoridad menciona la disposición en que se apoya.',
    ],
    'ru': [
        'Государственные органы объясняют каждое решение, которое затрагивает жителей муниципалитета.',
        'Основания излагаются простым языком, чтобы никому не требовался юрист для их понимания.',
        'Тот, кто собирает персональные данные, обязан указать цель, срок и возможные риски.',
        'Автоматизированные системы могут подготовить решение, но ответственность несёт должностное лицо.',
        'В 2024 году комиссия заслушала 312 свидетелей, среди которых были фермеры, врачи и школьники.',
        'Сотрудничество соседних администраций сберегает средства и укрепляет подотчётность.',
        'Поэтому мы рекомендуем создать социально-экономический форум, который собирается дважды в год.',
        'Ни одно ведомство не должно судить о собственной работе; независимый ревизор докладывает парламенту.',
        'Экологические соображения заслуживают такого же внимания, как и экономическая эффективность.',
        'Цена прозрачности невелика по сравнению с ценой недоверия, которую приходится платить десятилетиями.',
        'Представители малообеспеченных сообществ участвуют в обсуждении с самого начала.',
        'Если в сведениях отказано, орган называет положение, на которое он опирается.',
    ],
    'zh': [
        '公共机关应当说明影响居民的每一项决定。', '理由应当以通俗的语言写成，使任何人无需律师即可理解。',
        '收集个人数据者必须说明其目的、期限和风险。', '自动化系统可以协助准备决定，但由受过培训的官员承担责任。',
        '2024年，委员会听取了312名证人的意见，其中有农民、医生和学生。', '相邻行政机关之间的合作节约资源，并加强问责。',
        '因此，我们建议设立一个每年至少举行两次会议的多方论坛。', '任何机构都不应评判自己的工作；独立审计员向议会报告。',
        '环境方面的考虑与经济效率同样值得重视。', '透明的代价很小，而不信任的代价要付几十年。',
        '弱势群体的代表从一开始就参加审议。', '拒绝提供信息时，机关应当指出所依据的规定。',
    ],
    'ar': [
        'تشرح السلطات العامة كل قرار يمس سكان البلدية.', 'تكتب الأسباب بلغة واضحة حتى لا يحتاج أحد إلى محام لفهمها.',
        'على من يجمع البيانات الشخصية أن يبين غرضها ومدتها ومخاطرها.',
        'يجوز للأنظمة الآلية أن تعد القرار، لكن الموظف المدرب يبقى مسؤولا عنه.',
        'في عام 2024 استمعت اللجنة إلى 312 شاهدا، منهم مزارعون وأطباء وتلاميذ.',
        'يوفر التعاون بين الإدارات المتجاورة الموارد ويعزز المساءلة.',
        'لذلك نوصي بإنشاء منتدى يجتمع مرتين في السنة على الأقل.',
        'لا ينبغي لأي جهاز أن يكون حكما على أدائه؛ ويقدم مراجع مستقل تقريره إلى البرلمان.',
        'تستحق الاعتبارات البيئية العناية نفسها التي تحظى بها الكفاءة الاقتصادية.',
        'كلفة الشفافية صغيرة إذا قيست بكلفة انعدام الثقة التي تدفع عقودا.',
        'يشارك ممثلو المجتمعات المحرومة في المداولات منذ بدايتها.', 'حين تحجب المعلومات تذكر السلطة الحكم الذي تستند إليه.',
    ],
}
FONTS = {'zh': 'Noto Sans CJK SC', 'ar': 'Noto Naskh Arabic'}
COUNTRIES = {'en': 'GB', 'fr': 'FR', 'es': 'ES', 'ru': 'RU', 'zh': 'CN', 'ar': 'EG'}
VOWELS = 'aeiouyáéíóúàèùâêîôûаеёиоуыэюя'


def with_soft_hyphens(sentence):
    """Long words may be broken behind a vowel, as a hyphenating program does."""
    words = []
    for word in sentence.split(' '):
        letters = list(word)
        if len(word) > 7 and '-' not in word and word.isalpha():
            for i in range(len(word) - 4, 2, -2):
                if word[i - 1].lower() in VOWELS and word[i].lower() not in VOWELS:
                    letters.insert(i, '\u00ad')
        words.append(''.join(letters))
    return ' '.join(words)


class Text:
    """A text as blocks for the oracle, and as the body of a flat OpenDocument file."""

    def __init__(self, language, notes, hyphens):
        self.language = language
        self.notes = list(NOTES[language]) if notes else []
        self.hyphens = hyphens
        self.blocks = []
        self.xml = []

    def spell(self, sentence):
        return escape(with_soft_hyphens(sentence) if self.hyphens else sentence)

    def heading(self, text, style, level):
        self.blocks.append(('title' if level == 0 else 'heading', text))
        self.xml.append('<text:h text:style-name="%s" text:outline-level="%d">%s</text:h>' % (style, max(level, 1), escape(text)))

    def paragraph(self, sentences):
        gap = '' if self.language == 'zh' else ' '
        body = gap.join(self.spell(s) for s in sentences)
        note = ''
        self.blocks.append(('paragraph', gap.join(sentences)))
        if self.notes and len(self.blocks) % 3 == 0:
            text = self.notes.pop(0)
            self.blocks.append(('note', text))
            number = len([b for b in self.blocks if b[0] == 'note'])
            note = ('<text:note text:note-class="footnote"><text:note-citation>%d</text:note-citation><text:note-body>'
                    '<text:p text:style-name="Note">%s</text:p></text:note-body></text:note>' % (number, escape(text)))
        self.xml.append('<text:p text:style-name="Body">%s%s</text:p>' % (body, note))

    def items(self, items):
        for number, item in enumerate(items, 1):
            self.blocks.append(('item', item))
            self.xml.append('<text:p text:style-name="Item">(%s)<text:tab/>%s</text:p>' % ('abc'[number - 1], self.spell(item)))


def write_text(language, seed, n, notes, hyphens):
    chance = random.Random(seed)
    text = Text(language, notes, hyphens)
    text.heading(TITLES[language], 'Big', 0)
    for i, heading in enumerate(HEADINGS[language][:n]):
        text.heading(heading, 'Head', 1)
        for _ in range(2):
            text.paragraph(chance.sample(SENTENCES[language], chance.randint(2, 5)))
        if i == 1:
            text.items(ITEMS[language])
            text.paragraph(chance.sample(SENTENCES[language], 3))
    return text


FODT = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;{font}&apos;"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="{mode}" fo:orphans="1" fo:widows="1"/>
<style:text-properties style:font-name="F" style:font-name-asian="F" style:font-name-complex="F" fo:font-size="10pt"
 style:font-size-asian="10pt" style:font-size-complex="10pt" fo:language="{language}" fo:country="{country}"
 style:language-complex="ar" style:country-complex="EG" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" fo:margin-bottom="{after}" fo:text-indent="{indent}"/></style:style>
<style:style style:name="Item" style:family="paragraph"><style:paragraph-properties fo:margin-{start}="0.8cm" fo:text-indent="-0.8cm" fo:margin-bottom="0.1cm">
<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Note" style:family="paragraph"><style:paragraph-properties fo:margin-{start}="0.4cm" fo:text-indent="-0.4cm"/>
<style:text-properties fo:font-size="8pt" style:font-size-asian="8pt" style:font-size-complex="8pt"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always" fo:text-align="start"/>
<style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" style:font-size-complex="12pt" fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Big" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.4cm" fo:text-align="center"/>
<style:text-properties fo:font-size="16pt" style:font-size-asian="16pt" style:font-size-complex="16pt" fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-size="8pt" style:font-size-asian="8pt" style:font-size-complex="8pt"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Anchor" text:citation-body-style-name="Anchor" style:num-format="1"/>
<style:style style:name="Anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Pl"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" fo:margin-top="1.2cm"
 fo:margin-bottom="1.2cm" fo:margin-left="1.6cm" fo:margin-right="1.6cm" style:writing-mode="{mode}">{columns}</style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.3cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Pl">
<style:header><text:p text:style-name="Small">{running}</text:p></style:header>
<style:footer><text:p text:style-name="Small">– <text:page-number/> –</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>
'''


def flat_document(text, columns, justified, indented, landscape):
    width, height = ('21cm', '14.8cm') if landscape else ('14.8cm', '21cm')
    language = text.language
    two = '<style:columns fo:column-count="2" fo:column-gap="0.6cm"/>'
    return FODT.format(
        font=FONTS.get(language, 'Noto Serif'), language=language, country=COUNTRIES[language],
        mode='rl-tb' if language == 'ar' else 'lr-tb', align='justify' if justified else 'start',
        start='right' if language == 'ar' else 'left',
        after='0cm' if indented else '0.2cm', indent='0.5cm' if indented else '0cm', width=width, height=height,
        columns=two if columns == 2 else '', running=escape(RUNNING[language]), body='\n'.join(text.xml))


LOCK = ('pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"%s"}}')


def make(directory, name, text, password=None, **layout):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, name + '.fodt')
        with open(source, 'w', encoding='utf8') as f:
            f.write(flat_document(text, **layout))
        subprocess.run(['soffice', '-env:UserInstallation=file://' + os.path.join(folder, 'profile'), '--headless',
                        '--convert-to', LOCK % password if password else 'pdf', '--outdir', directory, source], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    with open(os.path.join(directory, name + '.txt'), 'w', encoding='utf8') as f:
        for role, words in text.blocks:
            f.write('%s\t%s\n' % (role, words))


def main():
    directory = sys.argv[1]
    # Justified Arabic is stretched by strokes within words that stand for no character, so that nothing in the
    # file tells them from spaces.
    for seed, language in enumerate(SENTENCES):
        text = write_text(language, seed, 3, notes=False, hyphens=False)
        make(directory, language + '-one', text, columns=1, justified=False, indented=False, landscape=False)
        text = write_text(language, seed + 10, 4, notes=True, hyphens=language in 'en fr es ru')
        make(directory, language + '-two', text, columns=2, justified=language != 'ar', indented=True, landscape=seed % 2 == 1)
    text = write_text('fr', 99, 1, notes=False, hyphens=False)
    make(directory, 'locked', text, password='clé', columns=1, justified=False, indented=False, landscape=False)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
