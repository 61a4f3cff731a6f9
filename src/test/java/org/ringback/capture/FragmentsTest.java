package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.fragment4;
import static org.ringback.capture.PacketBuilder.fragment6;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udp;
import static org.ringback.capture.wire.Unusable.Reason.LIMIT;
import static org.ringback.capture.wire.Unusable.Reason.MISSING_FRAGMENTS;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Limits;

class FragmentsTest {

    private static final String BODY = "x".repeat(3000);
    private static final byte[] WHOLE = udp(5060, 5062, Sip.request("MESSAGE", "big", BODY));
    private static final int END = WHOLE.length;

    private static PcapBuilder raw(byte[]... packets) {
        var file = new PcapBuilder(101);
        for (byte[] packet : packets) {
            file.add(packet);
        }
        return file;
    }

    private static byte[] four(int from, int to) {
        return fragment4(WHOLE, from, to, 7);
    }

    private static void isWhole(Recorder read, long frame) {
        assertThat(read.texts).containsExactly(Sip.text(cut(WHOLE, 8, END)));
        assertThat(read.frames()).containsExactly(frame);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void inOrder() {
        isWhole(Recorder.read(raw(four(0, 1480), four(1480, 2960), four(2960, END))), 3);
    }

    @Test
    void inAnyOrder() {
        isWhole(Recorder.read(raw(four(2960, END), four(0, 1480), four(1480, 2960))), 3);
        isWhole(Recorder.read(raw(four(1480, 2960), four(2960, END), four(0, 1480))), 3);
    }

    @Test
    void ofIpv6() {
        isWhole(
                Recorder.read(raw(
                        fragment6(WHOLE, 1440, 2880, 9), fragment6(WHOLE, 0, 1440, 9), fragment6(WHOLE, 2880, END, 9))),
                3);
    }

    @Test
    void anAtomicFragmentIsWhole() {
        isWhole(Recorder.read(raw(fragment6(WHOLE, 0, END, 9))), 1);
    }

    @Test
    void twiceAndOverlapping() {
        byte[] other = WHOLE.clone();
        java.util.Arrays.fill(other, 1000, 2000, (byte) '!');
        isWhole(
                Recorder.read(raw(
                        four(0, 1480),
                        four(0, 1480),
                        fragment4(other, 800, 1480, 7),
                        four(1200, 2960),
                        four(2960, END))),
                5);
    }

    @Test
    void ofSeveralDatagramsAtOnce() {
        byte[] other = udp(5060, 5062, Sip.request("MESSAGE", "other", BODY));
        Recorder read = Recorder.read(raw(
                fragment4(WHOLE, 0, 1480, 1),
                fragment4(other, 0, 1480, 2),
                fragment4(WHOLE, 1480, END, 1),
                fragment4(other, 1480, other.length, 2)));
        assertThat(read.callIds()).containsExactly("big", "other");
    }

    @Test
    void thatNeverCame() {
        Recorder read = Recorder.read(raw(four(0, 1480), four(2960, END)));
        assertThat(read.texts).containsExactly(Sip.text(cut(WHOLE, 8, 1480)));
        assertThat(read.frames()).containsExactly(1L);
        assertThat(read.messages.getFirst().source().port()).isEqualTo(5060);
        assertThat(read.messages.getFirst().destination().port()).isEqualTo(5062);
        assertThat(read.reasons()).containsExactly(MISSING_FRAGMENTS);
        assertThat(read.unusable.getFirst().frame()).isEqualTo(1);
        // Without the first, text may have been SIP.
        assertThat(Recorder.read(raw(four(1480, 2960))).reasons()).containsExactly(MISSING_FRAGMENTS);
    }

    @Test
    void ofACopyThatCameWholeAreNoMessage() {
        Recorder read = Recorder.read(raw(four(0, 1480), fragment4(WHOLE, 0, 1480, 8), fragment4(WHOLE, 1480, END, 8)));
        assertThat(read.frames()).containsExactly(3L);
        assertThat(read.reasons()).containsExactly(MISSING_FRAGMENTS);
    }

    /** It is read up to its last whole line. */
    @Test
    void cutWithinTheHeadersBelongToTheirCallAllTheSame() {
        byte[] large = udp(5060, 5062, Sip.withHeader("big", "X-Pad: " + "y".repeat(2000)));
        Recorder read = Recorder.read(raw(fragment4(large, 0, 1480, 7)));

        assertThat(read.callIds()).containsExactly("big");
        assertThat(read.texts.getFirst()).endsWith("CSeq: 1 INVITE\r\n");
        assertThat(read.reasons()).containsExactly(MISSING_FRAGMENTS);
    }

    @Test
    void cutWithinTheHeadersAreNoMessageBesideTheWholeOne() {
        byte[] large = udp(5060, 5062, Sip.withHeader("big", "X-Pad: " + "y".repeat(2000)));
        Recorder read = Recorder.read(raw(
                fragment4(large, 0, 1480, 7), fragment4(large, 0, 1480, 8), fragment4(large, 1480, large.length, 8)));

        assertThat(read.frames()).containsExactly(3L);
    }

    @Test
    void cutBeforeTheySayToWhatTheyBelongAreNoMessage() {
        Recorder read = Recorder.read(raw(four(0, 96), four(1480, END)));
        assertThat(read.messages).isEmpty();
        assertThat(read.reasons()).containsExactly(MISSING_FRAGMENTS);
    }

    @Test
    void ofSomethingElseAreNotMissed() {
        byte[] media = udp(20_000, 20_002, join(PacketBuilder.hex("80000001"), new byte[3000]));
        Recorder read = Recorder.read(raw(fragment4(media, 0, 1480, 3), fragment4(media, 2960, media.length, 4)));
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void thatCameTooLateBelongToAnotherDatagram() {
        var file = raw(four(0, 1480)).later(Limits.DATAGRAM_AGE + 1).add(four(1480, END));
        Recorder read = Recorder.read(file);
        assertThat(read.texts).containsExactly(Sip.text(cut(WHOLE, 8, 1480)));
        assertThat(read.reasons()).containsExactly(MISSING_FRAGMENTS, MISSING_FRAGMENTS);
    }

    @Test
    void areHeldInBoundedNumber() {
        var file = raw();
        for (int number = 0; number < Limits.DATAGRAMS + 10; number++) {
            file.add(PcapBuilder.BEGIN, fragment4(WHOLE, 0, 1480, number));
        }
        file.add(PcapBuilder.BEGIN, fragment4(WHOLE, 1480, END, 0));
        file.add(PcapBuilder.BEGIN, fragment4(WHOLE, 1480, END, Limits.DATAGRAMS));
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(1);
        assertThat(read.reasons()).contains(LIMIT, MISSING_FRAGMENTS);
    }

    @Test
    void beyondTheLargestPacketAreIgnored() {
        byte[] far = PacketBuilder.ipv4(
                17, PacketBuilder.SOURCE, PacketBuilder.DESTINATION, 7, 0x1FFF, new byte[0], new byte[1000]);
        assertThat(Recorder.read(raw(far)).messages).isEmpty();
    }
}
