package org.ringback.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.call.Call;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.rule.Rule;

/** What a mistake in one rule costs: what that rule would have said, and nothing else. */
class DiagnosisTest {

    private static Trace busyCalls() {
        var trace = new Trace();
        for (String id : List.of("one", "two")) {
            trace.call(id, "alice", "bob");
            trace.from("alice").to("bob").request("INVITE");
            trace.from("bob").to("alice").refuses(486);
        }
        return trace;
    }

    private static Diagnosed diagnosed(Trace trace, String id, Diagnosis diagnosis) {
        Call call = trace.calls().stream()
                .filter(one -> one.callId().equals(id))
                .findFirst()
                .orElseThrow();
        return diagnosis.of(call, trace.examined().circumstances());
    }

    static Stream<Throwable> mistakes() {
        return Stream.of(
                new IllegalStateException("a mistake"),
                new NoClassDefFoundError("Missing"),
                new StackOverflowError(),
                new InternalError("a file was made shorter"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInOneRuleCostsNoOtherItsFindings(Throwable mistake) {
        Trace trace = busyCalls();
        Diagnosed whole = diagnosed(trace, "one", new Diagnosis());
        Diagnosed spared = diagnosed(trace, "one", BrokenRule.amongAll("one", mistake));

        assertThat(whole.findings()).isNotEmpty();
        assertThat(spared).isEqualTo(new Diagnosed(whole.call(), whole.findings(), 1));
        assertThat(diagnosed(trace, "two", BrokenRule.amongAll("one", mistake)).brokenRules())
                .isZero();
    }

    @Test
    void whatARuleSaidBeforeItsMistakeIsStillTrue() {
        Rule busy = Rules.ALL.stream()
                .filter(rule -> rule.kinds().stream().anyMatch(kind -> kind.id().equals("busy-at-once")))
                .findFirst()
                .orElseThrow();
        Rule halfway = new Rule() {
            @Override
            public List<Kind> kinds() {
                return busy.kinds();
            }

            @Override
            public void examine(Case examined, Consumer<Finding> findings) {
                busy.examine(examined, findings);
                throw new IllegalStateException("a mistake");
            }
        };
        Diagnosed diagnosed = diagnosed(busyCalls(), "one", new Diagnosis(List.of(halfway)));

        assertThat(Trace.ids(diagnosed.findings())).containsExactly("busy-at-once");
        assertThat(diagnosed.brokenRules()).isEqualTo(1);
    }

    @Test
    void withoutMemoryNothingGoesOn() {
        Diagnosis diagnosis = BrokenRule.amongAll("one", new OutOfMemoryError("none left"));

        assertThatThrownBy(() -> diagnosed(busyCalls(), "one", diagnosis)).isInstanceOf(OutOfMemoryError.class);
    }
}
