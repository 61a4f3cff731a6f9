package org.ringback.command;

import java.util.List;
import org.ringback.language.Language;
import org.ringback.language.Texts;
import org.ringback.report.Document;
import org.ringback.report.Document.Fact;
import org.ringback.report.Document.Facts;
import org.ringback.report.Format;
import org.ringback.report.Html;
import org.ringback.report.Json;
import org.ringback.report.Markdown;
import org.ringback.report.PlainText;

/** The languages that ship, each by its own name. */
final class LanguageList {

    private LanguageList() {}

    static String of(List<Language> languages, Texts texts, Format format) {
        return switch (format) {
            case TEXT -> PlainText.of(document(languages, texts));
            case MARKDOWN -> Markdown.of(document(languages, texts));
            case HTML -> Html.of(document(languages, texts));
            case JSON -> Json.languages(languages);
        };
    }

    private static Document document(List<Language> languages, Texts texts) {
        var facts = new Facts(languages.stream()
                .map(language -> new Fact(language.tag(), language.ownName()))
                .toList());
        return new Document(texts.language(), texts.get(CommandText.LANGUAGES_TITLE), List.of(facts));
    }
}
