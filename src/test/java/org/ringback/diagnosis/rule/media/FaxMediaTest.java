package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Fax that was agreed, and sound that goes on. */
class FaxMediaTest {

    private static String fax(String host, int port) {
        return "v=0\no=- 1 2 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=image " + port + " udptl t38";
    }

    private static Trace switched(int aliceSends) {
        Trace trace = answered();
        alice(trace).packets(aliceSends);
        bob(trace).packets(250);
        changed(trace.after(5), 2, fax("198.51.100.1", 4000), fax("198.51.100.2", 6000));
        return trace;
    }

    @Test
    void soundThatGoesOnIsTold() {
        Trace trace = bye(switched(600), 20);

        assertThat(found(trace)).containsExactly("fax-still-rtp");
        assertThat(trace.the("fax-still-rtp").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void soundThatStopsIsWell() {
        assertThat(found(bye(switched(300), 20))).isEmpty();
    }

    @Test
    void whoSendsFaxAndSoundHasSwitched() {
        Trace trace = switched(600);
        trace.after(1).media("alice", 4000).sends("bob", 6000, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void whoGoesBackToSoundMayBeHeard() {
        Trace trace = switched(1000);
        changed(trace.after(5), 3, SoundCall.ALICE, SoundCall.BOB);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    /** Fax packets that one side sends, several in a second. */
    private static void faxes(Trace trace, String from, int port, String to, int toPort, int packets) {
        for (int i = 0; i < packets; i++) {
            trace.after(0.2).media(from, port).sends(to, toPort, new byte[] {0, (byte) i, 2, 3, 4, 5, 6, 7, 8, 9});
        }
    }

    @Test
    void faxInOneDirectionOnlyIsTold() {
        Trace trace = switched(300);
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 50);
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("fax-one-way");
        var finding = trace.the("fax-one-way");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.sightings()).hasSize(2);
        assertThat(finding.values())
                .containsEntry("packets", Value.of(50))
                .containsEntry("silent", Value.of(new Endpoint("198.51.100.1", 4000)));
    }

    @Test
    void whereThePointOfCaptureSeesOneWayOnlyItIsPossible() {
        Trace trace = answered(fax("198.51.100.1", 4000), fax("198.51.100.2", 6000));
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 50);
        bye(trace, 5);

        assertThat(trace.the("fax-one-way").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void faxInBothDirectionsIsWell() {
        Trace trace = switched(300);
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 50);
        faxes(trace, "bob", 6000, "alice", 4000, 10);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void anAnswerFromAnotherPortIsOne() {
        Trace trace = switched(300);
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 50);
        faxes(trace, "bob", 6999, "alice", 4000, 10);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void portsThatNobodyAnnouncedMayBeThoseOfBoth() {
        Trace trace = switched(300);
        faxes(trace.after(1), "alice", 4999, "bob", 6000, 50);
        faxes(trace, "bob", 6999, "alice", 4999, 10);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void anAnswerToAnotherHostIsNone() {
        Trace trace = switched(300);
        faxes(trace.after(1), "alice", 4999, "bob", 6000, 50);
        faxes(trace, "bob", 6999, "carol", 4999, 10);

        assertThat(found(bye(trace, 5))).containsExactly("fax-one-way");
    }

    @Test
    void soundThatBeginsAnewWhenFaxIsAgreedGoesOn() {
        Trace trace = answered();
        alice(trace).packets(300);
        bob(trace).packets(250);
        changed(trace.after(5), 2, fax("198.51.100.1", 4000), fax("198.51.100.2", 6000));
        alice(trace).ssrc(77).packets(300);

        assertThat(found(bye(trace, 20))).containsExactly("fax-still-rtp");
    }

    @Test
    void aFaxThatEndsAtOnceHadNoTimeToAnswer() {
        Trace trace = switched(300);
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 20);

        assertThat(found(bye(trace, 1))).isEmpty();
    }

    private static Trace switchedToNewPort() {
        Trace trace = answered();
        alice(trace).packets(250);
        bob(trace).packets(240);
        changed(trace.after(5), 2, fax("198.51.100.1", 4000), fax("198.51.100.2", 7000));
        return trace;
    }

    @Test
    void dataForAPortThatWasGivenUp() {
        Trace trace = switchedToNewPort();
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 50);
        faxes(trace, "bob", 7000, "alice", 4000, 10);
        bye(trace, 5);

        assertThat(found(trace)).containsExactly("fax-to-old-port");
        assertThat(trace.the("fax-to-old-port").values())
                .containsEntry("old", Value.of(new Endpoint("198.51.100.2", 6000)))
                .containsEntry("new", Value.of(new Endpoint("198.51.100.2", 7000)))
                .containsEntry("sender", Value.of(new Endpoint("198.51.100.1", 4000)));
    }

    @Test
    void dataForAnOldPortThatIsStillUsed() {
        Trace trace = switchedToNewPort();
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 50);
        faxes(trace, "bob", 6000, "alice", 4000, 10);

        assertThat(found(bye(trace, 5))).isEmpty();
    }

    @Test
    void whoChangesOverAfterAMoment() {
        Trace trace = switchedToNewPort();
        faxes(trace.after(1), "alice", 4000, "bob", 6000, 5);
        faxes(trace, "alice", 4000, "bob", 7000, 50);
        faxes(trace, "bob", 7000, "alice", 4000, 10);

        assertThat(found(bye(trace, 5))).isEmpty();
    }
}
