package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.answers.Format;

/** The JSON that scripts rely on: its field names and the values that are the same in every language. */
class JsonTest {

    private static JsonNode page(String tag, int code) throws IOException {
        return new ObjectMapper().readTree(Pages.page(tag, code, Format.JSON));
    }

    private static JsonNode comparison(String tag, int left, int right) throws IOException {
        return new ObjectMapper().readTree(Pages.comparison(tag, left, right, Format.JSON));
    }

    private static List<String> fields(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 486, 904})
    void aPageHasEveryFieldWhateverTheCode(int code) throws IOException {
        assertThat(fields(page("en", code)))
                .containsExactly(
                        "code",
                        "phrase",
                        "class",
                        "language",
                        "registered",
                        "standing",
                        "emitters",
                        "otherPhrases",
                        "phraseExplained",
                        "gist",
                        "description",
                        "seen",
                        "seenInShort",
                        "fix",
                        "causes",
                        "use",
                        "search",
                        "finality",
                        "scope",
                        "retry",
                        "senders",
                        "methods",
                        "requestHeaders",
                        "requestLacks",
                        "headers",
                        "body",
                        "dialogEffect",
                        "forkEffect",
                        "localOrigin",
                        "q850",
                        "facets",
                        "related",
                        "references",
                        "inEnglish");
    }

    @Test
    void factsAreIdentifiers() throws IOException {
        var busy = page("ru", 486);

        assertThat(busy.get("code").isInt()).isTrue();
        assertThat(busy.get("phrase").asText()).isEqualTo("Busy Here");
        assertThat(busy.get("class").asText()).isEqualTo("client-failure");
        assertThat(busy.get("retry").asText()).isEqualTo("later");
        assertThat(busy.get("registered").asBoolean()).isTrue();
        assertThat(busy.at("/headers/0/name").asText()).isEqualTo("Retry-After");
        assertThat(busy.at("/headers/0/strength").asText()).isEqualTo("may");
        assertThat(busy.at("/q850/toCause/cause").asInt()).isEqualTo(17);
        assertThat(busy.at("/references/0/rfc").asInt()).isEqualTo(3261);
        assertThat(busy.at("/references/0/section").asText()).isEqualTo("21.4.24");
        assertThat(busy.get("inEnglish")).isEmpty();
    }

    @Test
    void onlyWordsChangeWithTheLanguage() throws IOException {
        var english = page("en", 608);
        var russian = page("ru", 608);

        for (String fact : List.of("code", "class", "senders", "methods", "headers", "q850", "related", "references")) {
            assertThat(russian.get(fact)).as(fact).isEqualTo(english.get(fact));
        }
        for (String word : List.of("phraseExplained", "gist", "description", "fix", "causes", "use", "facets")) {
            assertThat(russian.get(word)).as(word).isNotEqualTo(english.get(word));
        }
        assertThat(fields(russian.get("facets"))).isEqualTo(fields(english.get("facets")));
    }

    @Test
    void numbersDoNotFollowTheDefaultLocale() {
        var usual = Locale.getDefault();
        String english = Pages.page("en", 486, Format.JSON);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Pages.page("en", 486, Format.JSON)).isEqualTo(english);
            assertThat(Pages.page("en", 486, Format.TEXT)).contains("486").doesNotContain("٤");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void aComparisonHasTheDocumentedFields() throws IOException {
        var both = comparison("en", 486, 600);

        assertThat(fields(both))
                .containsExactly(
                        "title",
                        "language",
                        "summary",
                        "left",
                        "right",
                        "contrast",
                        "differences",
                        "agreements",
                        "whenToUse",
                        "learnMore");
        assertThat(both.at("/left/code").asInt()).isEqualTo(486);
        assertThat(both.at("/right/code").asInt()).isEqualTo(600);
        assertThat(fields(both.at("/differences/0"))).containsExactly("about", "left", "right");
        assertThat(fields(both.get("contrast"))).containsExactly("heart", "differences", "tell");
        assertThat(both.get("whenToUse")).hasSize(2);
        assertThat(fields(both.at("/learnMore/0"))).containsExactly("rfc", "section", "title", "url", "codes");
    }

    @Test
    void aPairWithoutAContrastHasNone() throws IOException {
        assertThat(comparison("en", 100, 904).has("contrast")).isFalse();
    }

    @Test
    void aCodeWithItselfHasNoDifferences() throws IOException {
        var same = comparison("ru", 486, 486);

        assertThat(same.get("differences")).isEmpty();
        assertThat(same.get("summary")).hasSize(1);
    }

    @Test
    void aSearchListsCodesBestFirst() throws IOException {
        var answers = Pages.answers("ru");
        var result = new ObjectMapper().readTree(answers.searchResult("занято", answers.search("занято"), Format.JSON));

        assertThat(result.get("query").asText()).isEqualTo("занято");
        assertThat(result.at("/codes/0/code").asInt()).isIn(486, 600);
        assertThat(fields(result.at("/codes/0"))).containsExactly("code", "phrase", "phraseExplained");
    }
}
