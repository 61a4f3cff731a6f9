package org.ringback.growth;

import org.ringback.capture.wire.Endpoint;
import org.ringback.media.Datagrams;
import org.ringback.media.Talker;

/** One kind of thing of which somebody may put any number beside calls: streams, ports, reports. */
@SuppressWarnings("ImmutableEnumChecker")
public enum MediaFlood {
    STREAMS_TO_ONE_PORT(false, (i, to) -> stream(to, i, 4000, 6000)),
    STREAMS_OF_ONE_SOURCE(false, (i, to) -> stream(to, 7, 4000, 6000 + i)),
    STREAMS_FROM_ONE_PORT(false, (i, to) -> stream(to, i, 4000, 10_000 + i)),
    REPORTS_ON_ONE_SOURCE(false, (i, to) -> {
        stream(to, 7, 4000, 6000 + i);
        to.send(i, new Endpoint(Packets.BOB, 10_000 + i), new Endpoint(Packets.ALICE, 4001), report());
    }),
    STRAY_PACKETS(
            false,
            (i, to) -> new Talker(to, new Endpoint(Packets.ALICE, 4000), new Endpoint(Packets.BOB, i + 1024), i)
                    .packets(1)),
    PORTS_WITH_SOMETHING_ELSE(
            false,
            (i, to) ->
                    to.send(i, new Endpoint(Packets.ALICE, 4000), new Endpoint(Packets.BOB, 1024 + i), new byte[20])),
    OFFERS_OF_THE_PORT(true, (i, to) -> stream(to, i, 6000, 4000)),
    CALLS_ON_ONE_PORT(true, (i, to) -> stream(to, i, 6000, 4000));

    private final boolean messages;
    private final Writing writing;

    MediaFlood(boolean messages, Writing writing) {
        this.messages = messages;
        this.writing = writing;
    }

    private interface Writing {
        void write(int i, Datagrams to);
    }

    /** The flood of messages that goes with it, if there is one. */
    Flood messages() {
        return this == CALLS_ON_ONE_PORT ? Flood.CALLS_ALIKE : Flood.OFFERS;
    }

    /** How many messages there are for so many streams. */
    int messages(int number) {
        return messages ? number : 1;
    }

    void write(int number, Datagrams to) {
        for (int i = 0; i < number; i++) {
            writing.write(i, to);
        }
    }

    private static void stream(Datagrams to, int ssrc, int from, int port) {
        new Talker(to, new Endpoint(Packets.BOB, from), new Endpoint(Packets.ALICE, port), 0)
                .ssrc(ssrc)
                .timeless()
                .packets(4);
    }

    private static byte[] report() {
        byte[] report = new byte[32];
        report[0] = (byte) 0x81;
        report[1] = (byte) 0xC9;
        report[3] = 7;
        report[11] = 7;
        return report;
    }
}
