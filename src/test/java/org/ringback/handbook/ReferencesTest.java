package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where a code leads: related codes that exist, RFCs that have a title. */
class ReferencesTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");

    private final Codes codes = Codes.load();
    private final Rfcs rfcs = Rfcs.load();

    @Test
    void relatedCodesExistAndAreOthers() {
        assertThat(codes.all()).allSatisfy(code -> assertThat(code.related())
                    .as("related of %d in codes.json", code.number())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .doesNotContain(code.number())
                    .allMatch(related -> codes.find(related).isPresent()));
    }

    @Test
    void everyRfcHasATitle() {
        assertThat(usedRfcs())
                .allSatisfy(rfc -> assertThat(rfcs.title(rfc))
                        .as("title of %d: add a line to resources/handbook/rfcs.json", rfc)
                        .isNotBlank());
    }

    @Test
    void noReferenceIsGivenTwice() {
        assertThat(codes.all())
                .allSatisfy(code -> assertThat(code.references())
                        .as("references of %d in codes.json", code.number())
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
    }

    @Test
    void rfcsOfARegisteredCodeAreThoseOfTheFacts() {
        assertThat(FACTS).allSatisfy((number, row) -> {
            String known = row.values() + " " + registry(number);
            assertThat(codes.find(number).orElseThrow().references())
                    .as("references of %d in codes.json", number)
                    .allMatch(reference -> known.contains("RFC " + reference.rfc()));
        });
    }

    private static String registry(int number) {
        return FactTable.byCode("iana-response-codes").get(number).toString();
    }

    @Test
    void aReferenceOpensAtItsSection() {
        assertThat(new Reference(3261, "21.4.24").url())
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24");
        assertThat(new Reference(2543, null).url()).isEqualTo("https://www.rfc-editor.org/rfc/rfc2543");
    }

    private Set<Integer> usedRfcs() {
        var used = new TreeSet<Integer>();
        codes.all().stream().flatMap(code -> code.references().stream()).forEach(reference -> used.add(reference.rfc()));
        return used;
    }
}
