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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/x",
                "HTTPS://evil.example",
                "ftp://evil.example",
                "www.evil.example",
                "evil.example",
                "mail@evil.example",
                "mailto:mail@evil.example",
                "@someone",
                "@group/team",
                "@all",
                "owner/repo@0123abc",
                "#123",
                "owner/repo#123",
                "#release",
                "GH-123",
                "PROJ-7",
                "CVE-2026-1",
                "0a1b2c3",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "!12",
                "group/project!12",
                "$5",
                "%3",
                "%\"next",
                "~7",
                "~bug",
                "&9",
                "^alert#5",
                "[vulnerability:1]",
                "*iteration:2",
                "[~someone]",
                "\\@someone",
                "`@someone`",
                "_@someone_",
                "<@U012345>"
            })
    void nothingIsMentionedOrLinked(String word) {
        for (String text : List.of(word, "said " + word + ", then", "(" + word + ")", "\u00a0" + word + "\u3000x")) {
            String line = Markdown.of(Pages.paragraph(text))
                    .lines()
                    .skip(2)
                    .findFirst()
                    .orElseThrow();

            String withoutCode = line.replaceAll("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
            assertThat(withoutCode.replaceAll("said|then|x", "")).as(line).doesNotContainPattern("[\\w@#!$%~&]");
            assertThat(line).contains(word.replaceAll("^\\(|\\)$", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "486",
                "Q.850",
                "G.711",
                "z9hG4bK",
                "UTC+00:00",
                "192.0.2.1:5060",
                "RFC",
                "100",
                "a/b",
                "1:30"
            })
    void whatNobodyLinksStaysAsItIs(String word) {
        assertThat(Markdown.of(Pages.paragraph(word))).isEqualTo("# Title\n\n" + word + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "- - -", "~~~", "=", "==", "#", "-", "1.", "~~struck~~", "$x$"})
    void aLineIsNoRuleFenceOrHeading(String text) {
        assertThat(Markdown.of(Pages.paragraph(text)).lines().skip(2).findFirst())
                .get()
                .asString()
                .matches("\\\\.*|1\\\\\\.|`.*`");
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
