package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Keys under numbers that were agreed on, and others. */
class WrongKeyNumberTest {

    private static String description(String host, int port, int events) {
        return "v=0\no=- 1 1 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=audio " + port
                + " RTP/AVP 0 97" + (events == 0 ? "" : " " + events)
                + "\na=rtpmap:0 PCMU/8000\na=rtpmap:97 speex/8000\n"
                + (events == 0 ? "" : "a=rtpmap:" + events + " telephone-event/8000\n");
    }

    /** Alice presses three keys under a number; she asked for another one, and so did bob. */
    private static Trace pressing(int sent, int ofAlice, int ofBob) {
        Trace trace = answered(description("198.51.100.1", 4000, ofAlice), description("198.51.100.2", 6000, ofBob));
        alice(trace)
                .packets(100)
                .key(5, sent, 8, true)
                .packets(50)
                .key(6, sent, 8, true)
                .packets(50)
                .key(7, sent, 8, true)
                .packets(250);
        bob(trace).packets(480);
        return bye(trace, 10);
    }

    @Test
    void theNumberOfTheReceiverIsTheRightOne() {
        assertThat(found(pressing(96, 101, 96))).isEmpty();
    }

    @Test
    void theSendersOwnNumberIsNotTheOneThatTheReceiverAskedFor() {
        Trace trace = pressing(101, 101, 96);

        assertThat(found(trace)).containsExactly("dtmf-number-not-agreed");
        var finding = trace.the("dtmf-number-not-agreed");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("type", Value.of("101"))
                .containsEntry("agreed", Value.of(List.of("96")))
                .containsEntry("times", Value.of(3));
    }

    @Test
    void aNumberThatNobodyNamedIsToldOnce() {
        assertThat(found(pressing(100, 101, 101))).containsExactly("dtmf-number-not-agreed");
    }

    @Test
    void keysForWhomNobodyAskedAreTold() {
        assertThat(found(pressing(101, 0, 0))).containsExactly("dtmf-sent-unasked");
    }

    @Test
    void whatHasTheNumberOfACodecMayBeThatCodec() {
        assertThat(found(pressing(97, 101, 101))).isEmpty();
    }

    @Test
    void packetsThatOnlyLookLikeAKeyHaveNoEnd() {
        Trace trace = answered();
        alice(trace).packets(100).event(100, 23_000, 5, false, 160).packets(380);
        bob(trace).packets(480);

        assertThat(found(bye(trace, 10))).isEmpty();
    }
}
