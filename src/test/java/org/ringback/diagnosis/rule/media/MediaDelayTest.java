package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.media.Reporter;

/** How long sound is on its way, by what receivers report. */
class MediaDelayTest {

    private static final int OF_ALICE = 77;
    private static final int OF_BOB = 88;
    private static final double WAITED = 2;

    private static Trace call() {
        Trace trace = answered();
        alice(trace).ssrc(OF_ALICE).packets(1500);
        bob(trace).ssrc(OF_BOB).packets(1500);
        return trace;
    }

    /** How long a reporter waits for his turn: each time a little longer. */
    private static double waited(int number) {
        return WAITED + number / 128.0;
    }

    /** Alice reports, and so long after bob has waited comes what he says of it. */
    private static void bobReports(Trace trace, int number, double way, double said) {
        report(trace, "alice", "bob", OF_ALICE, OF_BOB, 100 + number, waited(number) + way, said);
    }

    private static void report(
            Trace trace,
            String sender,
            String receiver,
            int ssrc,
            int reporter,
            int middle,
            double after,
            double said) {
        int port = sender.equals("alice") ? 4001 : 6001;
        int other = 10_002 - port;
        trace.media(sender, port)
                .sends(receiver, other, new Reporter().sender(ssrc, middle).done());
        trace.after(after)
                .media(receiver, other)
                .sends(
                        sender,
                        port,
                        new Reporter()
                                .receiver(reporter, ssrc, 0, 0, 0, middle, (int) Math.round(65536 * said))
                                .done());
    }

    private static List<String> found(Trace trace) {
        return SoundCall.found(bye(trace, 20)).stream()
                .filter(id -> id.equals("media-delay"))
                .toList();
    }

    private static Trace reported(double... ways) {
        Trace trace = call();
        for (int i = 0; i < ways.length; i++) {
            bobReports(trace, i, ways[i], waited(i));
        }
        return trace;
    }

    @Test
    void aLongWayIsTold() {
        Trace trace = reported(0.52, 0.55, 0.6);

        assertThat(found(trace)).containsExactly("media-delay");
        var finding = trace.the("media-delay");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.sightings()).hasSize(1);
        assertThat(finding.values()).containsEntry("span", Trace.seconds(0.52)).containsEntry("reports", Value.of(3));
    }

    @Test
    void aShortWayIsWell() {
        assertThat(found(reported(0.05, 0.06, 0.3))).isEmpty();
    }

    @Test
    void theWaysToBothSidesAreOne() {
        Trace trace = reported(0.25, 0.25, 0.25);
        for (int i = 0; i < 3; i++) {
            report(trace, "bob", "alice", OF_BOB, OF_ALICE, 1 + i, waited(i) + 0.25, waited(i));
        }

        assertThat(found(trace)).containsExactly("media-delay");
        assertThat(trace.the("media-delay").values()).containsEntry("span", Trace.seconds(0.5));
    }

    @Test
    void twoReportsMayBeOff() {
        assertThat(found(reported(0.6, 0.6))).isEmpty();
    }

    @Test
    void oneShortWayProvesThatTheOthersWereHeldUp() {
        assertThat(found(reported(0.6, 0.6, 0.6, 0.04))).isEmpty();
    }

    @Test
    void whoSaysThatHeNeverWaitedMeasuresHisOwnPauses() {
        Trace trace = call();
        for (int i = 0; i < 4; i++) {
            bobReports(trace, i, 0.6, 0);
        }

        assertThat(found(trace)).isEmpty();
    }

    @Test
    void whoAlwaysSaysTheSameHasNotMeasured() {
        Trace trace = call();
        for (int i = 0; i < 6; i++) {
            bobReports(trace, i, 0.03, 0.5);
        }

        assertThat(found(trace)).isEmpty();
    }

    @Test
    void whoCountsInMillisecondsIsNotTakenForFarAway() {
        Trace trace = call();
        for (int i = 0; i < 4; i++) {
            bobReports(trace, i, 0.03, waited(i) * 1000 / 65536);
        }

        assertThat(found(trace)).isEmpty();
    }
}
