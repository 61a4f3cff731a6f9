package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.sip.OfferAnswer.Side.CALLEE;
import static org.ringback.sip.OfferAnswer.Side.CALLER;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OfferAnswerTest {

    private final OfferAnswer exchange = new OfferAnswer();

    @Test
    void inviteOffersAndOkAnswers() {
        request("INVITE", CALLER, 1);
        expect(OfferAnswer.State.OFFERED, 0, 0);
        assertThat(port(exchange.offer())).isEqualTo(1);
        response("INVITE", 180, CALLEE, 0, false);
        expect(OfferAnswer.State.OFFERED, 0, 0);
        response("INVITE", 200, CALLEE, 2, false);
        expect(OfferAnswer.State.AGREED, 1, 2);
        request("ACK", CALLER, 0);
        expect(OfferAnswer.State.AGREED, 1, 2);
    }

    @Test
    void earlyAnswerIsPreliminary() {
        request("INVITE", CALLER, 1);
        response("INVITE", 183, CALLEE, 2, false);
        expect(OfferAnswer.State.EARLY, 1, 2);
        response("INVITE", 200, CALLEE, 3, false);
        expect(OfferAnswer.State.AGREED, 1, 3);
    }

    @Test
    void earlyAnswerCountsIfTheFinalOneBringsNone() {
        request("INVITE", CALLER, 1);
        response("INVITE", 183, CALLEE, 2, false);
        response("INVITE", 200, CALLEE, 0, false);
        expect(OfferAnswer.State.AGREED, 1, 2);
    }

    @Test
    void okOffersAndAckAnswers() {
        request("INVITE", CALLER, 0);
        expect(OfferAnswer.State.OFFER_AWAITED, 0, 0);
        assertThat(exchange.offerer()).isEqualTo(CALLEE);
        response("INVITE", 183, CALLEE, 9, false);
        expect(OfferAnswer.State.OFFER_AWAITED, 0, 0);
        response("INVITE", 200, CALLEE, 2, false);
        expect(OfferAnswer.State.OFFERED, 0, 0);
        request("ACK", CALLER, 1);
        expect(OfferAnswer.State.AGREED, 1, 2);
    }

    @Test
    void reliableProvisionalOffersAndPrackAnswers() {
        request("INVITE", CALLER, 0);
        response("INVITE", 183, CALLEE, 2, true);
        request("PRACK", CALLER, 1);
        expect(OfferAnswer.State.AGREED, 1, 2);
    }

    @Test
    void prackAndUpdateOfferAgain() {
        request("INVITE", CALLER, 1);
        response("INVITE", 183, CALLEE, 2, true);
        expect(OfferAnswer.State.AGREED, 1, 2);
        request("PRACK", CALLER, 3);
        expect(OfferAnswer.State.OFFERED, 1, 2);
        response("PRACK", 200, CALLEE, 4, false);
        expect(OfferAnswer.State.AGREED, 3, 4);
        request("UPDATE", CALLEE, 5);
        response("UPDATE", 200, CALLER, 6, false);
        expect(OfferAnswer.State.AGREED, 6, 5);
        // The answer of the INVITE was given long ago.
        response("INVITE", 200, CALLEE, 2, false);
        expect(OfferAnswer.State.AGREED, 6, 5);
    }

    @Test
    void aRefusedOfferChangesNothing() {
        request("INVITE", CALLER, 1);
        response("INVITE", 488, CALLEE, 9, false);
        expect(OfferAnswer.State.NONE, 0, 0);
        request("INVITE", CALLER, 1);
        response("INVITE", 200, CALLEE, 2, false);
        request("INVITE", CALLEE, 3);
        response("INVITE", 183, CALLER, 4, false);
        expect(OfferAnswer.State.EARLY, 4, 3);
        response("INVITE", 488, CALLER, 0, false);
        expect(OfferAnswer.State.AGREED, 1, 2);
    }

    @Test
    void otherBodiesDoNotMatter() {
        request("OPTIONS", CALLER, 1);
        response("OPTIONS", 200, CALLEE, 2, false);
        request("INFO", CALLER, 1);
        expect(OfferAnswer.State.NONE, 0, 0);
    }

    private void request(String method, OfferAnswer.Side sender, int port) {
        exchange.message(message(method + " sip:a SIP/2.0", method, port), sender, false);
    }

    private void response(String method, int status, OfferAnswer.Side sender, int port, boolean reliable) {
        exchange.message(message("SIP/2.0 " + status + " X", method, port), sender, reliable);
    }

    private static SipMessage message(String startLine, String method, int port) {
        String body = port == 0 ? "" : "v=0\r\nm=audio " + port + " RTP/AVP 0\r\n";
        return SipMessage.parse(Octets.of(
                startLine + "\r\nTo: x\r\nCSeq: 1 " + method + "\r\nContent-Type: application/sdp\r\n\r\n" + body));
    }

    private void expect(OfferAnswer.State state, int caller, int callee) {
        assertThat(exchange.state()).isEqualTo(state);
        assertThat(port(exchange.agreed(CALLER))).isEqualTo(caller);
        assertThat(port(exchange.agreed(CALLEE))).isEqualTo(callee);
    }

    private static int port(Optional<Sdp> sdp) {
        return sdp.map(each -> each.media().getFirst().port()).orElse(0);
    }
}
