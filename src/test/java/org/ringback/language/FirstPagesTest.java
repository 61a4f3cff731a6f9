package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who speaks a language of the program finds its first page in it, by the language's own name. */
class FirstPagesTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");

    static List<Language> translations() {
        return ShippedFiles.translations();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasAFirstPageThatTheReadmeLeadsTo(Language language) throws IOException {
        String page = "README." + language.tag() + ".md";

        assertThat(Files.readString(Path.of("README.md")))
                .contains("[" + language.ownName() + "](src/site/markdown/" + page + ")");
        assertThat(Files.readString(PAGES.resolve(page)))
                .contains("../../../README.md", "mvn verify")
                .satisfies(
                        text -> assertThat(Letters.of(language).foreignIn(text)).isEmpty());
    }
}
