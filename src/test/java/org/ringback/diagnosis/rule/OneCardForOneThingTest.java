package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Kind;

/** What several rules find out about the same messages is said by the one that knows most. */
class OneCardForOneThingTest {

    private final Trace trace = Trace.ofSignaling();

    @Test
    void whatIsBetterSaidByAnotherKindNamesOneThatThereIs() {
        Set<String> ids = Diagnosis.kinds().stream().map(Kind::id).collect(Collectors.toSet());

        assertThat(Diagnosis.kinds())
                .allSatisfy(kind -> assertThat(ids).as(kind.id()).containsAll(kind.betterSaidBy()));
    }

    /** Else each would wait for the other to speak, over however many between them. */
    @Test
    void noKindsGiveWayToEachOtherInACircle() {
        Map<String, Set<String>> better = new HashMap<>();
        Diagnosis.kinds().forEach(kind -> better.put(kind.id(), kind.betterSaidBy()));

        assertThat(better.keySet())
                .allSatisfy(id -> assertThat(reached(better, id)).as(id).doesNotContain(id));
        assertThat(reached(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a")), "a"))
                .as("a circle of three is seen")
                .contains("a");
    }

    private static Set<String> reached(Map<String, Set<String>> better, String from) {
        Set<String> reached = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(better.get(from));
        while (!left.isEmpty()) {
            String next = left.remove();
            if (reached.add(next)) {
                left.addAll(better.get(next));
            }
        }
        return reached;
    }

    private void answerIsRepeated(String contact) {
        trace.from("alice").to("bob").request("INVITE");
        for (int i = 0; i < 11; i++) {
            trace.after(i == 0 ? 0 : 3)
                    .from("bob")
                    .to("alice")
                    .header("Contact: <sip:bob@" + contact + ">")
                    .responds(200);
        }
    }

    @Test
    void anAckThatCannotComeForItsAddressIsNotJustMissing() {
        trace.host("alice", "203.0.113.1", 5060).host("bob", "203.0.113.2", 5060);
        answerIsRepeated("10.0.0.5");

        assertThat(trace.found()).containsExactly("private-contact-no-ack");
    }

    @Test
    void anAckThatNobodyExplainsIsMissing() {
        answerIsRepeated("198.51.100.2");

        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void theReasonOfAByeThatEndsTheRepetitionsIsKnown() {
        answerIsRepeated("198.51.100.2");
        trace.after(2)
                .from("bob")
                .to("alice")
                .cseq(2)
                .byCallee()
                .header("Reason: SIP;cause=408;text=\"ACK timeout\"")
                .inside("BYE");

        assertThat(trace.found()).containsExactly("ack-missing-hangup");
    }

    @Test
    void anInviteThatNobodyAnswersIsNotOnlyUnfinished() {
        trace.from("alice").to("bob").request("INVITE");
        for (double wait : new double[] {0.5, 1, 2, 4}) {
            trace.after(wait).from("alice").to("bob").request("INVITE");
        }

        assertThat(trace.found()).containsExactly("invite-unanswered-udp");
    }

    @Test
    void aCauseThatSaysTheSameAsThePhoneIsLeftOut() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(30).from("bob").to("alice").header("Reason: Q.850;cause=19").responds(480);

        assertThat(trace.found()).containsExactly("nobody-answered");
    }

    @Test
    void aCauseThatContradictsTheCodeIsNotHiddenByIt() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("Reason: Q.850;cause=34").responds(486);

        assertThat(trace.found()).containsExactly("cause-congestion", "cause-contradicts-code");
    }

    @Test
    void theSameThingIsNotSaidWithoutEnd() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        for (int i = 2; i < 50; i++) {
            trace.from("alice").to("bob").cseq(i).inside("UPDATE");
            trace.from("bob").to("alice").cseq(i).responds(481, "UPDATE");
        }

        assertThat(trace.found()).filteredOn("call-unknown"::equals).hasSize(8);
    }
}
