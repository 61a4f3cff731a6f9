package org.ringback.command;

import java.util.List;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.language.Language;
import org.ringback.language.Texts;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Facts;
import org.ringback.page.Document;
import org.ringback.report.Json;

/** The languages that ship, each by its own name. */
final class LanguageList {

    private LanguageList() {}

    static String of(List<Language> languages, Texts texts, Format format) {
        return format == Format.JSON ? Json.languages(languages) : Answers.print(document(languages, texts), format);
    }

    private static Document document(List<Language> languages, Texts texts) {
        var facts = new Facts(languages.stream()
                .map(language -> new Fact(language.tag(), language.ownName()))
                .toList());
        return new Document(texts.language(), texts.get(CommandText.LANGUAGES_TITLE), List.of(facts));
    }
}
