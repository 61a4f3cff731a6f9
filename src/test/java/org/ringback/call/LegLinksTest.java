package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/** Legs of one call are linked with a reason, and nothing else is. */
class LegLinksTest {

    private final Flow flow = new Flow();
    private final TwoLegs legs = new TwoLegs(flow);

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
        flow.after(0.2).call("leg-2", "+100", "00200").from("b2bua").to("bob").invite();
        flow.call("leg-1", "100", "200").from("b2bua").to("alice").responds(180);

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
        flow.call("leg-1", "100", "200").from("b2bua").to("alice").responds(180);

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
        flow.call("leg-1", "100", "200").from("b2bua").to("alice").responds(180);
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
        flow.call("leg-1", "116", "008983604450").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "+4930123450", "+498983604450")
                .from("b2bua")
                .to("bob")
                .invite();
        legs.refusedTogether("+4930123450", "+498983604450");

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLEE);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(legs.only().one().callId()).isEqualTo("leg-1");
    }

    @Test
    void byWhatHappensToBothWhereTheCallerIsHidden() {
        flow.call("leg-1", "anonymous", "+4989555000").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "Restricted", "248")
                .from("b2bua")
                .to("bob")
                .invite();
        legs.refusedTogether("Restricted", "248");

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_TIMES);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void notBecauseBothCallersAreHidden() {
        flow.call("leg-1", "anonymous", "+4989555000").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "anonymous", "248")
                .from("b2bua")
                .to("bob")
                .invite();
        flow.after(2)
                .call("leg-1", "anonymous", "+4989555000")
                .from("b2bua")
                .to("alice")
                .responds(200);

        legs.assertNone();
    }

    @Test
    void notWhereTwoCallsFitEquallyWell() {
        flow.call("leg-1", "anonymous", "+4989555000").from("alice").to("b2bua").invite();
        flow.call("other", "anonymous", "+4989555000").from("carol").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "anonymous", "248")
                .from("b2bua")
                .to("bob")
                .invite();
        flow.after(1).from("bob").to("b2bua").responds(486);
        flow.after(0.01)
                .call("leg-1", "anonymous", "+4989555000")
                .from("b2bua")
                .to("alice")
                .responds(486);
        flow.call("other", "anonymous", "+4989555000").from("b2bua").to("carol").responds(486);

        legs.assertNone();
    }

    @Test
    void notACallThatBeganWhenTheOtherHadFailed() {
        legs.first().invite();
        flow.after(0.5).call("leg-1", "100", "200").from("b2bua").to("alice").responds(486);
        flow.after(0.1);
        legs.second("100", "200").invite();
        flow.after(1).call("leg-1", "100", "200").from("b2bua").to("alice").responds(486);

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
        flow.call("leg-1", "4711", "900498912345").from("alice").to("inside").invite();
        flow.after(0.04)
                .call("leg-2", "+4930123450", "+498912345")
                .from("outside")
                .to("carrier")
                .invite();
        flow.after(0.3).from("carrier").to("outside").responds(403);
        flow.after(0.03)
                .call("leg-1", "4711", "900498912345")
                .from("inside")
                .to("alice")
                .responds(503);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLEE);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void ofAnSbcThatTurnsADialedNumberIntoAnExtension() {
        flow.call("leg-1", "+491721111222", "+498955500")
                .from("carrier")
                .to("outside")
                .invite();
        flow.after(0.03)
                .call("leg-2", "01721111222", "217")
                .from("inside")
                .to("pbx")
                .invite();
        flow.after(0.05).from("pbx").to("inside").responds(404);
        flow.after(0.02)
                .call("leg-1", "+491721111222", "+498955500")
                .from("outside")
                .to("carrier")
                .responds(404);

        assertThat(legs.only().reason()).isEqualTo(Reason.SAME_CALLER);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void notOfTwoWhoCallOneNumberAndAreRefusedAtDifferentTimes() {
        flow.call("leg-1", "4711", "900498912345").from("alice").to("inside").invite();
        flow.after(0.04)
                .call("leg-2", "+4930123450", "+498912345")
                .from("outside")
                .to("carrier")
                .invite();
        flow.after(0.3).from("carrier").to("outside").responds(403);
        flow.after(3)
                .call("leg-1", "4711", "900498912345")
                .from("inside")
                .to("alice")
                .responds(503);

        legs.assertNone();
    }
}
