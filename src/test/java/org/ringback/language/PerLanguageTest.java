package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PerLanguageTest {

    private static final Language GERMAN = new Language("de", "Deutsch", false);
    private static final Language ARABIC = new Language("ar", "العربية", true);

    private final List<Language> made = new ArrayList<>();

    @Test
    void eachIsMadeOnce() {
        var words = new PerLanguage<>(language -> {
            made.add(language);
            return language.tag();
        });

        assertThat(List.of(words.of(GERMAN), words.of(ARABIC), words.of(GERMAN)))
                .containsExactly("de", "ar", "de");
        assertThat(made).containsExactly(GERMAN, ARABIC);
    }

    /** While the search reads all languages in turn, somebody may switch to one of them. */
    @Test
    void whoAsksForOneWaitsForNoOther() {
        var meanwhile = new CompletableFuture<String>();
        var words = new PerLanguage<String>(language -> language.equals(GERMAN) ? meanwhile.join() : language.tag());
        var slow = CompletableFuture.supplyAsync(() -> words.of(GERMAN));

        assertThat(CompletableFuture.supplyAsync(() -> words.of(ARABIC)))
                .succeedsWithin(120, TimeUnit.SECONDS)
                .isEqualTo("ar");
        assertThat(slow).isNotDone();
        meanwhile.complete("de");
        assertThat(slow).succeedsWithin(120, TimeUnit.SECONDS).isEqualTo("de");
    }
}
