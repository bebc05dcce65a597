"""The names of ProQuest's fields, in the languages of its menus."""

from __future__ import annotations

# in English, German, French, Dutch, Spanish, Portuguese, Italian and Chinese menus
NAMES = {
    **dict.fromkeys(
        ["full text", "fulltext", "volltext", "texte intégral", "volledige tekst",
         "texto completo", "testo completo", "testo integrale", "全文", "全文文献"],
        "text",
    ),
    **dict.fromkeys(
        ["abstract", "abstract (english)", "zusammenfassung", "résumé", "samenvatting", "resumen",
         "resumo", "riassunto", "extracto", "摘要"],
        "lead",
    ),
    **dict.fromkeys(
        ["title", "titel", "titre", "título", "titolo", "标题", "標題", "题名"], "title"
    ),
    **dict.fromkeys(
        ["author", "autor", "auteur", "authors", "autore", "autores", "autori", "作者"], "author"
    ),
    **dict.fromkeys(
        ["publication title", "publikationstitel", "titre de la publication",
         "título de publicación", "título de la publicación", "título da publicação",
         "título de publicação", "titolo pubblicazione", "titolo della pubblicazione",
         "titel van publicatie", "出版物名称", "出版物标题", "出版物名稱", "出版物標題"],
        "outlet",
    ),
    **dict.fromkeys(
        ["publication info", "source", "publikationsinfo", "informations sur la publication",
         "información de publicación", "información de la publicación",
         "informações da publicação", "informações de publicação", "informazioni pubblicazione",
         "informazioni sulla pubblicazione", "出版信息", "出版資訊", "来源"],
        "info",
    ),
    **dict.fromkeys(
        ["publication date", "publikationsdatum", "date de publication", "publicatiedatum",
         "fecha de publicación", "data de publicação", "data da publicação", "data pubblicazione",
         "data di pubblicazione", "出版日期", "出版年月"],
        "date",
    ),
    **dict.fromkeys(
        ["document url", "dokument-url", "url du document", "document-url", "url del documento",
         "url do documento", "url documento", "文档 url", "文档url", "文件 url", "文献 url"],
        "url",
    ),
    **dict.fromkeys(
        ["language of publication", "sprache der publikation", "language", "langue de publication",
         "idioma de la publicación", "idioma de publicación", "idioma de publicação",
         "idioma da publicação", "lingua di pubblicazione", "lingua della pubblicazione",
         "出版物语言", "出版語言", "语言"],
        "language",
    ),
}  # fmt: skip
OTHERS = frozenset(
    ["subject", "thema", "sujet", "business indexing term", "location", "people", "company",
     "company / organization", "company / organisation", "identifier / keyword",
     "classification", "pages", "number of pages", "publication year",
     "publication subject", "year", "section", "publisher", "place of publication",
     "country of publication", "issn", "source type", "document type",
     "proquest document id", "copyright", "last updated", "database", "links", "credit",
     "illustration", "word count", "dateline", "column", "volume", "issue", "first page",
     "start page", "edition", "e-issn", "document feature", "accession number",
     "online publication date", "publication subjects", "proquest document link",
     "full text availability", "literary indexing term", "ort", "herausgeber", "details",
     "duns", "title of publication", "supplement", "personal name", "correspondence author",
     "number", "geographic",
     "materia", "tema", "lugar", "personas", "empresa/organización", "páginas", "sección",
     "número de páginas", "año de publicación", "editorial", "lugar de publicación",
     "país de publicación", "tipo de fuente", "tipo de documento", "id del documento de proquest",
     "última actualización", "base de datos", "enlaces", "detalles", "materia de la publicación",
     "clasificación", "identificador/palabra clave", "término de indexación de negocios",
     "assunto", "local", "pessoas", "empresa/organização", "seção", "ano da publicação",
     "ano de publicação", "editora", "local de publicação", "país de publicação", "tipo de fonte",
     "id do documento proquest", "id do documento do proquest", "última atualização",
     "base de dados", "links", "detalhes", "assunto da publicação", "classificação",
     "soggetto", "argomento", "località", "luogo", "persone", "azienda/organizzazione", "pagine",
     "sezione", "anno di pubblicazione", "anno pubblicazione", "editore",
     "luogo di pubblicazione", "paese di pubblicazione", "tipo di fonte", "tipo di documento",
     "id documento proquest", "id del documento proquest", "ultimo aggiornamento", "dettagli",
     "soggetto pubblicazione", "jahr", "anzahl der seiten", "datenbank", "dokumententyp",
     "quellentyp", "proquest-dokument-id", "zuletzt aktualisiert", "erscheinungsjahr", "pays",
     "type de source", "type de document", "base de données", "éditeur", "dernière mise à jour",
     "lieu de publication", "pays de publication", "année de publication", "nombre de pages",
     "identificateur de document proquest", "id de document proquest",
     "主题", "主題", "地点", "地點", "人员", "人名", "公司/组织", "公司", "页", "頁", "页数",
     "出版年份", "出版商", "出版地", "出版国家/地区", "出版国家", "来源类型", "文档类型",
     "文献类型",
     "proquest 文档 id", "proquest文档id", "上次更新时间", "最近更新", "更新日期", "数据库",
     "資料庫", "版权", "版權", "部分", "章节", "出版物主题", "链接", "分类", "标识符/关键字"]
)  # fmt: skip
