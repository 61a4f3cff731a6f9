package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** The pairs that people really confuse have a note written for them, in every language. */
class ContrastsTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    private static final Map<Language, Contrasts> NOTES = LANGUAGES.all().stream()
            .collect(Collectors.toMap(language -> language, language -> Contrasts.load(LANGUAGES, language)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "180/183", "200/202", "301/302", "302/305", "400/500", "401/403", "401/407", "403/603", "404/410",
                "404/480", "404/484", "404/604", "405/501", "406/488", "408/480", "408/487", "408/504", "413/513",
                "415/488", "420/421", "422/423", "480/486", "480/603", "481/487", "482/483", "486/487", "486/600",
                "486/603", "487/603", "488/606", "489/406", "491/500", "500/503", "502/503", "502/504", "503/603",
                "600/603", "603/607", "603/608", "607/608", "200/604", "200/487", "480/487", "300/302", "180/181",
                "100/183", "500/502", "500/504", "488/503", "403/480", "406/606", "436/437", "437/438", "428/436",
                "300/485", "410/604", "301/410", "181/302", "405/489", "404/481", "433/603", "412/580", "430/480"
            })
    void aConfusedPairHasANoteInWhicheverOrder(String pair) {
        int one = Integer.parseInt(pair.substring(0, 3));
        int other = Integer.parseInt(pair.substring(4));
        NOTES.forEach((language, contrasts) -> {
            assertThat(contrasts.of(one, other))
                    .as("contrasts_%s.json: %s", language, pair)
                    .isPresent()
                    .isEqualTo(contrasts.of(other, one));
            assertThat(contrasts.of(one, other).orElseThrow().use()).containsOnlyKeys(one, other);
            assertThat(contrasts.filled(one, other)).isFalse();
        });
    }

    @Test
    void atLeastEightyPairsHaveANote() {
        for (Language language : LANGUAGES.all()) {
            var notes = LANGUAGES.bundle("handbook", "contrasts", language).entries();

            assertThat(notes).as("contrasts_%s.json", language).hasSizeGreaterThanOrEqualTo(80);
        }
    }

    @Test
    void aCodeKnowsWithWhichOthersItIsConfused() {
        var contrasts = Contrasts.load(LANGUAGES, LANGUAGES.english());

        assertThat(contrasts.confusedWith(486)).contains(480, 487, 600, 603).doesNotContain(486);
        assertThat(contrasts.confusedWith(999)).isEmpty();
        assertThat(contrasts.of(100, 904)).isEmpty();
    }
}
