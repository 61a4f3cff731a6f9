package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** How the other arrows belong to the selected one. */
class RelationsTest {

    private static CallFlow flow(Trace trace) {
        return new CallFlow(trace.calls());
    }

    private static List<Relation> relations(Trace trace, int selected) {
        CallFlow flow = flow(trace);
        List<Row> rows = flow.ladder(Arrangement.by(Grouping.ADDRESS, false)).rows();
        return rows.stream()
                .map(row -> flow.relation(rows.get(selected).message(), row.message()))
                .toList();
    }

    private static Trace challenged() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").toTag("x").responds(401);
        trace.from("alice").to("bob").toTag("x").acknowledges();
        trace.from("alice").to("bob").cseq(2).request("INVITE");
        trace.from("bob").to("alice").cseq(2).toTag("y").responds(200);
        trace.from("alice").to("bob").cseq(2).toTag("y").inside("ACK");
        return trace.from("alice").to("bob").cseq(3).toTag("y").inside("BYE");
    }

    @Test
    void aResponseBelongsToItsTransactionThenToItsDialog() {
        assertThat(relations(challenged(), 4))
                .containsExactly(
                        Relation.NONE,
                        Relation.NONE,
                        Relation.NONE,
                        Relation.SAME_TRANSACTION,
                        Relation.SELECTED,
                        Relation.SAME_DIALOG,
                        Relation.SAME_DIALOG);
    }

    @Test
    void theAckToAFailureIsOfItsTransaction() {
        assertThat(relations(challenged(), 0).subList(0, 4))
                .containsExactly(
                        Relation.SELECTED, Relation.SAME_TRANSACTION, Relation.SAME_TRANSACTION, Relation.NONE);
    }

    @Test
    void theSameRequestOnAnotherHopIsOfTheSameDialog() {
        var trace = new Trace();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(486);
        assertThat(relations(trace, 0)).containsExactly(Relation.SELECTED, Relation.SAME_DIALOG, Relation.SAME_DIALOG);
    }

    @Test
    void anotherAnswerToAForkedRequestIsASibling() {
        var trace = new Trace();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("desk").request("INVITE");
        trace.from("proxy").to("mobile").request("INVITE");
        trace.from("desk").to("proxy").toTag("desk").responds(180);
        trace.from("mobile").to("proxy").toTag("mobile").responds(180);
        trace.from("desk").to("proxy").toTag("desk").responds(200);
        trace.from("alice").to("desk").toTag("desk").cseq(2).inside("BYE");
        assertThat(relations(trace, 6))
                .containsExactly(
                        Relation.SAME_DIALOG,
                        Relation.SAME_DIALOG,
                        Relation.SAME_DIALOG,
                        Relation.SAME_DIALOG,
                        Relation.SIBLING_FORK,
                        Relation.SAME_DIALOG,
                        Relation.SELECTED);
    }

    @Test
    void aForkThatFailsWithoutRingingIsASiblingToo() {
        var trace = new Trace();
        trace.from("proxy").to("desk").request("INVITE");
        trace.from("proxy").to("mobile").request("INVITE");
        trace.from("desk").to("proxy").toTag("desk").responds(180);
        trace.from("mobile").to("proxy").toTag("mobile").responds(486);
        assertThat(relations(trace, 2).getLast()).isEqualTo(Relation.SIBLING_FORK);
    }

    @Test
    void aCancelBelongsToWhatItCancels() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("alice").to("bob").request("CANCEL");
        assertThat(relations(trace, 0)).containsExactly(Relation.SELECTED, Relation.SAME_DIALOG);
    }

    @Test
    void anotherCallIsAnotherLeg() {
        var trace = new Trace();
        trace.call("a", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.call("b", "alice", "bob").from("pbx").to("bob").request("INVITE");
        assertThat(relations(trace, 0)).containsExactly(Relation.SELECTED, Relation.OTHER_LEG);
    }

    @Test
    void transactionsAreTakenHopByHop() {
        CallFlow flow = flow(challenged());
        List<Row> rows = flow.ladder(Arrangement.by(Grouping.ADDRESS, false)).rows();
        assertThat(flow.sameTransaction(rows.get(0).message(), rows.get(1).message()))
                .isTrue();
        assertThat(flow.sameTransaction(rows.get(0).message(), rows.get(3).message()))
                .isFalse();
    }
}
