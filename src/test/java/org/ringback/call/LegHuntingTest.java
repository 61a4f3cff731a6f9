package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Phones that are tried one after the other for one call belong to it, however long that takes. */
class LegHuntingTest {

    private final Flow flow = new Flow();

    private void ringsOneAfterTheOther() {
        flow.call("leg-1", "498911122233", "600").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "498911122233", "201")
                .from("b2bua")
                .to("bob")
                .invite();
        flow.after(15).from("b2bua").to("bob").outside("CANCEL");
        flow.from("bob").to("b2bua").responds(487);
        flow.after(0.02)
                .call("leg-3", "498911122233", "202")
                .from("b2bua")
                .to("carol")
                .invite();
    }

    private List<Call> below() {
        List<Call> calls = flow.calls();
        return LegLinks.of(calls).below(calls.getFirst()).stream()
                .map(LegLink::other)
                .toList();
    }

    private void rings(String leg, String caller, String phone, int status) {
        flow.after(0.02).call(leg, caller, phone).from("b2bua").to(phone).invite();
        flow.after(0.02).from(phone).to("b2bua").responds(status);
    }

    private void sbc(double later) {
        flow.call("leg-1", "200", "0815").from("alice").to("inside").invite();
        flow.after(0.02)
                .call("leg-2", "4940111", "49307654321")
                .from("outside")
                .to("carrier")
                .invite();
        flow.after(2).from("carrier").to("outside").responds(500);
        flow.after(later)
                .call("leg-1", "200", "0815")
                .from("inside")
                .to("alice")
                .responds(503);
    }

    /** An SBC with an address on each side may change everything; where nothing else happens, the times are enough. */
    @Test
    void ofTwoThatAreAloneAndEndTogether() {
        sbc(0.01);

        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst()))
                .extracting(LegLink::reason)
                .containsExactly(LegLink.Reason.ALONE);
    }

    @Test
    void notOfTwoThatEndApart() {
        sbc(3);

        assertThat(below()).isEmpty();
    }

    @Test
    void notOfTwoAmongOthers() {
        flow.call("leg-3", "201", "0816").from("bob").to("inside").invite();
        sbc(0.01);

        assertThat(below()).isEmpty();
    }

    /** The group that was called shows itself as who calls. */
    @Test
    void ofMembersThatTheGroupCallsInItsOwnName() {
        flow.call("leg-1", "498911122233", "600").from("alice").to("b2bua").invite();
        rings("leg-2", "600", "bob", 486);
        rings("leg-3", "600", "carol", 480);
        rings("leg-4", "600", "dave", 404);
        flow.after(0.02)
                .call("leg-1", "498911122233", "600")
                .from("b2bua")
                .to("alice")
                .responds(480);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-3", "leg-4");
        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst()))
                .extracting(LegLink::reason)
                .containsOnly(LegLink.Reason.SAME_GROUP);
    }

    @Test
    void notOfACallOfSomebodyElseBeside() {
        flow.call("leg-1", "498911122233", "600").from("alice").to("b2bua").invite();
        rings("leg-2", "601", "bob", 200);
        flow.after(3)
                .call("leg-1", "498911122233", "600")
                .from("b2bua")
                .to("alice")
                .responds(480);

        assertThat(below()).isEmpty();
    }

    @Test
    void ofPhonesThatRingOneAfterTheOtherForLong() {
        ringsOneAfterTheOther();
        flow.after(4).from("carol").to("b2bua").responds(200);
        flow.after(0.01)
                .call("leg-1", "498911122233", "600")
                .from("b2bua")
                .to("alice")
                .responds(200);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-3");
    }

    @Test
    void notOfAPhoneThatRingsLaterForAnotherCallOfTheSame() {
        ringsOneAfterTheOther();
        flow.after(4).from("carol").to("b2bua").responds(200);
        flow.after(20)
                .call("leg-1", "498911122233", "600")
                .from("b2bua")
                .to("alice")
                .responds(480);

        assertThat(below()).extracting(Call::callId).doesNotContain("leg-3");
    }

    private void ringsThird(double later) {
        flow.after(12).from("b2bua").to("carol").outside("CANCEL");
        flow.from("carol").to("b2bua").responds(487);
        flow.after(later)
                .call("leg-4", "498911122233", "203")
                .from("b2bua")
                .to("dave")
                .invite();
        flow.after(3).from("dave").to("b2bua").responds(200);
        flow.after(0.01)
                .call("leg-1", "498911122233", "600")
                .from("b2bua")
                .to("alice")
                .responds(200);
    }

    @Test
    void ofPhonesInTheMiddleOfWhichTheCallerHearsNothing() {
        ringsOneAfterTheOther();
        ringsThird(0.02);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-3", "leg-4");
    }

    @Test
    void notOfAPhoneWhoseTurnItWasNot() {
        flow.call("leg-1", "498911122233", "600").from("alice").to("b2bua").invite();
        flow.after(15)
                .call("leg-3", "498911122233", "202")
                .from("b2bua")
                .to("carol")
                .invite();
        ringsThird(0.02);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-4");
    }
}
