package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class HuntedInVainTest {

    private final Trace trace = Trace.ofSignaling();

    private void called() {
        trace.call("leg-a", "4917012345", "600").from("carrier").to("pbx").request("INVITE");
        trace.after(0.01).from("pbx").to("carrier").responds(180);
    }

    private void tries(String phone, int status) {
        trace.call("leg-" + phone, "600", phone)
                .after(0.02)
                .from("pbx")
                .to(phone)
                .request("INVITE");
        trace.after(0.02).from(phone).to("pbx").responds(status == 0 ? 180 : status);
        if (status == 0) {
            trace.after(15).from("pbx").to(phone).request("CANCEL");
            trace.from(phone).to("pbx").responds(200, "CANCEL");
            trace.from(phone).to("pbx").responds(487);
        }
        if (status == 200) {
            trace.from("pbx").to(phone).inside("ACK");
        } else {
            trace.from("pbx").to(phone).acknowledges();
        }
    }

    private void tells(int status) {
        trace.call("leg-a", "4917012345", "600")
                .after(0.02)
                .from("pbx")
                .to("carrier")
                .responds(status);
        if (status == 200) {
            trace.from("carrier").to("pbx").inside("ACK");
        } else {
            trace.from("carrier").to("pbx").acknowledges();
        }
    }

    private java.util.List<String> found() {
        return Trace.ids(trace.findings("leg-a"));
    }

    @Test
    void phonesThatFailInDifferentWays() {
        called();
        tries("301", 486);
        tries("302", 0);
        tries("303", 480);
        tells(480);

        assertThat(found()).containsExactly("hunted-in-vain");
        assertThat(trace.findings("leg-a").getFirst().values())
                .containsEntry("tried", Value.of(java.util.List.of("301: 486", "302: 180, CANCEL", "303: 480")));
    }

    @Test
    void onePhoneOfTheGroupAnswers() {
        called();
        tries("301", 486);
        tries("302", 0);
        tries("303", 200);
        tells(200);

        assertThat(found()).doesNotContain("hunted-in-vain");
    }

    private void forks(int... statuses) {
        trace.from("alice").to("proxy").request("INVITE");
        for (int i = 0; i < statuses.length; i++) {
            trace.from("proxy").to("phone" + i).request("INVITE");
        }
        for (int i = 0; i < statuses.length; i++) {
            trace.after(0.02).from("phone" + i).to("proxy").toTag("tag" + i).responds(statuses[i]);
        }
        trace.from("proxy").to("alice").toTag("tag" + (statuses.length - 1)).responds(statuses[statuses.length - 1]);
    }

    @Test
    void aProxyForksToPhonesThatRefuseInDifferentWays() {
        forks(486, 480, 603);

        assertThat(trace.found()).contains("hunted-in-vain");
    }

    /** Then there is one cause, and the others only stopped ringing. */
    @Test
    void onePhoneDeclinesForAll() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("bob").to("proxy").toTag("b").responds(180);
        trace.from("carol").to("proxy").toTag("c").responds(180);
        trace.after(3).from("bob").to("proxy").toTag("b").responds(603);
        trace.from("proxy").to("carol").request("CANCEL");
        trace.from("carol").to("proxy").responds(200, "CANCEL");
        trace.from("carol").to("proxy").toTag("c").responds(487);
        trace.from("proxy").to("alice").toTag("b").responds(603);

        assertThat(trace.found()).contains("declined-for-all").doesNotContain("hunted-in-vain");
    }

    @Test
    void aProxyForksToOnePhone() {
        forks(603);

        assertThat(trace.found()).doesNotContain("hunted-in-vain");
    }

    @Test
    void onlyOnePhoneIsTried() {
        called();
        tries("301", 486);
        tells(486);

        assertThat(found()).doesNotContain("hunted-in-vain");
    }

    @Test
    void aCallerWhoDidNotWait() {
        called();
        tries("301", 486);
        tries("302", 0);
        trace.call("leg-a", "4917012345", "600").from("carrier").to("pbx").request("CANCEL");
        trace.from("pbx").to("carrier").responds(200, "CANCEL");
        tells(487);

        assertThat(found()).doesNotContain("hunted-in-vain");
    }

    @Test
    void aCallerWhoWaitedInVainForTwo() {
        called();
        tries("301", 486);
        tries("302", 0);
        tries("303", 0);
        trace.call("leg-a", "4917012345", "600").from("carrier").to("pbx").request("CANCEL");
        trace.from("pbx").to("carrier").responds(200, "CANCEL");
        tells(487);

        assertThat(found()).contains("hunted-in-vain");
    }

    private void triesInTurn(int... statuses) {
        trace.from("alice").to("proxy").request("INVITE");
        for (int i = 0; i < statuses.length; i++) {
            trace.from("proxy").to("phone" + i).request("INVITE");
            trace.after(0.02).from("phone" + i).to("proxy").toTag("tag" + i).responds(statuses[i]);
        }
        trace.from("proxy").to("alice").toTag("tag" + (statuses.length - 1)).responds(statuses[statuses.length - 1]);
    }

    @Test
    void phonesThatAreCalledAtOnceAreNotTriedInTurn() {
        forks(503, 503);

        assertThat(trace.found()).doesNotContain("every-way-refused");
    }

    /** The main number of an office calls somebody else meanwhile. */
    @Test
    void waysToOtherNumbersAreForOtherCalls() {
        trace.call("leg-a", "4917012345", "600").from("carrier").to("pbx").request("INVITE");
        way("leg-b", "+13035550122", "one", 503);
        way("leg-c", "+14045550133", "two", 503);
        trace.call("leg-a", "4917012345", "600")
                .after(1)
                .from("pbx")
                .to("carrier")
                .responds(480);

        assertThat(Trace.ids(trace.findings("leg-a"))).doesNotContain("every-way-refused");
    }

    @Test
    void aWayThatSaysNothingWasNotRefused() {
        trace.call("leg-a", "4917012345", "+13035550122")
                .from("carrier")
                .to("pbx")
                .request("INVITE");
        way("leg-b", "+13035550122", "one", 503);
        way("leg-c", "13035550122", "two", 503);
        way("leg-d", "0013035550122", "three", 0);
        trace.call("leg-a", "4917012345", "+13035550122")
                .after(1)
                .from("pbx")
                .to("carrier")
                .responds(503);

        assertThat(Trace.ids(trace.findings("leg-a"))).doesNotContain("every-way-refused");
    }

    private void way(String leg, String called, String host, int status) {
        trace.call(leg, "4917012345", called).after(0.1).from("pbx").to(host).request("INVITE");
        if (status > 0) {
            trace.after(0.1).from(host).to("pbx").responds(status);
            trace.from("pbx").to(host).acknowledges();
        }
    }

    @Test
    void everyCarrierOfAProxyRefusesAlike() {
        triesInTurn(503, 503, 503);

        var finding = trace.the("every-way-refused");

        assertThat(finding.values())
                .containsEntry(
                        "tried",
                        Value.of(java.util.List.of(
                                trace.address("phone0").text() + ": 503",
                                trace.address("phone1").text() + ": 503",
                                trace.address("phone2").text() + ": 503")));
        assertThat(trace.found()).containsExactly("every-way-refused");
    }

    @Test
    void theNextCarrierTakesTheCall() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("one").request("INVITE");
        trace.from("one").to("proxy").toTag("one").responds(503);
        trace.from("proxy").to("two").request("INVITE");
        trace.from("two").to("proxy").toTag("two").responds(200);
        trace.from("proxy").to("alice").toTag("two").responds(200);
        trace.from("alice").to("two").toTag("two").inside("ACK");
        trace.from("alice").to("two").toTag("two").cseq(2).inside("BYE");
        trace.from("two").to("alice").toTag("two").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    /** Phones that are busy are no carriers that fail. */
    @Test
    void twoPhonesOfOnePersonAreBusy() {
        forks(486, 486);

        assertThat(trace.found()).doesNotContain("every-way-refused");
    }

    private void triesInTheNameOfTheCaller(String phone, int status) {
        trace.call("leg-" + phone, "4917012345", phone)
                .after(0.5)
                .from("pbx")
                .to("proxy")
                .request("INVITE");
        trace.after(0.02).from("proxy").to("pbx").refuses(status);
    }

    @Test
    void phonesThatAreTriedOneAfterTheOtherInTheNameOfTheCaller() {
        called();
        triesInTheNameOfTheCaller("71", 480);
        triesInTheNameOfTheCaller("72", 404);
        triesInTheNameOfTheCaller("73", 480);
        tells(480);

        assertThat(found()).containsExactly("hunted-in-vain");
    }

    @Test
    void whereTheSameNumberCallsTwiceAtATimeNobodyKnowsForWhom() {
        called();
        trace.call("other", "4917012345", "700").from("carrier").to("pbx").request("INVITE");
        trace.from("pbx").to("carrier").responds(180);
        triesInTheNameOfTheCaller("71", 480);
        triesInTheNameOfTheCaller("72", 404);
        triesInTheNameOfTheCaller("73", 480);
        tells(480);

        assertThat(found()).doesNotContain("hunted-in-vain");
    }
}
