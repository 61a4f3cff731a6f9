package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Phones that are tried one after the other for one call belong to it, however long that takes. */
class LegHuntingTest {

    private final Flow flow = new Flow();
    private final Leg incoming = leg("leg-1", "498911122233", "600", "alice", "b2bua");
    private final Leg carols = leg("leg-3", "498911122233", "202", "b2bua", "carol");

    private Leg leg(String id, String caller, String callee, String from, String to) {
        return new Leg(flow, id, caller, callee, from, to);
    }

    private void ringsOneAfterTheOther() {
        incoming.begins();
        Leg bobs = leg("leg-2", "498911122233", "201", "b2bua", "bob").begins(0.03);
        bobs.isCanceled(15);
        carols.begins(0.02);
    }

    private List<Call> below() {
        List<Call> calls = flow.calls();
        return LegLinks.of(calls).below(calls.getFirst()).stream()
                .map(LegLink::other)
                .toList();
    }

    private void rings(String id, String caller, String phone, int status) {
        Leg leg = leg(id, caller, phone, "b2bua", phone).begins(0.02);
        leg.gets(0.02, status);
    }

    private void sbc(double later) {
        Leg inside = leg("leg-1", "200", "0815", "alice", "inside");
        Leg outside = leg("leg-2", "4940111", "49307654321", "outside", "carrier");
        inside.begins();
        outside.begins(0.02);
        outside.gets(2, 500);
        inside.gets(later, 503);
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
        leg("leg-3", "201", "0816", "bob", "inside").begins();
        sbc(0.01);

        assertThat(below()).isEmpty();
    }

    /** The group that was called shows itself as who calls. */
    @Test
    void ofMembersThatTheGroupCallsInItsOwnName() {
        incoming.begins();
        rings("leg-2", "600", "bob", 486);
        rings("leg-3", "600", "carol", 480);
        rings("leg-4", "600", "dave", 404);
        incoming.gets(0.02, 480);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-3", "leg-4");
        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst()))
                .extracting(LegLink::reason)
                .containsOnly(LegLink.Reason.SAME_GROUP);
    }

    @Test
    void ofAMemberThatIsGivenUpWhenAnotherOnePicksUp() {
        incoming.begins();
        Leg bobs = leg("leg-2", "600", "bob", "b2bua", "bob").begins(0.02);
        Leg carol = leg("leg-4", "600", "carol", "b2bua", "carol").begins(0.01);
        carol.gets(3, 200);
        incoming.gets(0.01, 200);
        bobs.isCanceled(0.02);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-4");
    }

    /** Its own number is no group: whoever dials there is busy with somebody else. */
    @Test
    void notOfAPhoneThatIsPickedUpWhileItDialsSomebodyElse() {
        incoming.begins();
        Leg another = leg("leg-2", "600", "bob", "b2bua", "bob").begins(0.5);
        incoming.gets(1, 200);
        another.gets(3, 503);

        assertThat(below()).isEmpty();
    }

    @Test
    void notOfACallOfSomebodyElseBeside() {
        incoming.begins();
        rings("leg-2", "601", "bob", 200);
        incoming.gets(3, 480);

        assertThat(below()).isEmpty();
    }

    @Test
    void ofPhonesThatRingOneAfterTheOtherForLong() {
        ringsOneAfterTheOther();
        carols.gets(4, 200);
        incoming.gets(0.01, 200);

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-3");
    }

    @Test
    void notOfAPhoneThatRingsLaterForAnotherCallOfTheSame() {
        ringsOneAfterTheOther();
        carols.gets(4, 200);
        incoming.gets(20, 480);

        assertThat(below()).extracting(Call::callId).doesNotContain("leg-3");
    }

    private void ringsThird() {
        carols.isCanceled(12);
        Leg daves = leg("leg-4", "498911122233", "203", "b2bua", "dave").begins(0.02);
        daves.gets(3, 200);
        incoming.gets(0.01, 200);
    }

    @Test
    void ofPhonesInTheMiddleOfWhichTheCallerHearsNothing() {
        ringsOneAfterTheOther();
        ringsThird();

        assertThat(below()).extracting(Call::callId).containsExactly("leg-2", "leg-3", "leg-4");
    }

    @Test
    void notOfAPhoneWhoseTurnItWasNot() {
        incoming.begins();
        carols.begins(15);
        ringsThird();

        assertThat(below()).extracting(Call::callId).containsExactly("leg-4");
    }
}
