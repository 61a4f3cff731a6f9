package org.ringback.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.diagnosis.Trace;

@BesideOthers
class CallStatisticsTest {

    private final Trace trace = new Trace();

    private CallStatistics statistics() {
        var examined = trace.examined();
        return CallStatistics.of(examined.legs().joined(examined.calls()), ZoneOffset.UTC);
    }

    private void answered(String id, double delay) {
        trace.call(id, "alice", "bob");
        trace.from("alice").to("bob").header("User-Agent: Phone 1").request("INVITE");
        trace.after(delay).from("bob").to("alice").responds(180);
        trace.after(1).from("bob").to("alice").answers();
        trace.after(60).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    private void refused(String id, int code) {
        trace.call(id, "carol", "bob");
        trace.from("carol").to("bob").request("INVITE");
        trace.from("bob").to("carol").responds(code);
    }

    private static List<String> told(List<Group> groups) {
        return groups.stream()
                .map(group -> group.name() + " " + group.count().calls() + " "
                        + group.count().answered() + " " + group.count().failed())
                .toList();
    }

    @Test
    void whatWasAnsweredAndWhatFailedIsCounted() {
        answered("1", 2);
        answered("2", 4);
        refused("3", 486);
        refused("4", 486);
        refused("5", 503);
        trace.call("6", "alice", "bob");
        trace.from("alice").to("bob").request("OPTIONS");

        CallStatistics numbers = statistics();

        assertThat(numbers.all()).isEqualTo(new Count(5, 2, 3));
        assertThat(numbers.all().answerRatio()).contains(0.4);
        assertThat(told(numbers.codes())).containsExactly("486 2 0 2", "503 1 0 1");
        assertThat(told(numbers.destinations()))
                .containsExactly(trace.address("bob").host() + " 5 2 3");
        assertThat(told(numbers.sources()))
                .containsExactly(
                        trace.address("carol").host() + " 3 0 3",
                        trace.address("alice").host() + " 2 2 0");
        assertThat(told(numbers.programs())).contains("Phone 1 2 2 0");
        assertThat(numbers.postDialDelay().orElseThrow())
                .isEqualTo(new Spread(
                        2, Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(4)));
        assertThat(numbers.talkTime().orElseThrow().longest()).isEqualTo(Duration.ofSeconds(60));
        assertThat(numbers.periods().all().stream()
                        .mapToInt(period -> period.count().calls())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void aPercentileIsADurationThatACallHad() {
        var spread = Spread.of(
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList());

        assertThat(spread)
                .isEqualTo(new Spread(
                        10,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(9),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10)));
    }

    @Test
    void aCallWhoseBeginningWasNotCapturedDoesNotCount() {
        trace.call("1", "alice", "bob");
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(statistics().all()).isEqualTo(new Count(0, 0, 0));
        assertThat(statistics().all().answerRatio()).isEmpty();
    }

    @Test
    void theLegsOfACallAreOneCall() {
        trace.call("leg", "alice", "bob");
        trace.from("alice")
                .to("pbx")
                .header("Session-ID: 47755a9de7794ba387653f2099600ef2")
                .request("INVITE");
        trace.call("other-leg", "alice", "bob");
        trace.after(0.01)
                .from("pbx")
                .to("bob")
                .header("Session-ID: 47755a9de7794ba387653f2099600ef2")
                .request("INVITE");
        trace.from("bob").to("pbx").responds(486);
        trace.call("leg", "alice", "bob");
        trace.from("pbx").to("alice").responds(486);

        assertThat(statistics().all()).isEqualTo(new Count(1, 0, 1));
        assertThat(told(statistics().destinations()))
                .containsExactly(trace.address("pbx").host() + " 1 0 1");
    }
}
