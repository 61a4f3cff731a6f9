package org.ringback.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.incident.Incidents;
import org.ringback.handbook.Rfcs;
import org.ringback.language.JsonBundle;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** What can be found has words in every language, and the words ask only for what the finding knows. */
class FindingWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** What the handbook's page of {code} has to say: its first steps, and the code in one sentence. */
    private static final Set<String> OF_PAGE = Set.of("steps", "gist");

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    static List<Language> languages() {
        return LANGUAGES.all();
    }

    /** Of what is found about one call and about several. */
    private static List<Kind> kinds() {
        return Stream.concat(Diagnosis.kinds().stream(), Incidents.kinds().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindHasEveryField(Language language) {
        JsonBundle words = LANGUAGES.bundle("diagnosis", "findings", language);
        var complaints = new Complaints("findings_" + language.tag() + ".json");
        for (Kind kind : kinds()) {
            var entry = words.entries().get(kind.id());
            for (String field : Set.of("title", "what", "disproof")) {
                if (entry == null || entry.path(field).asText().isBlank()) {
                    complaints.add("write " + kind.id() + "." + field);
                }
            }
            if (entry == null || entry.path("remedy").isEmpty()) {
                complaints.add("write " + kind.id() + ".remedy[0]");
            }
            words.filledFields(kind.id()).forEach(field -> complaints.add("translate " + kind.id() + "." + field));
        }
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void wordsAskOnlyForWhatTheKindKnows(Language language) {
        JsonBundle words = LANGUAGES.bundle("diagnosis", "findings", language);
        var complaints = new Complaints("findings_" + language.tag() + ".json");
        for (Kind kind : kinds()) {
            places(words, kind).stream()
                    .filter(place -> !kind.places().contains(OF_PAGE.contains(place) ? "code" : place))
                    .forEach(place ->
                            complaints.add(kind.id() + ": there is no {" + place + "}, only " + kind.places()));
        }
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everythingThatTheKindKnowsIsSaid(Language language) {
        JsonBundle words = LANGUAGES.bundle("diagnosis", "findings", language);
        var complaints = new Complaints("findings_" + language.tag() + ".json");
        for (Kind kind : kinds()) {
            Set<String> said = places(words, kind);
            kind.places().stream()
                    .filter(place -> !said.contains(place))
                    .forEach(place -> complaints.add(kind.id() + ": nowhere says {" + place + "}"));
        }
        complaints.assertNone();
    }

    private static Set<String> places(JsonBundle words, Kind kind) {
        var entry = words.entries().get(kind.id());
        return entry == null
                ? Set.of()
                : PLACE.matcher(entry.toString().substring(1).replaceAll("\"(title|what|remedy|disproof)\":", ""))
                        .results()
                        .map(place -> place.group(1))
                        .filter(place -> place.matches("[a-zA-Z]+"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingIsThereThatNobodyFinds(Language language) {
        Set<String> ids = kinds().stream().map(Kind::id).collect(Collectors.toSet());
        assertThat(LANGUAGES.bundle("diagnosis", "findings", language).entries().keySet())
                .as("delete from findings_%s.json what is not among the kinds", language.tag())
                .isSubsetOf(ids);
    }

    @Test
    void everyRfcThatAFindingCitesHasATitle() {
        var rfcs = Rfcs.load();
        var complaints = new Complaints("resources/handbook/rfcs.json");
        for (Kind kind : kinds()) {
            int rfc = kind.reference().rfc();
            if (rfcs.title(rfc).isBlank()) {
                complaints.add("add a title for " + rfc + ", cited by " + kind.id());
            }
        }
        complaints.assertNone();
    }

    @Test
    void everyKindHasAnIdOfItsOwn() {
        assertThat(kinds().stream().map(Kind::id)).doesNotHaveDuplicates();
    }
}
