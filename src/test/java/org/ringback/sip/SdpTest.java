package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

final class SdpTest {

    @Test
    void readsSessionAndMedia() {
        Sdp sdp = parse(
                "v=0",
                "o=alice 2890844526 2890844527 IN IP4 host.atlanta.example.com",
                "s=A call",
                "c=IN IP4 224.2.1.1/127/3",
                "t=0 0",
                "a=sendonly",
                "m=audio 49170/2 RTP/AVP 0 97 101",
                "a=rtpmap:97 iLBC/8000",
                "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-15",
                "m=video 0 RTP/AVP 31",
                "c=IN IP6 2001:db8::1",
                "a=inactive",
                "m=image 5000 udptl t38",
                "a=T38FaxVersion:0");
        assertThat(sdp.origin())
                .contains(new Sdp.Origin("alice", "2890844526", "2890844527", "host.atlanta.example.com"));
        assertThat(sdp.name()).isEqualTo("A call");
        assertThat(sdp.address()).contains(new Sdp.Address("IP4", "224.2.1.1"));
        assertThat(sdp.direction()).contains(Sdp.Direction.SENDONLY);

        Sdp.Media audio = sdp.media().getFirst();
        assertThat(audio.port()).isEqualTo(49170);
        assertThat(audio.address()).isEqualTo(sdp.address());
        assertThat(audio.direction()).isEqualTo(Sdp.Direction.SENDONLY);
        assertThat(audio.formats())
                .containsExactly(
                        new Sdp.Format("0", "PCMU", 8000, 1, ""),
                        new Sdp.Format("97", "iLBC", 8000, 0, ""),
                        new Sdp.Format("101", "telephone-event", 8000, 0, "0-15"));

        Sdp.Media video = sdp.media().get(1);
        assertThat(video.off()).isTrue();
        assertThat(video.address()).contains(new Sdp.Address("IP6", "2001:db8::1"));
        assertThat(video.direction()).isEqualTo(Sdp.Direction.INACTIVE);

        assertThat(sdp.media().get(2).formats()).containsExactly(new Sdp.Format("t38", "", 0, 0, ""));
        assertThat(sdp.media().get(2).attributes()).containsExactly(new Sdp.Attribute("T38FaxVersion", "0"));
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        Sdp sdp = parse(
                "",
                "=",
                "o=short",
                "c=IN IP4",
                "m=",
                "m=audio",
                "m =audio x RTP/AVP",
                "a=",
                "a=rtpmap:0",
                "c=IN IP4 0.0.0.0",
                "z");
        assertThat(sdp.origin()).isEmpty();
        assertThat(sdp.address()).isEmpty();
        assertThat(sdp.media()).hasSize(1);
        assertThat(sdp.media().getFirst().port()).isZero();
        assertThat(sdp.media().getFirst().direction()).isEqualTo(Sdp.Direction.SENDRECV);
        assertThat(sdp.media().getFirst().address().orElseThrow().nowhere()).isTrue();
    }

    @Test
    void boundsWhatItKeeps() {
        assertThat(Sdp.parse(Octets.of("m=audio 1 RTP/AVP 0\n".repeat(5000)), new ByteRange(0, 100_000))
                        .media())
                .hasSizeLessThanOrEqualTo(500);
    }

    private static Sdp parse(String... lines) {
        MemorySegment bytes = Octets.lines(lines);
        return Sdp.parse(bytes, new ByteRange(0, bytes.byteSize()));
    }
}
