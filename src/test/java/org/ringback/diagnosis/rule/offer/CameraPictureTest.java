package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** Door stations whose picture is not taken. */
class CameraPictureTest {

    private final Trace trace = Trace.ofSignaling();

    private static String with(String address, int port, String direction) {
        return audio(address, 4000, "8") + "m=video " + port + " RTP/AVP 99\na=rtpmap:99 H264/90000\na=" + direction;
    }

    @Test
    void thePhoneTakesTheSoundOnly() {
        trace.talks(with("198.51.100.1", 4002, "sendonly"), with("198.51.100.2", 0, "inactive"));

        var finding = trace.the("camera-picture-refused");

        assertThat(finding.kind().weight()).isEqualTo(Weight.NORMAL);
        assertThat(finding.values())
                .containsEntry("camera", Value.of(trace.address("alice")))
                .containsEntry("receiver", Value.of(trace.address("bob")))
                .containsEntry("formats", Value.of(List.of("H264")));
    }

    @Test
    void thePictureIsTaken() {
        trace.talks(with("198.51.100.1", 4002, "sendonly"), with("198.51.100.2", 5002, "recvonly"));

        assertThat(trace.found()).doesNotContain("camera-picture-refused");
    }

    @Test
    void aPhoneWithAScreenThatCallsOneWithout() {
        trace.talks(with("198.51.100.1", 4002, "sendrecv"), with("198.51.100.2", 0, "inactive"));

        assertThat(trace.found()).doesNotContain("camera-picture-refused");
    }

    @Test
    void thePictureComesLater() {
        trace.talks(with("198.51.100.1", 4002, "sendonly"), with("198.51.100.2", 0, "inactive"));
        trace.changes(2, with("198.51.100.1", 4002, "sendonly"), with("198.51.100.2", 5002, "recvonly"));

        assertThat(trace.found()).doesNotContain("camera-picture-refused");
    }

    @Test
    void whatIsOnAScreenIsNoCamera() {
        trace.talks(with("198.51.100.1", 4002, "sendonly") + "\na=content:slides", with("198.51.100.2", 0, "inactive"));

        assertThat(trace.found()).doesNotContain("camera-picture-refused");
    }
}
