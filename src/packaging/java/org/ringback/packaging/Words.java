package org.ringback.packaging;

import java.util.List;
import org.ringback.command.CommandPages;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.language.Texts;
import org.ringback.words.DesktopText;

/** What is said of the program in one language, by the texts that it ships with. */
record Words(Texts texts, Languages languages) {

    /** English first, then every other language that ships. */
    static List<Words> all() {
        var languages = new Languages(new ProgramFiles()).plain();
        return languages.all().stream()
                .sorted((one, other) -> Boolean.compare(other.fallback(), one.fallback()))
                .map(language -> new Words(languages.texts(language), languages))
                .toList();
    }

    Language language() {
        return texts.language();
    }

    boolean english() {
        return language().fallback();
    }

    /** The language as POSIX writes it, which knows countries and no scripts: {@code pt_BR}, {@code zh_CN}. */
    String locale() {
        return switch (language().tag()) {
            case "zh-Hans" -> "zh_CN";
            case "zh-Hant" -> "zh_TW";
            case String tag -> tag.replace('-', '_');
        };
    }

    /** Why somebody would want the program, as a line without an end. */
    String purpose() {
        return CommandPages.about(texts).replaceFirst("[.。।]$", "");
    }

    String kind() {
        return texts.get(DesktopText.KIND);
    }

    List<String> keywords() {
        return List.of(texts.get(DesktopText.KEYWORDS).split(";\\s*", -1));
    }

    /** What a file that can be opened is called. */
    String capture() {
        return texts.get(DesktopText.CAPTURE);
    }
}
