package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The registered codes of {@code codes.json} against the IANA registry. */
class CodesTest {

    private static final Map<Integer, Map<String, String>> REGISTRY = FactTable.byCode("iana-response-codes");

    private final Codes codes = Codes.load();

    @Test
    void everyRegisteredCodeIsThereAndNoOtherClaimsToBeRegistered() {
        var registered = new TreeSet<Integer>();
        codes.all().stream().filter(ResponseCode::registered).forEach(code -> registered.add(code.number()));

        assertThat(registered).isEqualTo(new TreeSet<>(REGISTRY.keySet())).hasSize(75);
    }

    @Test
    void phrasesAreThoseOfTheRegistry() {
        assertThat(REGISTRY).allSatisfy((number, row) -> assertThat(code(number).phrase())
                .as("phrase of %d in codes.json", number)
                .isEqualTo(row.get("reason_phrase")));
    }

    @Test
    void theDefiningRfcIsTheFirstReference() {
        assertThat(REGISTRY).allSatisfy((number, row) ->
                assertThat("RFC " + code(number).references().getFirst().rfc())
                        .as("first of the references of %d in codes.json", number)
                        .isEqualTo(row.get("defining_rfc")));
    }

    @Test
    void whatTheRegistryDeprecatesOrReservesIsMarked() {
        assertThat(REGISTRY).allSatisfy((number, row) -> assertThat(code(number).standing())
                .as("standing of %d in codes.json", number)
                .isEqualTo(standing(row.get("status_note"))));
    }

    private static Standing standing(String note) {
        if (note.startsWith("DEPRECATED")) {
            return Standing.DEPRECATED;
        }
        return note.startsWith("RESERVED") ? Standing.RESERVED : Standing.REGISTERED;
    }

    @Test
    void onlyProvisionalCodesAreNotFinal() {
        assertThat(codes.all())
                .allSatisfy(code -> assertThat(code.finality() == Finality.PROVISIONAL)
                        .as("finality of %d in codes.json", code.number())
                        .isEqualTo(code.codeClass() == CodeClass.PROVISIONAL));
    }

    @Test
    void nearestCodesComeNearestFirst() {
        assertThat(codes.nearest(485, 3)).extracting(ResponseCode::number).containsExactly(485, 484, 486);
        assertThat(codes.nearest(999, 1)).extracting(ResponseCode::number).containsExactly(904);
    }

    private ResponseCode code(int number) {
        return codes.find(number).orElseThrow(() -> new AssertionError("codes.json lacks " + number));
    }
}
