package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/** Legs of one call are linked with a reason, and nothing else is. */
class LegLinksTest {

    private final Flow flow = new Flow();
    private final TwoLegs legs = new TwoLegs(flow);

    private Leg leg(String id, String caller, String callee, String from, String to) {
        return new Leg(flow, id, caller, callee, from, to);
    }

    /** Both ring and are refused, as a B2BUA passes it on. */
    private static void refusedTogether(Leg first, Leg second) {
        second.gets(0.3, 180);
        first.gets(0.01, 180);
        second.gets(3, 486);
        first.gets(0.01, 486);
    }

    /** An SBC with an address on each side, whose caller is told so much later that its own call was refused. */
    private void refusedByCarrier(double later) {
        Leg first = leg("leg-1", "4711", "900498912345", "alice", "inside").begins();
        Leg second =
                leg("leg-2", "+4930123450", "+498912345", "outside", "carrier").begins(0.04);
        second.gets(0.3, 403);
        first.gets(later, 503);
    }

    /** An SBC that looks the number up first, and one event that shows that it passes on what it hears. */
    @Test
    void bySameNumberOfAnSbcThatTakesItsTime() {
        Leg first = leg("leg-1", "4711", "03012345678", "alice", "inside").begins();
        Leg second = leg("leg-2", "+4940123450", "00493012345678", "outside", "carrier")
                .begins(0.6);
        second.gets(0.3, 404);
        first.gets(0.02, 404);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLEE);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void notByTimesAloneWhereTheNumberIsAnother() {
        Leg first = leg("leg-1", "4711", "03012345678", "alice", "inside").begins();
        Leg second = leg("leg-2", "+4940123450", "00498998765432", "outside", "carrier")
                .begins(0.6);
        second.gets(0.3, 404);
        first.gets(0.02, 404);

        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst())).isEmpty();
    }

    @Test
    void byTheSameMedia() {
        legs.first().media("203.0.113.9", 4000).invite();
        legs.second("x", "y").media("203.0.113.9", 4000).invite();

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_MEDIA);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(legs.only().evidence()).isEqualTo("203.0.113.9 4000");
    }

    @Test
    void byTheSameNumbers() {
        legs.first().invite();
        leg("leg-2", "+100", "00200", "b2bua", "bob").begins(0.2);
        legs.firstGets(0, 180);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_NUMBERS);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void bySameNumbersElsewhereWithLittleConfidence() {
        legs.first().invite();
        flow.call("leg-2", "100", "200").from("sbc").to("bob").invite();

        assertThat(legs.only().confidence()).isEqualTo(Confidence.LOW);
    }

    /** An SBC with an address on each side, which passes a refusal on at once. */
    @Test
    void bySameNumbersElsewhereThatAreRefusedTogether() {
        flow.call("leg-1", "+12125550147", "+13035550122")
                .from("alice")
                .to("sbc")
                .invite();
        flow.after(0.03)
                .call("leg-2", "+12125550147", "3035550122")
                .from("inside")
                .to("bob")
                .invite();
        flow.after(0.1)
                .call("leg-2", "+12125550147", "3035550122")
                .from("bob")
                .to("inside")
                .responds(404);
        flow.after(0.01)
                .call("leg-1", "+12125550147", "+13035550122")
                .from("sbc")
                .to("alice")
                .responds(503);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_NUMBERS);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void byTheSameCallerWhereADialPlanChangedTheCallee() {
        legs.first().invite();
        flow.after(0.2);
        legs.second("100", "bob").invite();
        legs.firstGets(0, 180);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLER);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void notTheSameCallerWhoTriesAgain() {
        legs.first().invite();
        flow.call("leg-2", "100", "200").from("alice").to("b2bua").invite();
        legs.assertNone();
    }

    @Test
    void notTheSameNumbersMuchLater() {
        legs.first().invite();
        flow.after(20);
        legs.second("100", "200").invite();
        legs.firstGets(0, 180);
        legs.assertNone();
    }

    @Test
    void notByMediaThatIsOffOrOnHold() {
        legs.first().media("0.0.0.0", 4000).invite();
        legs.second("x", "y").media("0.0.0.0", 4000).invite();
        legs.assertNone();
    }

    @Test
    void byTheLastDigitsOfTheCalleeWhereTheCallerIsShownAsAnother() {
        Leg first = leg("leg-1", "116", "008983604450", "alice", "b2bua").begins();
        Leg second =
                leg("leg-2", "+4930123450", "+498983604450", "b2bua", "bob").begins(0.03);
        refusedTogether(first, second);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLEE);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(legs.only().one().callId()).isEqualTo("leg-1");
    }

    @Test
    void byWhatHappensToBothWhereTheCallerIsHidden() {
        Leg first = leg("leg-1", "anonymous", "+4989555000", "alice", "b2bua").begins();
        Leg second = leg("leg-2", "Restricted", "248", "b2bua", "bob").begins(0.03);
        refusedTogether(first, second);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_TIMES);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void notBecauseBothCallersAreHidden() {
        Leg first = leg("leg-1", "anonymous", "+4989555000", "alice", "b2bua").begins();
        leg("leg-2", "anonymous", "248", "b2bua", "bob").begins(0.03);
        first.gets(2, 200);

        legs.assertNone();
    }

    @Test
    void notWhereTwoCallsFitEquallyWell() {
        Leg first = leg("leg-1", "anonymous", "+4989555000", "alice", "b2bua").begins();
        Leg other = leg("other", "anonymous", "+4989555000", "carol", "b2bua").begins();
        Leg second = leg("leg-2", "anonymous", "248", "b2bua", "bob").begins(0.03);
        second.gets(1, 486);
        first.gets(0.01, 486);
        other.gets(0, 486);

        legs.assertNone();
    }

    @Test
    void notACallThatBeganWhenTheOtherHadFailed() {
        legs.first().invite();
        legs.firstGets(0.5, 486);
        flow.after(0.1);
        legs.second("100", "200").invite();
        legs.firstGets(1, 486);

        legs.assertNone();
    }

    @Test
    void inALogThatNamesOnlyTheOtherSide() {
        legs.first().to("").invite();
        flow.after(0.02);
        flow.call("leg-2", "100", "201").from("").to("bob").invite();
        flow.after(0.2).call("leg-1", "100", "200").from("").to("alice").responds(180);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLER);
    }

    @Test
    void aLoadTestDoesNotTakeForever() {
        for (int i = 0; i < 20_000; i++) {
            flow.call("call-" + i, "100", "200")
                    .from("caller-" + i % 50)
                    .to("b2bua")
                    .invite();
        }
        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst())).hasSizeLessThan(20);
    }

    @Test
    void ofAnSbcWithAnAddressOnEachSideThatIsRefused() {
        refusedByCarrier(0.03);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLEE);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void ofAnSbcThatTurnsADialedNumberIntoAnExtension() {
        Leg first = leg("leg-1", "+491721111222", "+498955500", "carrier", "outside")
                .begins();
        Leg second = leg("leg-2", "01721111222", "217", "inside", "pbx").begins(0.03);
        second.gets(0.05, 404);
        first.gets(0.02, 404);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLER);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void notOfTwoWhoCallOneNumberAndAreRefusedAtDifferentTimes() {
        refusedByCarrier(3);

        legs.assertNone();
    }
}
