package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** Whatever header field a page, a note, a fact or a finding names: whoever clicks it in a message learns what it is. */
class HeaderHelpTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    /** Names as the registry of SIP header fields has them, and two that it never took in. */
    private static final List<String> NAMES = FactTable.rows("sip-header-fields").stream()
            .map(row -> row.get("name"))
            .toList();

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]*[A-Za-z]");

    private final Codes codes = Codes.load();

    static List<Language> languages() {
        return LANGUAGES.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyHeaderThatATextNamesIsExplained(Language language) {
        var headers = HeaderTexts.load(LANGUAGES, language);
        var complaints = new Complaints("handbook/headers_" + language.tag() + ".json");
        for (var file : Map.of(
                        "handbook", List.of("definitions", "contrasts"),
                        "diagnosis", List.of("findings"))
                .entrySet()) {
            for (String name : file.getValue()) {
                LANGUAGES.bundle(file.getKey(), name, language).entries().forEach((key, words) -> {
                    var used = WORD.matcher(words.toString())
                            .results()
                            .map(match -> match.group())
                            .collect(Collectors.toSet());
                    NAMES.stream()
                            .filter(used::contains)
                            .filter(header -> headers.of(header).isEmpty())
                            .forEach(header -> complaints.add("explain " + header + ", named in " + name + " " + key));
                });
            }
        }
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyHeaderOfAFactIsExplained(Language language) {
        var headers = HeaderTexts.load(LANGUAGES, language);
        var complaints = new Complaints("handbook/headers_" + language.tag() + ".json");
        for (ResponseCode code : codes.all()) {
            Stream.of(
                            code.headers().stream().map(HeaderRule::name),
                            code.requestHeaders().stream(),
                            code.requestLacks().stream())
                    .flatMap(names -> names)
                    .map(name -> name.replaceAll("[: ].*", ""))
                    .filter(name -> headers.of(name).isEmpty())
                    .forEach(name -> complaints.add("explain " + name + ", a fact of " + code.number()));
        }
        complaints.assertNone();
    }

    @Test
    void whatIsAskedForMostIsThere() {
        var headers = HeaderTexts.load(LANGUAGES, LANGUAGES.english());

        assertThat(headers.of("P-Early-Media")).isPresent();
        assertThat(headers.of("No-Such-Header")).isEmpty();
    }
}
