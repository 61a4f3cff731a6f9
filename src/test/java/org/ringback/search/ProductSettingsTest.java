package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;

/** Whoever reads of a setting in a text can search for it. */
class ProductSettingsTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;
    private static final Answers ANSWERS =
            LIBRARY.answers(LIBRARY.languages().byTag("en").orElseThrow());

    private static final Path RESOURCES = Path.of("resources");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b");

    /** Alerts of TLS, words of a SIPp scenario, functions of scripts that have many uses, and what belongs to the web server. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "bad_certificate",
            "certificate_expired",
            "certificate_unknown",
            "handshake_failure",
            "insufficient_security",
            "protocol_version",
            "unknown_ca",
            "unsupported_certificate",
            "call_id",
            "call_number",
            "http_upgrade",
            "proxy_http_version",
            "proxy_set_header",
            "res_http_websocket",
            "sl_send_reply",
            "t_reply");

    private static Set<String> named(String file) throws IOException {
        var names = new TreeSet<String>();
        NAME.matcher(Files.readString(RESOURCES.resolve(file)))
                .results()
                .map(MatchResult::group)
                .forEach(names::add);
        return names;
    }

    @Test
    void everySettingThatAFindingNamesIsFound() throws IOException {
        Set<String> onPages = named("handbook/definitions_en.json");
        Set<String> named = named("diagnosis/findings_en.json");
        named.addAll(named("handbook/contrasts_en.json"));
        named.removeAll(NO_SETTINGS);
        assertThat(named).hasSizeGreaterThan(80);

        assertThat(named)
                .allSatisfy(name -> assertThat(ANSWERS.search(name).asides().isEmpty())
                        .as(name + " stands on a page, or in search/settings.json")
                        .isEqualTo(onPages.contains(name)));
    }

    @Test
    void everySettingIsNamedSomewhere() throws IOException {
        String texts = Files.readString(RESOURCES.resolve("diagnosis/findings_en.json"))
                + Files.readString(RESOURCES.resolve("handbook/contrasts_en.json"));
        String settings = Files.readString(RESOURCES.resolve("search/settings.json"));

        assertThat(Pattern.compile("\"([^\"]+)\":").matcher(settings).results().map(name -> name.group(1)))
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(texts).contains(name));
    }

    @Test
    void eachLeadsToCodesThatThereAre() throws IOException {
        for (String name : named("search/settings.json")) {
            assertThat(ANSWERS.search(name).codes())
                    .as(name)
                    .allSatisfy(code -> assertThat(ANSWERS.find(code)).isPresent());
        }
    }
}
