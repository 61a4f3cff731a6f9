package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.Complaints;
import org.ringback.answers.Format;
import org.ringback.page.Block;
import org.ringback.words.Cells;

/** Plain text that fits a terminal and loses nothing. */
class PlainTextTest {

    @ParameterizedTest
    @MethodSource("org.ringback.report.Pages#tags")
    void noLineIsLongerThanATerminal(String tag) {
        var answers = Pages.answers(tag);
        var complaints = new Complaints();
        for (var entry : answers.all()) {
            checkWidth(answers.page(entry, Format.TEXT), complaints);
            checkWidth(answers.comparison(answers.compare(entry.number(), 404), Format.TEXT), complaints);
        }
        complaints.assertNone();
    }

    private static void checkWidth(String text, Complaints complaints) {
        text.lines().filter(line -> Cells.width(line) > 80).forEach(line -> complaints.add("longer than 80: " + line));
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && "\u0964\u060c\u061b".indexOf(line.charAt(0)) >= 0)
                .forEach(line -> complaints.add("begins with a stop: " + line));
        text.lines().filter(line -> line.endsWith(" ")).forEach(line -> complaints.add("ends with a space: " + line));
        if (text.codePoints().anyMatch(c -> c < ' ' && c != '\n')) {
            complaints.add("a control character in: " + text.lines().findFirst().orElse(""));
        }
    }

    @Test
    void breakingLinesLosesNoWord() {
        String sentence = "The callee (sip:alice@example.com;transport=tcp) is busy here, and says so at once. "
                .repeat(5)
                .strip();
        String text = PlainText.of(Pages.paragraph(sentence));

        String body = text.substring(text.indexOf("\n\n") + 2);
        assertThat(body.lines()).hasSizeGreaterThan(4).allMatch(line -> line.length() <= 80);
        assertThat(body.strip().replaceAll("\\s+", " ")).isEqualTo(sentence);
    }

    @Test
    void aWordLongerThanALineStaysWhole() {
        String word = "x".repeat(100);

        assertThat(PlainText.of(Pages.paragraph("before " + word + " after"))).contains("\n" + word + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow=!all,alaw,ulaw", "09:04:05.110", "+1.5s", "User-Agent", "host/path?a=b"})
    void whatIsCopiedStaysWhole(String copied) {
        String text =
                PlainText.of(Pages.paragraph(("set " + copied + " ").repeat(20).strip()));

        assertThat(text.lines().filter(line -> line.contains("set ")))
                .allSatisfy(line -> assertThat(
                                line.replace("set", "").replace(copied, "").strip())
                        .isEmpty());
    }

    @Test
    void furtherLinesStandBelowTheText() {
        var steps = new Block.Items(true, List.of("word ".repeat(30).strip()));

        assertThat(PlainText.of(Pages.document(steps))).contains("\n1. word", "\n   word");
    }

    @Test
    void aPageReadsFromTitleToSources() {
        assertThat(Pages.page("en", 486, Format.TEXT))
                .startsWith("486 Busy Here\n=============\n\n")
                .containsSubsequence(
                        "What it means\n-------------\n\n",
                        "When you see it\n",
                        "How to fix it\n-------------\n\n1. ",
                        "The facts\n",
                        "  Retry: Later\n",
                        "References\n",
                        "    https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24\n");
    }

    @Test
    void aComparisonSaysEachPointOfBoth() {
        assertThat(Pages.comparison("en", 486, 600, Format.TEXT))
                .startsWith("486 Busy Here and 600 Busy Everywhere\n")
                .containsSubsequence(
                        "Key differences\n", "1. Class\n   486 is a client failure", "\n   600 is a global");
    }

    @Test
    void aCodeWithItselfNamesTheCodesItIsConfusedWith() {
        assertThat(Pages.comparison("en", 486, 486, Format.TEXT))
                .contains("nothing to compare", "- 600 Busy Everywhere")
                .doesNotContain("Key differences");
    }

    @Test
    void aSearchListsItsCodes() {
        var answers = Pages.answers("en");

        assertThat(answers.searchResult("busy", answers.search("busy"), Format.TEXT))
                .startsWith("Codes for \"busy\"\n")
                .contains("  486 Busy Here: ");
    }
}
