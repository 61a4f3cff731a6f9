package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.answers.Format;
import org.ringback.handbook.Entry;
import org.ringback.handbook.PageText;
import org.ringback.page.Block;
import org.ringback.page.Link;

/** Markdown that a ticket or a wiki shows as it was meant. */
class MarkdownTest {

    @Test
    void aPageHasItsTitleSectionsStepsAndSources() {
        String page = Pages.page("en", 486, Format.MARKDOWN);

        assertThat(page)
                .startsWith("# 486 Busy Here\n\n")
                .contains("\n## How to fix it\n\n1. ", "\n2. ", "\n## References\n", "\n- **Retry:** Later\n")
                .contains("](https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24)")
                .endsWith("\n")
                .doesNotEndWith("\n\n");
    }

    @Test
    void aRussianPageIsRussian() {
        var texts = Pages.answers("ru").texts();

        assertThat(Pages.page("ru", 486, Format.MARKDOWN))
                .startsWith("# 486 Busy Here\n\n")
                .contains("\n## " + texts.get(PageText.FIX) + "\n")
                .doesNotContain("How to fix");
    }

    @Test
    void aComparisonHasTwoTablesWithTheSameCellsInEveryRow() {
        String comparison = Pages.comparison("en", 486, 600, Format.MARKDOWN);

        assertThat(comparison).startsWith("# 486 Busy Here and 600 Busy Everywhere\n");
        var rows = comparison.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).hasSizeGreaterThan(10).allMatch(row -> row.endsWith("|"));
        assertThat(rows.stream().map(MarkdownTest::cells).distinct()).containsExactly(4, 3);
    }

    private static int cells(String row) {
        return (int) row.replace("\\|", "").chars().filter(c -> c == '|').count() - 1;
    }

    @ParameterizedTest
    @MethodSource("org.ringback.report.Pages#tags")
    void everyComparisonKeepsItsTables(String tag) {
        var answers = Pages.answers(tag);
        for (Entry entry : answers.all()) {
            String comparison = answers.comparison(answers.compare(608, entry.number()), Format.MARKDOWN);

            assertThat(comparison.lines().filter(line -> line.startsWith("|")).map(MarkdownTest::cells))
                    .as("608 and %d", entry.number())
                    .isSubsetOf(3, 4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "*;+sip.608 \\*;+sip.608",
                "<branch> \\<branch\\>",
                "fr_inv_timer fr\\_inv\\_timer",
                "[904] \\[904\\]",
                "`x` \\`x\\`",
                "a\\b a\\\\b"
            })
    void whatMarkdownWouldTakeForItsOwnIsKept(String text, String escaped) {
        assertThat(Markdown.of(Pages.paragraph(text))).isEqualTo("# Title\n\n" + escaped + "\n");
    }

    @Test
    void aBarDoesNotEndACell() {
        var table = new Block.Points(code("l|l"), code("r"), List.of(new Block.Point("a", "b|c", "d")));

        assertThat(Markdown.of(Pages.document(table))).contains("l\\|l", "b\\|c");
    }

    private static Link.Code code(String phrase) {
        return new Link.Code("", 486, phrase, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- dash", "+ plus", "# hash", "1. one", "100. hundred", "&amp;"})
    void aTextIsNotTakenForAListOrAHeading(String text) {
        String line =
                Markdown.of(Pages.paragraph(text)).lines().skip(2).findFirst().orElseThrow();

        assertThat(line).isNotEqualTo(text).contains("\\");
    }
}
