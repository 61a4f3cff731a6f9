package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.language.MadeFrom.State;

/** A translation is stale when its English has changed and it has not. */
class MadeFromTest {

    private static final Language RUSSIAN = new Language("ru", "Русский", false);
    private static final String BUSY = "findings:busy.what";

    private static final Map<String, JsonNode> ENGLISH = Map.of(BUSY, text("He is busy."));
    private static final Map<String, JsonNode> OWN = Map.of(BUSY, text("Он занят."));
    private static final Map<String, JsonNode> CHANGED = Map.of(BUSY, text("The callee is busy."));
    private static final Map<String, JsonNode> MENDED = Map.of(BUSY, text("Вызываемый занят."));

    private final MadeFrom nothing = new MadeFrom(new TreeMap<>());
    private final MadeFrom noted = nothing.accepted(ENGLISH, OWN, List.of());

    @TempDir
    private Path folder;

    private static JsonNode text(String words) {
        return Translatable.read("\"" + words + "\"");
    }

    @Test
    void whatNobodyNotedIsNew() {
        assertThat(nothing.in(State.NEW, ENGLISH, OWN)).containsExactly(BUSY);
    }

    @Test
    void aTranslationMayBePolishedWhileItsEnglishStays() {
        assertThat(noted.in(State.CURRENT, ENGLISH, OWN)).containsExactly(BUSY);
        assertThat(noted.in(State.CURRENT, ENGLISH, MENDED)).containsExactly(BUSY);
    }

    @Test
    void aChangedEnglishMakesItStale() {
        assertThat(noted.in(State.STALE, CHANGED, OWN)).containsExactly(BUSY);
    }

    @Test
    void whoeverChangesBothHasMendedIt() {
        assertThat(noted.in(State.MENDED, CHANGED, MENDED)).containsExactly(BUSY);
        assertThat(noted.accepted(CHANGED, MENDED, List.of()).in(State.CURRENT, CHANGED, MENDED))
                .containsExactly(BUSY);
    }

    @Test
    void staleTextsStayOnTheListUntilSomebodySaysThatTheyAreRight() {
        assertThat(noted.accepted(CHANGED, OWN, List.of()).in(State.STALE, CHANGED, OWN))
                .containsExactly(BUSY);
        assertThat(noted.accepted(CHANGED, OWN, List.of(BUSY)).in(State.STALE, CHANGED, OWN))
                .isEmpty();
    }

    @Test
    void theListShowsTheEnglishBeforeAndAfter() {
        var notes = new TranslationNotes(folder);
        notes.write(Map.of(RUSSIAN, noted), ENGLISH.values());

        String told = new StaleTranslations(CHANGED, notes.english()).told(RUSSIAN, OWN, notes.of(RUSSIAN));

        assertThat(told)
                .contains(
                        BUSY,
                        "before: He is busy.",
                        "after:  The callee is busy.",
                        "still:  Он занят.",
                        "mvn -Ptranslations");
    }

    @Test
    void ofAListOnlyTheChangedStepsAreShown() {
        Map<String, JsonNode> steps = Map.of(BUSY, Translatable.read("[\"Look.\",\"Ask.\"]"));
        Map<String, JsonNode> now = Map.of(BUSY, Translatable.read("[\"Look.\",\"Ask them.\"]"));
        Map<String, JsonNode> own = Map.of(BUSY, Translatable.read("[\"Посмотрите.\",\"Спросите.\"]"));
        var notes = new TranslationNotes(folder);
        notes.write(Map.of(RUSSIAN, nothing.accepted(steps, own, List.of())), steps.values());

        String told = new StaleTranslations(now, notes.english()).told(RUSSIAN, own, notes.of(RUSSIAN));

        assertThat(told).contains("[1] before: Ask.", "[1] still:  Спросите.").doesNotContain("Look.");
    }

    @Test
    void englishThatNoTranslationWasMadeFromIsForgotten() {
        var notes = new TranslationNotes(folder);
        notes.write(Map.of(RUSSIAN, noted), ENGLISH.values());
        notes.write(Map.of(RUSSIAN, noted.accepted(CHANGED, MENDED, List.of())), CHANGED.values());

        assertThat(notes.english().values()).containsExactly(text("The callee is busy."));
    }
}
