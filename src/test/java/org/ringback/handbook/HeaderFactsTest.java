package org.ringback.handbook;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;

/** Which header fields must, should and may be in a response, against the verified facts. */
class HeaderFactsTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");
    private static final Map<String, HeaderStrength> STRENGTHS = Map.of(
            "headers_must", HeaderStrength.MUST,
            "headers_should", HeaderStrength.SHOULD,
            "headers_may", HeaderStrength.MAY);

    private static final Pattern REMARK = Pattern.compile("\\(.*?\\)");
    private static final Pattern METHOD = Pattern.compile("\\b[A-Z]+:");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*\\b");
    private static final Pattern CONDITION = Pattern.compile("\\b(if|only|whichever|when used|when policy|unless)\\b");
    private static final Set<String> BODIES = Set.of("SDP", "PIDF-LO");

    private final Codes codes = Codes.load();

    @Test
    void headersAreThoseOfTheFacts() {
        forEachCell((code, strength, cell, complaints) ->
                complaints.expect(where(code, strength, cell), names(code, strength), names(cell)));
    }

    @Test
    void aHeaderThatIsThereOnlySometimesSaysWhen() {
        forEachCell((code, strength, cell, complaints) -> {
            boolean sometimes = CONDITION.matcher(cell).find() && !names(cell).isEmpty();
            if (sometimes
                    && code.headers().stream().noneMatch(rule -> rule.strength() == strength && rule.when() != null)) {
                complaints.add(where(code, strength, cell) + ": say when");
            }
        });
    }

    @Test
    void aBodyIsThereWhereTheFactsHaveOne() {
        forEachCell((code, strength, cell, complaints) -> {
            if (cell.contains("body")) {
                complaints.expect(
                        "body of " + code.number() + " in codes.json, from: " + cell,
                        code.body() == null ? null : code.body().strength(),
                        strength);
            }
        });
    }

    private void forEachCell(Check check) {
        var complaints = new Complaints();
        FACTS.forEach((number, row) -> STRENGTHS.forEach((column, strength) ->
                check.of(codes.find(number).orElseThrow(), strength, row.get(column), complaints)));
        complaints.assertNone();
    }

    private static String where(ResponseCode code, HeaderStrength strength, String cell) {
        return strength + " headers of " + code.number() + " in codes.json, from: " + cell;
    }

    private static Set<String> names(String cell) {
        String bare = METHOD.matcher(REMARK.matcher(cell).replaceAll("")).replaceAll("");
        var names = new TreeSet<String>();
        NAME.matcher(bare).results().forEach(match -> names.add(match.group()));
        names.removeAll(BODIES);
        return names;
    }

    private static Set<String> names(ResponseCode code, HeaderStrength strength) {
        var names = new TreeSet<String>();
        code.headers().stream()
                .filter(rule -> rule.strength() == strength)
                .forEach(rule -> names.add(rule.name().replaceAll("[: ].*", "")));
        return names;
    }

    /** What has to hold for one code and one strength. */
    private interface Check {
        void of(ResponseCode code, HeaderStrength strength, String cell, Complaints complaints);
    }
}
