package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;

/** The mapping of codes to causes of Q.850 and back, against RFC 3398. */
class Q850FactsTest {

    private static final List<Map<String, String>> MAPPING = FactTable.rows("q850-mapping");

    private final Codes codes = Codes.load();

    @Test
    void causesLeadToTheCodesOfTheFacts() {
        var expected = new TreeMap<Integer, Set<Integer>>();
        for (var row : rows("q850-to-sip")) {
            if (isNumber(row.get("sip_code")) && isNumber(row.get("q850_cause"))) {
                expected.computeIfAbsent(Integer.valueOf(row.get("sip_code")), code -> new TreeSet<>())
                        .add(Integer.valueOf(row.get("q850_cause")));
            }
        }

        var complaints = new Complaints();
        codes.all()
                .forEach(code -> complaints.expect(
                        "q850.fromCauses of " + code.number() + " in codes.json",
                        new TreeSet<>(code.q850().fromCauses()),
                        expected.getOrDefault(code.number(), Set.of())));
        complaints.assertNone();
    }

    @Test
    void everyOtherCauseLeadsTo500() {
        assertThat(codes.all().stream().filter(code -> code.q850().fromAnyOther()))
                .extracting(ResponseCode::number)
                .containsExactly(500);
    }

    @Test
    void codesLeadToTheCausesOfTheFacts() {
        var listed = rows("sip-to-q850").stream()
                .filter(row -> isNumber(row.get("sip_code")))
                .collect(Collectors.toMap(row -> Integer.valueOf(row.get("sip_code")), Q850FactsTest::listed));

        var complaints = new Complaints();
        codes.all()
                .forEach(code -> complaints.expect(
                        "q850.toCause of " + code.number() + " in codes.json",
                        code.q850().toCause(),
                        listed.getOrDefault(code.number(), notListed(code))));
        complaints.assertNone();
    }

    private static Q850.ToCause listed(Map<String, String> row) {
        String entry = row.get("rfc3398_entry");
        if (entry.contains("by Warning")) {
            return new Q850.ToCause(31, CauseNote.BY_WARNING);
        }
        if (row.get("q850_cause").isEmpty()) {
            return new Q850.ToCause(null, CauseNote.NO_MAPPING);
        }
        int cause = Integer.parseInt(row.get("q850_cause"));
        return new Q850.ToCause(cause, note(row.get("rfc3398_note")));
    }

    private static CauseNote note(String note) {
        if (note.contains("credentials")) {
            return CauseNote.CREDENTIALS_FIRST;
        }
        return note.contains("remedy the problem") ? CauseNote.REMEDY_FIRST : null;
    }

    private static Q850.ToCause notListed(ResponseCode code) {
        return switch (code.codeClass()) {
            case PROVISIONAL, SUCCESS, LOCAL -> null;
            case REDIRECTION -> new Q850.ToCause(23, CauseNote.REDIRECTION);
            case CLIENT_FAILURE, SERVER_FAILURE, GLOBAL_FAILURE -> new Q850.ToCause(31, CauseNote.DEFAULT);
        };
    }

    @Test
    void everyCauseExists() {
        var causes = FactTable.rows("q850-causes").stream()
                .map(row -> Integer.valueOf(row.get("cause")))
                .collect(Collectors.toSet());
        var used = new TreeSet<Integer>();
        for (var code : codes.all()) {
            used.addAll(code.q850().fromCauses());
            if (code.q850().toCause() != null && code.q850().toCause().cause() != null) {
                used.add(code.q850().toCause().cause());
            }
        }

        assertThat(causes).containsAll(used);
    }

    private static List<Map<String, String>> rows(String direction) {
        return MAPPING.stream()
                .filter(row -> row.get("direction").equals(direction))
                .toList();
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+");
    }
}
