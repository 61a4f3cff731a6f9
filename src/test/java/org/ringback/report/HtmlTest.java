package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.answers.Format;
import org.xml.sax.InputSource;

/** One HTML file that needs nothing else and runs in the direction of its language. */
class HtmlTest {

    @ParameterizedTest
    @MethodSource("org.ringback.report.Pages#tags")
    void languageAndDirectionAreSaid(String tag) {
        String direction = Pages.answers(tag).language().rightToLeft() ? "rtl" : "ltr";
        assertThat(Pages.page(tag, 486, Format.HTML))
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + tag + "\" dir=\"" + direction + "\">")
                .contains("<meta charset=\"utf-8\">")
                .endsWith("</html>\n");
    }

    @ParameterizedTest
    @MethodSource("org.ringback.report.Pages#tags")
    void nothingIsLoadedFromAnywhere(String tag) {
        for (String html :
                new String[] {Pages.page(tag, 486, Format.HTML), Pages.comparison(tag, 603, 608, Format.HTML)}) {
            assertThat(html)
                    .doesNotContain("src=", "<link", "<script", "@import", "url(", "<iframe", "<object")
                    .contains("<style>");
            assertThat(html.replaceAll("<a href=\"https://www\\.rfc-editor\\.org/[^\"]*\">", ""))
                    .doesNotContain("http");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 428, 486, 608, 904})
    void everyElementIsClosed(int code) throws Exception {
        for (String tag : Pages.tags()) {
            parse(Pages.page(tag, code, Format.HTML));
            parse(Pages.comparison(tag, code, 480, Format.HTML));
        }
    }

    private static void parse(String html) throws Exception {
        String xml = html.replaceAll("<!DOCTYPE html>\\s*", "").replaceAll("(<meta [^>]*)>", "$1/>");
        var parsed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(parsed.getElementsByTagName("h1").getLength()).isEqualTo(1);
    }

    @Test
    void aPageHasItsSectionsStepsAndFacts() {
        assertThat(Pages.page("en", 486, Format.HTML))
                .contains("<title>486 Busy Here</title>", "<h1>486 Busy Here</h1>", "<h2>How to fix it</h2>\n<ol>")
                .contains("<table class=\"facts\">", "<th>Retry</th><td>Later</td>")
                .contains("<a href=\"https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24\">");
    }

    @Test
    void aComparisonNumbersItsDifferencesAndAlignsTheDefinitions() {
        assertThat(Pages.comparison("en", 486, 600, Format.HTML))
                .contains("<table class=\"points\">", "<tr><td>1</td>", "<tr><td>2</td>")
                .contains("<table class=\"columns\">", "<th>486 Busy Here</th><th>600 Busy Everywhere</th>");
    }

    @Test
    void anUnregisteredCodeIsMarked() {
        assertThat(Pages.page("en", 477, Format.HTML)).contains("<p class=\"note\">Not registered with IANA</p>");
        assertThat(Pages.page("en", 486, Format.HTML)).doesNotContain("class=\"note\"");
    }

    @Test
    void textIsNeverMarkup() {
        assertThat(Html.of(Pages.paragraph("<branch> & \"x\""))).contains("<p>&lt;branch&gt; &amp; &quot;x&quot;</p>");
    }
}
