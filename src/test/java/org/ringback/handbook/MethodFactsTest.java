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

/** To which requests a code is a response, against the verified facts. */
class MethodFactsTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");
    private static final Set<String> METHODS = FactTable.rows("sip-methods").stream()
            .map(row -> row.get("method"))
            .collect(Collectors.toSet());

    private static final String ANY_EXCEPT = "any except ";
    private static final Pattern REMARK = Pattern.compile(" \\(.*?\\)");
    private static final Pattern LEADING = Pattern.compile("^[A-Z]+(, [A-Z]+)*");
    private static final Pattern SEPARATOR = Pattern.compile(", | and ");

    private final Codes codes = Codes.load();

    @Test
    void anyExceptMeansAnyExcept() {
        assertThat(FACTS).allSatisfy((number, row) -> {
            String cell = row.get("methods");
            if (cell.startsWith(ANY_EXCEPT)) {
                var methods = codes.find(number).orElseThrow().methods();
                assertThat(methods.only()).as("methods.only of %d", number).isEmpty();
                assertThat(methods.except())
                        .as("methods.except of %d", number)
                        .containsExactly(SEPARATOR.split(cell.substring(ANY_EXCEPT.length()), -1));
            }
        });
    }

    @Test
    void methodsNamedFirstAreTheOnlyOrTheMainOnes() {
        assertThat(FACTS).allSatisfy((number, row) -> {
            var leading = LEADING.matcher(REMARK.matcher(row.get("methods")).replaceAll(""));
            if (leading.find()) {
                var methods = codes.find(number).orElseThrow().methods();
                assertThat(Stream.concat(methods.only().stream(), methods.mainly().stream()))
                        .as("methods.only or methods.mainly of %d, from: %s", number, row.get("methods"))
                        .containsExactly(SEPARATOR.split(leading.group(), -1));
            }
        });
    }

    @Test
    void nothingAnswersAck() {
        assertThat(codes.all().stream().filter(code -> code.codeClass() != CodeClass.LOCAL))
                .allSatisfy(code -> assertThat(code.methods())
                        .as("methods of %d", code.number())
                        .matches(methods -> methods.only().isEmpty()
                                ? methods.except().contains("ACK")
                                : !methods.only().contains("ACK")));
    }

    @Test
    void methodsAreRegistered() {
        var used = new TreeSet<String>();
        codes.all().stream()
                .map(ResponseCode::methods)
                .flatMap(methods -> Stream.of(methods.only(), methods.except(), methods.mainly()))
                .forEach(used::addAll);
        codes.all().stream().flatMap(code -> code.headers().stream()).map(HeaderRule::methods).forEach(used::addAll);

        assertThat(METHODS).containsAll(List.copyOf(used));
    }
}
