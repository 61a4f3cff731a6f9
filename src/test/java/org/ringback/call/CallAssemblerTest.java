package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages come one by one, calls can be asked for at any time. */
class CallAssemblerTest {

    private final Flow flow = new Flow();

    @Test
    void countsEverythingOnTheWire() {
        flow.from("alice").to("bob").invite();
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(486);
        flow.from("alice").to("bob").ackToFailure();
        flow.call("call-2", "alice", "bob").from("alice").to("bob").outside("OPTIONS");

        Tally tally = flow.assembler().tally();
        assertThat(tally.messages()).isEqualTo(5);
        assertThat(tally.methods())
                .containsExactly(Map.entry("ACK", 1L), Map.entry("INVITE", 2L), Map.entry("OPTIONS", 1L));
        assertThat(tally.statuses()).containsExactly(Map.entry(486, 1L));
        assertThat(tally.callIds()).isEqualTo(2);
        assertThat(flow.calls().stream()
                        .mapToInt(call -> call.messages().size())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void callsThatDidNotChangeStayTheSame() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(486);
        Call refused = flow.only();
        flow.call("call-2", "alice", "bob").after(1).from("alice").to("bob").invite();

        assertThat(flow.calls().getFirst()).isSameAs(refused);
    }

    @Test
    void filesAreReadOneByOneButMakeOneTimeline() {
        flow.after(2).from("alice").to("bob").ack();
        flow.after(-1).from("bob").to("alice").responds(200);
        flow.after(-1).from("alice").to("bob").invite();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
        assertThat(flow.only().start()).isEqualTo(Flow.START);
    }

    @Test
    void callsComeInTheOrderOfTheirStart() {
        flow.after(1).call("late", "alice", "bob").from("alice").to("bob").invite();
        flow.after(-1).call("early", "alice", "bob").from("alice").to("bob").invite();

        assertThat(flow.calls()).extracting(Call::callId).containsExactly("early", "late");
    }

    @Test
    void messagesWithoutACallIdAreNotThrownTogether() {
        flow.call("", "alice", "bob")
                .from("alice")
                .to("bob")
                .branch("z9hG4bK-1")
                .outside("OPTIONS");
        flow.from("alice").to("bob").branch("z9hG4bK-2").outside("OPTIONS");

        assertThat(flow.calls()).hasSize(2);
        assertThat(flow.assembler().tally().callIds()).isZero();
    }

    @Test
    void saysWhoCalledWhom() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(486);

        assertThat(flow.only().from()).isEqualTo(new Identity("alice", "example.com"));
        assertThat(flow.only().to()).isEqualTo(new Identity("bob", "example.com"));
    }
}
