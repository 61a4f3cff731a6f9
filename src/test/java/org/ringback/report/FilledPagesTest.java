package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.answers.Library;
import org.ringback.handbook.PageText;
import org.ringback.language.LanguageFiles;
import org.ringback.language.ProgramFiles;

/** A language that has only just begun: what stands in English is marked wherever it leaves the program. */
class FilledPagesTest {

    private static final String MARK = "Not yet in our language";

    /** The sections that somebody writes for each code. */
    private static final List<PageText> WRITTEN =
            List.of(PageText.DESCRIPTION, PageText.SEEN, PageText.FIX, PageText.CAUSES, PageText.USE);

    private final Library library = new Library(new BegunLanguage());
    private final Answers begun =
            library.answers(library.languages().byTag("qaa").orElseThrow());

    @Test
    void everySectionThatStandsInEnglishIsMarked() {
        String page = begun.page(begun.find(486).orElseThrow(), Format.MARKDOWN);

        assertThat(page).startsWith("# 486 Busy Here\n\nThe called phone is busy.\n\n> " + MARK + "\n\n");
        for (PageText heading : WRITTEN) {
            assertThat(page).contains("## " + begun.texts().get(heading) + "\n\n> " + MARK + "\n\n");
        }
        // And nowhere else: facts are found out, not written.
        assertThat(page.split("> " + MARK, -1)).hasSize(WRITTEN.size() + 2);
    }

    @Test
    void aComparisonIsMarked() {
        assertThat(begun.comparison(begun.compare(486, 600), Format.MARKDOWN)).containsOnlyOnce("> " + MARK);
        assertThat(begun.comparison(begun.compare(486, 486), Format.MARKDOWN)).containsOnlyOnce("> " + MARK);
    }

    @Test
    void whatIsCompleteIsNot() {
        Answers english = library.answers(library.languages().english());
        assertThat(english.compare(486, 600).filled()).isFalse();
    }

    private static final class BegunLanguage implements LanguageFiles {

        private static final String TEXTS = """
            language.name=Nobody's
            language.direction=ltr
            page.in-english=%s
            """.formatted(MARK);

        private final ProgramFiles program = new ProgramFiles();

        @Override
        public List<String> list(String folder) throws IOException {
            var names = new ArrayList<>(program.list(folder));
            if (folder.equals("texts")) {
                names.add("texts_qaa.properties");
            }
            return names;
        }

        @Override
        public Optional<InputStream> open(String folder, String name) {
            return name.equals("texts_qaa.properties")
                    ? Optional.of(new ByteArrayInputStream(TEXTS.getBytes(StandardCharsets.UTF_8)))
                    : program.open(folder, name);
        }
    }
}
