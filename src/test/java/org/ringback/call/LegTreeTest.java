package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.call.LegLink.Reason;

/** Legs of one call stand together, each once and with its reason; what is another call stands alone. */
class LegTreeTest {

    private final Flow flow = new Flow();

    private LegTree tree() {
        return LegTree.of(flow.calls(), LegLinks.of(flow.calls()));
    }

    private static List<List<String>> ids(List<JointCall> joined) {
        return joined.stream()
                .map(call -> call.legs().stream().map(Call::callId).toList())
                .toList();
    }

    /** A caller, a B2BUA that rings two phones, and somebody else's call between them. */
    private void threeLegs() {
        flow.call("a", "100", "200").from("alice").to("b2bua").invite();
        flow.after(0.1).call("other", "300", "400").from("carol").to("b2bua").invite();
        flow.after(0.1)
                .call("b", "100", "201")
                .from("b2bua")
                .to("bob")
                .header("X-Call-ID: a")
                .invite();
        flow.after(0.1)
                .call("c", "100", "202")
                .from("b2bua")
                .to("desk")
                .header("X-Call-ID: a")
                .invite();
        flow.after(0.1).call("a", "100", "200").from("b2bua").to("alice").responds(180);
    }

    @Test
    void aCallStandsWithItsLegs() {
        threeLegs();
        List<Call> calls = flow.calls();
        List<JointCall> joined = tree().joined(calls);

        assertThat(ids(joined)).containsExactly(List.of("a", "b", "c"), List.of("other"));
        JointCall call = joined.getFirst();
        assertThat(call.joint()).isTrue();
        assertThat(call.link(call.first())).isEmpty();
        assertThat(call.link(call.legs().getLast())).get().returns(Reason.CALL_ID_HEADER, LegLink::reason);
        assertThat(joined.getLast().joint()).isFalse();
    }

    @Test
    void itsMessagesAreInOrderOfTimeWhicheverLegTheyBelongTo() {
        threeLegs();
        assertThat(tree().joined(flow.calls()).getFirst().messages())
                .extracting(message -> message.head().callId())
                .containsExactly("a", "b", "c", "a");
    }

    @Test
    void withoutTimesTheyAreInOrderOfTheirCapture() {
        flow.untimed();
        threeLegs();
        assertThat(tree().joined(flow.calls()).getFirst().messages())
                .extracting(message -> message.captured().frame())
                .containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void legsThatAreNotAskedForAreLeftOut() {
        threeLegs();
        List<Call> calls = flow.calls();

        assertThat(ids(tree().joined(calls.subList(2, 4)))).containsExactly(List.of("b", "c"));
        assertThat(ids(tree().joined(calls.subList(1, 3)))).containsExactly(List.of("other"), List.of("b"));
    }

    @Test
    void anUnlinkedLegStandsAlone() {
        threeLegs();
        LegTree tree = tree().without(Set.of(flow.calls().get(2)));

        assertThat(ids(tree.joined(flow.calls()))).containsExactly(List.of("a", "c"), List.of("other"), List.of("b"));
        assertThat(tree.together(flow.calls().get(3)))
                .containsExactly(flow.calls().get(3), flow.calls().get(0));
    }

    @Test
    void aSecondB2buaMakesAThirdLeg() {
        flow.call("a", "100", "200").from("alice").to("b2bua").invite();
        flow.after(0.1).call("b", "100", "200").from("b2bua").to("trunk").invite();
        flow.after(0.1).call("c", "100", "bob").from("trunk").to("bob").invite();
        flow.after(0.1).call("b", "100", "200").from("trunk").to("b2bua").responds(180);
        flow.call("a", "100", "200").from("b2bua").to("alice").responds(180);

        assertThat(ids(tree().joined(flow.calls()))).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void whatBeganFirstByItsClockComesFirst() {
        flow.file(1)
                .call("b", "100", "+49893333333")
                .from("b2bua")
                .to("bob")
                .header("X-Call-ID: a")
                .invite();
        flow.after(1)
                .file(0)
                .call("a", "100", "089 3333333")
                .from("alice")
                .to("b2bua")
                .invite();
        JointCall call = tree().joint(flow.calls().getLast());

        assertThat(call.legs()).extracting(Call::callId).containsExactly("b", "a");
        assertThat(call.link(call.first())).isEmpty();
        assertThat(call.link(call.legs().getLast())).isPresent();
    }

    @Test
    void aLoadTestThroughAB2buaIsManyCalls() {
        for (int i = 0; i < 30; i++) {
            flow.after(0.01)
                    .call("in-" + i, "100", "200")
                    .from("sipp")
                    .to("b2bua")
                    .invite();
            flow.after(0.01)
                    .call("out-" + i, "100", "200")
                    .from("b2bua")
                    .to("uas")
                    .invite();
        }
        for (int i = 0; i < 30; i++) {
            flow.after(0.01)
                    .call("in-" + i, "100", "200")
                    .from("b2bua")
                    .to("sipp")
                    .responds(180);
            flow.call("out-" + i, "100", "200").from("uas").to("b2bua").responds(180);
        }

        assertThat(ids(tree().joined(flow.calls())))
                .hasSize(30)
                .allSatisfy(legs -> assertThat(legs).hasSize(2))
                .contains(List.of("in-7", "out-7"));
    }

    @Test
    void otherCallsThatTheseHaveBecomeStandTogetherInTheSameWay() {
        threeLegs();
        var later = new Flow();
        later.call("x", "1", "2").from("alice").to("b2bua").invite();
        later.after(0.1)
                .call("y", "1", "3")
                .from("b2bua")
                .to("bob")
                .header("X-Call-ID: x")
                .invite();
        later.after(0.1).call("z", "1", "4").from("b2bua").to("desk").invite();
        List<Call> before = flow.calls();
        List<Call> now = later.calls();
        Map<Call, Call> became =
                new HashMap<>(Map.of(before.get(0), now.get(0), before.get(2), now.get(1), before.get(3), now.get(2)));

        var same = tree().of(became, LegLinks.of(now.subList(0, 2)));
        assertThat(ids(same.joined(now))).containsExactly(List.of("x", "y"), List.of("z"));
        became.remove(before.get(0));
        assertThat(tree().of(became, LegLinks.of(now)).isEmpty()).isTrue();
    }
}
