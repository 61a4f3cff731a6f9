package org.ringback.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.answers.Library;
import org.ringback.language.Language;
import org.ringback.language.PseudoFiles;
import org.ringback.page.Block;
import org.ringback.page.Document;

/** What leaves the program, for tests: pages and comparisons by language and format. */
final class Pages {

    static final Library LIBRARY = new Library(new PseudoFiles());

    private static final Map<String, Answers> ANSWERS = new ConcurrentHashMap<>();

    private Pages() {}

    /** The tags of all languages, made-up ones too. */
    static List<String> tags() {
        return LIBRARY.languages().all().stream().map(Language::tag).toList();
    }

    /** In one language, whose files are read once for all tests. */
    static Answers answers(String tag) {
        return ANSWERS.computeIfAbsent(
                tag,
                missing -> LIBRARY.answers(LIBRARY.languages().byTag(missing).orElseThrow()));
    }

    static String page(String tag, int code, Format format) {
        var answers = answers(tag);
        return answers.page(answers.find(code).orElseThrow(), format);
    }

    static String comparison(String tag, int left, int right, Format format) {
        var answers = answers(tag);
        return answers.comparison(answers.compare(left, right), format);
    }

    /** A document of one paragraph. */
    static Document paragraph(String text) {
        return document(new Block.Paragraph(text));
    }

    static Document document(Block block) {
        return new Document(LIBRARY.languages().english(), "Title", List.of(block));
    }
}
