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
import org.ringback.answers.Library;
import org.ringback.language.LanguageFiles;
import org.ringback.language.ProgramFiles;

/** A language that has only just begun: what stands in English is marked wherever it leaves the program. */
class FilledPagesTest {

    private static final String MARK = "Noch nicht deutsch";

    private final Library library = new Library(new BegunGerman());
    private final Answers german =
            library.answers(library.languages().byTag("de").orElseThrow());

    @Test
    void aPageIsMarked() {
        assertThat(german.page(german.find(486).orElseThrow(), Format.MARKDOWN)).containsOnlyOnce("> " + MARK);
    }

    @Test
    void aComparisonIsMarked() {
        assertThat(german.comparison(german.compare(486, 600), Format.MARKDOWN)).containsOnlyOnce("> " + MARK);
        assertThat(german.comparison(german.compare(486, 486), Format.MARKDOWN)).containsOnlyOnce("> " + MARK);
    }

    @Test
    void whatIsCompleteIsNot() {
        Answers english = library.answers(library.languages().english());
        assertThat(english.compare(486, 600).filled()).isFalse();
    }

    private static final class BegunGerman implements LanguageFiles {

        private static final String TEXTS = """
            language.name=Deutsch
            language.direction=ltr
            page.in-english=%s
            """.formatted(MARK);

        private final ProgramFiles program = new ProgramFiles();

        @Override
        public List<String> list(String folder) throws IOException {
            var names = new ArrayList<>(program.list(folder));
            if (folder.equals("texts")) {
                names.add("texts_de.properties");
            }
            return names;
        }

        @Override
        public Optional<InputStream> open(String folder, String name) {
            return name.equals("texts_de.properties")
                    ? Optional.of(new ByteArrayInputStream(TEXTS.getBytes(StandardCharsets.UTF_8)))
                    : program.open(folder, name);
        }
    }
}
