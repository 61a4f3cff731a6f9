package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;

import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/** Three messages in one TCP stream, and the file that it is captured in. */
final class ThreeMessages {

    static final byte[] ONE = Sip.request("MESSAGE", "one", "hello\r\n");
    static final byte[] TWO = Sip.options("two");
    static final byte[] THREE = Sip.request("INFO", "three", "a body\r\n\r\nwith an empty line");
    static final byte[] STREAM = join(ONE, TWO, THREE);
    static final int END = STREAM.length;

    final PcapBuilder file = PcapBuilder.ethernet();
    final TcpBuilder tcp = new TcpBuilder(file);

    Recorder read() {
        return Recorder.read(file);
    }

    /** What of the three messages stands between two places. */
    static byte[] part(int from, int to) {
        return cut(STREAM, from, to);
    }

    /** Nothing of the three messages is missing, and nothing else was found. */
    static void isWhole(Recorder read) {
        assertThat(String.join("", read.texts)).isEqualTo(Sip.text(STREAM));
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.TCP);
        assertThat(read.unusable).isEmpty();
    }
}
