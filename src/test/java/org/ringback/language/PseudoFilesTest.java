package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.answers.Library;
import org.ringback.handbook.Definition;

/** A further language needs nothing but files: the pseudo-language is discovered and complete. */
@BesideOthers
class PseudoFilesTest {

    private final Library library = new Library(new PseudoFiles());

    private Language pseudo() {
        return library.languages().byTag(PseudoFiles.TAG).orElseThrow();
    }

    @Test
    void theLanguageIsDiscovered() {
        var expected = new ArrayList<>(ShippedFiles.tags());
        expected.add(PseudoFiles.TAG);
        assertThat(library.languages().all()).extracting(Language::tag).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pseudo().rightToLeft()).isTrue();
        assertThat(pseudo().ownName()).matches(PseudoFiles::isPseudo).contains("Ṕśéúďó");
    }

    @Test
    void everyWordOfEveryDefinitionIsPseudo() {
        var escaped = new ArrayList<String>();
        for (var entry : library.answers(pseudo()).all()) {
            assertThat(entry.filled())
                    .as("taken from English for %d", entry.number())
                    .isEmpty();
            words(entry.definition())
                    .filter(text -> !PseudoFiles.isPseudo(text))
                    .forEach(escaped::add);
        }

        assertThat(escaped).isEmpty();
    }

    private static Stream<String> words(Definition words) {
        return Stream.of(
                        List.of(words.phrase(), words.gist(), words.seenInShort(), words.use()),
                        words.description(),
                        words.seen(),
                        words.fix(),
                        words.search(),
                        words.causes().stream()
                                .map(cause -> cause.cause() + cause.confirm())
                                .toList())
                .flatMap(List::stream);
    }

    @Test
    void everyTextIsPseudo() {
        var texts = library.answers(pseudo()).texts();

        assertThat(UsedKeys.all())
                .filteredOn(key -> texts.has(() -> key) && !key.startsWith("typography.") && !key.startsWith("number."))
                .isNotEmpty()
                .allMatch(key -> PseudoFiles.isPseudo(texts.get(() -> key, "1", "2", "3", "4")));
    }

    @Test
    void placesSurviveAndTextsGrow() {
        assertThat(PseudoFiles.pseudo("{0} and {1}")).startsWith("⟦{0} áńď {1}");
        assertThat(PseudoFiles.pseudo("How to fix it")).hasSizeGreaterThan(13 * 14 / 10);
    }

    @Test
    void otherLanguagesStayAsTheyAre() {
        var english = library.answers(library.languages().english());

        assertThat(english.find(486).orElseThrow().definition().gist()).doesNotContain("⟦");
    }
}
