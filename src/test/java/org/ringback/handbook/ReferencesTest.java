package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** Where a code leads: related codes that exist, RFCs that have a title. */
class ReferencesTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());
    private static final Handbook ENGLISH = Handbook.load(Codes.load(), LANGUAGES, LANGUAGES.english());

    private static final Pattern SECTION =
            Pattern.compile("RFC[\\s\\h](\\d+),[\\s\\h](?:section[\\s\\h])?(\\d+(?:\\.\\d+)*)");

    private final Codes codes = Codes.load();
    private final Rfcs rfcs = Rfcs.load();

    @Test
    void relatedCodesExistAndAreOthers() {
        var complaints = new Complaints();
        for (var code : codes.all()) {
            String where = "related of " + code.number() + " in codes.json";
            complaints.expect(
                    where + " without duplicates", code.related(), List.copyOf(new LinkedHashSet<>(code.related())));
            for (int related : code.related()) {
                if (related == code.number() || codes.find(related).isEmpty()) {
                    complaints.add(where + ": " + related + " is the code itself or does not exist");
                }
            }
            if (code.related().isEmpty()) {
                complaints.add(where + " is empty");
            }
        }
        complaints.assertNone();
    }

    @Test
    void everyRfcHasATitle() {
        var complaints = new Complaints();
        for (int rfc : usedRfcs()) {
            if (rfcs.title(rfc).isBlank()) {
                complaints.add("resources/handbook/rfcs.json: add a title for " + rfc);
            }
        }
        complaints.assertNone();
    }

    @Test
    void noReferenceIsGivenTwice() {
        var complaints = new Complaints();
        codes.all()
                .forEach(code -> complaints.expect(
                        "references of " + code.number() + " in codes.json",
                        code.references(),
                        List.copyOf(new LinkedHashSet<>(code.references()))));
        complaints.assertNone();
    }

    /** As in "RFC 6665, 4.1.2.2": what is worth a section is worth a link. */
    @Test
    void aSectionThatAPageNamesIsAmongItsReferences() {
        var complaints = new Complaints();
        int named = 0;
        for (Entry entry : ENGLISH.all()) {
            Matcher section =
                    SECTION.matcher(String.join(" ", entry.definition().description()));
            while (section.find()) {
                named++;
                var reference = new Reference(Integer.parseInt(section.group(1)), section.group(2));
                if (!entry.code().references().contains(reference)) {
                    complaints.add("references of " + entry.number() + " in codes.json: its page names " + reference);
                }
            }
        }
        complaints.assertNone();
        assertThat(named).isGreaterThan(5);
    }

    @Test
    void rfcsOfARegisteredCodeAreThoseOfTheFacts() {
        var registry = FactTable.byCode("iana-response-codes");
        var complaints = new Complaints();
        FACTS.forEach((number, row) -> {
            String known = row.values() + " " + registry.get(number).values();
            for (var reference : codes.find(number).orElseThrow().references()) {
                if (!known.contains("RFC " + reference.rfc())) {
                    complaints.add("references of " + number + " in codes.json: the facts do not name " + reference);
                }
            }
        });
        complaints.assertNone();
    }

    @Test
    void aReferenceOpensAtItsSection() {
        assertThat(new Reference(3261, "21.4.24").url())
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24");
        assertThat(new Reference(2543, null).url()).isEqualTo("https://www.rfc-editor.org/rfc/rfc2543");
    }

    private Set<Integer> usedRfcs() {
        var used = new TreeSet<Integer>();
        codes.all().stream()
                .flatMap(code -> code.references().stream())
                .forEach(reference -> used.add(reference.rfc()));
        return used;
    }
}
