package org.ringback.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;

/** To which requests a code is a response, against the verified facts. */
class MethodFactsTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");
    private static final Set<String> METHODS =
            FactTable.rows("sip-methods").stream().map(row -> row.get("method")).collect(Collectors.toSet());

    /** Of Microsoft, never registered: presence of Lync and Skype for Business. */
    private static final String SERVICE = "SERVICE";

    private static final String ANY_EXCEPT = "any except ";
    private static final Pattern REMARK = Pattern.compile(" \\(.*?\\)");
    private static final Pattern LEADING = Pattern.compile("^[A-Z]+(, [A-Z]+)*");
    private static final Pattern SEPARATOR = Pattern.compile(", | and ");

    private final Codes codes = Codes.load();

    @Test
    void anyExceptMeansAnyExcept() {
        var complaints = new Complaints();
        FACTS.forEach((number, row) -> {
            String cell = row.get("methods");
            if (cell.startsWith(ANY_EXCEPT)) {
                var methods = codes.find(number).orElseThrow().methods();
                complaints.expect("methods.only of " + number + " in codes.json", methods.only(), List.of());
                complaints.expect(
                        "methods.except of " + number + " in codes.json",
                        methods.except(),
                        List.of(SEPARATOR.split(cell.substring(ANY_EXCEPT.length()), -1)));
            }
        });
        complaints.assertNone();
    }

    @Test
    void methodsNamedFirstAreTheOnlyOrTheMainOnes() {
        var complaints = new Complaints();
        FACTS.forEach((number, row) -> {
            var leading = LEADING.matcher(REMARK.matcher(row.get("methods")).replaceAll(""));
            if (leading.find()) {
                var methods = codes.find(number).orElseThrow().methods();
                complaints.expect(
                        "methods.only or methods.mainly of " + number + " in codes.json",
                        methods.only().isEmpty() ? methods.mainly() : methods.only(),
                        List.of(SEPARATOR.split(leading.group(), -1)));
            }
        });
        complaints.assertNone();
    }

    @Test
    void nothingAnswersAck() {
        assertThat(codes.all())
                .filteredOn(code -> code.codeClass() != CodeClass.LOCAL)
                .filteredOn(code -> code.methods().only().isEmpty()
                        ? !code.methods().except().contains("ACK")
                        : code.methods().only().contains("ACK"))
                .extracting(ResponseCode::number)
                .isEmpty();
    }

    @Test
    void methodsAreRegistered() {
        var used = new TreeSet<String>();
        codes.all().stream()
                .map(ResponseCode::methods)
                .flatMap(methods -> Stream.of(methods.only(), methods.except(), methods.mainly(), methods.formerly()))
                .forEach(used::addAll);
        codes.all().stream()
                .flatMap(code -> code.headers().stream())
                .map(HeaderRule::methods)
                .forEach(used::addAll);

        used.remove(SERVICE);
        assertThat(METHODS).containsAll(List.copyOf(used));
    }
}
