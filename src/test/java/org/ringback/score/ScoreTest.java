package org.ringback.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ringback.BesideOthers;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.score.Judged.Verdict;

/** All calls with known causes, and how well Ringback tells them. "mvn -Pscore" writes the table onto its page. */
@BesideOthers
class ScoreTest {

    private static final Path PAGE = Path.of("src/site/markdown/score.md");
    private static final String TABLE = "<!-- the table -->\n";

    private static List<Judged> judged;

    @BeforeAll
    static void judge() {
        var languages = new Languages(new ProgramFiles());
        FindingTexts english = FindingTexts.load(languages, languages.english());
        judged = KnownCalls.all().stream()
                .map(calls -> Judged.of(calls, english))
                .toList();
    }

    @Test
    void thereAreEnoughCallsToTell() {
        assertThat(judged.stream().filter(one -> one.calls().truth().healthy())).hasSizeGreaterThanOrEqualTo(60);
        assertThat(judged.stream().filter(one -> !one.calls().truth().healthy()))
                .hasSizeGreaterThanOrEqualTo(200);
        assertThat(judged).extracting(one -> one.calls().name()).doesNotHaveDuplicates();
    }

    @Test
    void nothingThatIsCalledCertainIsWrong() {
        assertThat(judged.stream().filter(one -> !one.certainButWrong().isEmpty()))
                .extracting(one -> one.calls().name() + " " + one.certainButWrong())
                .isEmpty();
    }

    @Test
    void atMostOneOfAHundredHealthyCallsIsAccused() {
        long healthy =
                judged.stream().filter(one -> one.calls().truth().healthy()).count();
        assertThat(judged.stream().filter(one -> one.verdict() == Verdict.FALSE_ALARM))
                .extracting(one -> one.calls().name() + " " + one.said())
                .hasSizeLessThanOrEqualTo((int) Math.ceilDiv(healthy, 100));
    }

    @Test
    void nineOfTenCausesAreAmongTheFirstTwoFindings() {
        List<Judged> failing =
                judged.stream().filter(one -> !one.calls().truth().healthy()).toList();
        assertThat(failing.stream().filter(one -> one.verdict() == Verdict.HIT).count())
                .isGreaterThanOrEqualTo(failing.size() * 9 / 10);
    }

    @Test
    @DisabledIfSystemProperty(named = "score.write", matches = "true")
    void thePageShowsWhatComesOut() throws IOException {
        assertThat(table(Files.readString(PAGE)))
                .as("\"mvn -Pscore\" writes the table of today")
                .isEqualTo(ScoreTable.of(judged));
    }

    @Test
    @EnabledIfSystemProperty(named = "score.write", matches = "true")
    void writesThePage() throws IOException {
        String page = Files.readString(PAGE);
        String table = ScoreTable.of(judged);
        Files.writeString(PAGE, page.replace(table(page), "") + table);
        System.out.println(table);
    }

    private static String table(String page) {
        return page.substring(page.indexOf(TABLE) + TABLE.length());
    }
}
