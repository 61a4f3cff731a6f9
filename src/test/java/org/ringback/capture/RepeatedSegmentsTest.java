package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkWitness;
import org.ringback.network.SegmentUnacknowledged;

/** Segments with SIP that TCP sends again. */
class RepeatedSegmentsTest {

    private static final byte[] REQUEST = Sip.options("one");

    @TempDir
    private Path folder;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file);

    private List<NetworkEvent> seen() throws IOException {
        Path path = Files.write(folder.resolve("tcp.pcap"), file.bytes());
        var witness = new NetworkWitness(0, 0);
        try (Capture capture = Capture.open(List.of(path), Map.of(), (_, _) -> witness)) {
            capture.read(new Recorder());
        }
        return witness.events().all();
    }

    private void again(int times, long micros) {
        for (int i = 0; i < times; i++) {
            file.later(micros);
            tcp.fromClient(0, REQUEST);
        }
    }

    @Test
    void aSegmentThatNobodyAcknowledgesIsTold() throws IOException {
        tcp.handshake().fromClient(0, REQUEST);
        again(5, 400_000);

        assertThat(seen()).singleElement().isInstanceOfSatisfying(SegmentUnacknowledged.class, segment -> {
            assertThat(segment.tries()).isEqualTo(5);
            assertThat(segment.size()).isEqualTo(REQUEST.length);
            assertThat(segment.from().port()).isEqualTo(40_000);
            assertThat(segment.seen().frame()).isEqualTo(7);
            assertThat(segment.last().frame()).isEqualTo(9);
        });
    }

    @Test
    void aSegmentThatGetsThroughInTheEndIsNot() throws IOException {
        tcp.handshake().fromClient(0, REQUEST);
        again(5, 400_000);
        tcp.serverAcknowledges(REQUEST.length);

        assertThat(seen()).isEmpty();
    }

    @Test
    void aSegmentThatIsSentAgainThoughItArrivedIsNot() throws IOException {
        tcp.handshake().fromClient(0, REQUEST).serverAcknowledges(REQUEST.length);
        again(5, 400_000);

        assertThat(seen()).isEmpty();
    }

    @Test
    void packetsThatWereCapturedTwiceAreNotSentAgain() throws IOException {
        tcp.handshake().fromClient(0, REQUEST);
        again(5, 10);

        assertThat(seen()).isEmpty();
    }

    @Test
    void whereOnlyOneSideWasCapturedNobodyCanTell() throws IOException {
        tcp.clientFlags(-1, TcpBuilder.SYN).fromClient(0, REQUEST);
        again(5, 400_000);

        assertThat(seen()).noneMatch(SegmentUnacknowledged.class::isInstance);
    }
}
