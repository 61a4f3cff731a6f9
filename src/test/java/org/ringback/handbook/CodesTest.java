package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;

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
        var complaints = new Complaints();
        REGISTRY.forEach((number, row) -> complaints.expect(
                "phrase of " + number + " in codes.json", code(number).phrase(), row.get("reason_phrase")));
        complaints.assertNone();
    }

    @Test
    void theDefiningRfcIsTheFirstReference() {
        var complaints = new Complaints();
        REGISTRY.forEach((number, row) -> complaints.expect(
                "first of the references of " + number + " in codes.json",
                "RFC " + code(number).references().getFirst().rfc(),
                row.get("defining_rfc")));
        complaints.assertNone();
    }

    @Test
    void whatTheRegistryDeprecatesOrReservesIsMarked() {
        var complaints = new Complaints();
        REGISTRY.forEach((number, row) -> complaints.expect(
                "standing of " + number + " in codes.json", code(number).standing(), standing(row.get("status_note"))));
        complaints.assertNone();
    }

    private static Standing standing(String note) {
        if (note.startsWith("DEPRECATED")) {
            return Standing.DEPRECATED;
        }
        return note.startsWith("RESERVED") ? Standing.RESERVED : Standing.REGISTERED;
    }

    @Test
    void onlyProvisionalCodesAreNotFinal() {
        var complaints = new Complaints();
        codes.all()
                .forEach(code -> complaints.expect(
                        "finality of " + code.number() + " in codes.json",
                        code.finality(),
                        code.codeClass() == CodeClass.PROVISIONAL ? Finality.PROVISIONAL : Finality.FINAL));
        complaints.assertNone();
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
