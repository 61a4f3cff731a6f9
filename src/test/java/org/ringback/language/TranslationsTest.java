package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tells which translations to look at. A stale text fails nothing: who changes the English may not speak the language, and
 * an old sentence is better than none.
 */
class TranslationsTest {

    /** Set by the Maven profile that notes from which English everything was made. */
    private static final String NOTE = "translations.note";

    private static final String RIGHT = "translations.right";

    private static final TranslationNotes NOTES = new TranslationNotes(Path.of("src", "translations"));

    private static final Map<String, JsonNode> ENGLISH = Translatable.of(new Languages(new ProgramFiles()).english());

    @Test
    @EnabledIfSystemProperty(named = NOTE, matches = "true")
    void fromWhichEnglishItWasMadeIsNoted() {
        List<String> right = Arrays.asList(System.getProperty(RIGHT, "").split(",", -1));
        Map<Language, MadeFrom> noted = new LinkedHashMap<>();
        for (Language language : ShippedFiles.translations()) {
            noted.put(language, NOTES.of(language).accepted(ENGLISH, Translatable.of(language), right));
        }
        NOTES.write(noted, ENGLISH.values());
        tell();

        assertThat(noted).isNotEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = NOTE, matches = "true")
    void theEnglishOfEveryTranslationIsKept() {
        tell();

        Set<String> kept = NOTES.english().keySet();
        for (Language language : ShippedFiles.translations()) {
            assertThat(NOTES.of(language).noted().values())
                    .as("src/translations/%s.tsv", language.tag())
                    .isNotEmpty()
                    .extracting(MadeFrom.Pair::english)
                    .isSubsetOf(kept);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell() {
        var stale = new StaleTranslations(ENGLISH, NOTES.english());
        for (Language language : ShippedFiles.translations()) {
            System.out.print(stale.told(language, Translatable.of(language), NOTES.of(language)));
        }
    }
}
