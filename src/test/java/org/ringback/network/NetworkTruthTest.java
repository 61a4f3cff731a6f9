package org.ringback.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What TShark sees in the same captures, frame by frame. */
class NetworkTruthTest {

    private static final int FRAME = 1;
    private static final int ICMP = 2;
    private static final int ICMPV6 = 4;
    private static final int ALERT = 6;
    private static final int NAME = 8;
    private static final int RESPONSE = 10;
    private static final int RESET = 14;

    private static List<String> files() {
        return Seen.truth().stream().map(frame -> frame[0]).distinct().toList();
    }

    private static void compare(
            Function<String[], Stream<String>> expected, Function<NetworkEvent, Stream<String>> seen) {
        var compared = new TreeSet<String>();
        for (String file : files()) {
            List<String> frames = Seen.truth().stream()
                    .filter(frame -> frame[0].equals(file))
                    .flatMap(expected)
                    .sorted()
                    .toList();
            List<String> events =
                    Seen.in(file).all().stream().flatMap(seen).sorted().toList();
            assertThat(events).as(file).isEqualTo(frames);
            compared.addAll(frames);
        }
        assertThat(compared).hasSizeGreaterThan(1);
    }

    @Test
    void everyErrorOfIcmpIsSeen() {
        compare(
                frame -> {
                    if (!frame[ICMP].isEmpty()) {
                        return Stream.of(frame[FRAME] + " 4 " + frame[ICMP] + " " + frame[ICMP + 1]);
                    }
                    // A router is looked for, and nothing is wrong.
                    return frame[ICMPV6].isEmpty() || frame[ICMPV6].equals("133")
                            ? Stream.empty()
                            : Stream.of(frame[FRAME] + " 6 " + frame[ICMPV6] + " " + frame[ICMPV6 + 1]);
                },
                event -> event instanceof IcmpError error
                        ? Stream.of(error.seen().frame()
                                + (error.seen().source().host().contains(":") ? " 6 " : " 4 ") + error.type() + " "
                                + error.code())
                        : Stream.empty());
    }

    @Test
    void everyAlertIsSeen() {
        compare(
                frame -> frame[ALERT].isEmpty()
                        ? Stream.empty()
                        : Stream.of(frame[FRAME] + " " + frame[ALERT] + " " + frame[ALERT + 1]),
                event -> event instanceof TlsAlert alert
                        ? Stream.of(alert.seen().frame() + " " + alert.level() + " " + alert.description())
                        : Stream.empty());
    }

    @Test
    void everyResponseOfDnsIsSeen() {
        compare(
                frame -> frame[RESPONSE].equals("1")
                        ? Stream.of(frame[FRAME] + " " + frame[NAME].toLowerCase(Locale.ROOT) + " " + frame[NAME + 1]
                                + " " + frame[RESPONSE + 1])
                        : Stream.empty(),
                event -> event instanceof DnsLookup lookup && lookup.answer().isPresent()
                        ? Stream.of(lookup.seen().frame() + " " + lookup.name() + " "
                                + lookup.type().number() + " " + lookup.code())
                        : Stream.empty());
    }

    @Test
    void everyResetIsSeen() {
        compare(
                // There the server had closed before.
                frame -> frame[RESET].equals("1") && !frame[0].equals("tls-to-plain.pcap")
                        ? Stream.of(frame[FRAME])
                        : Stream.empty(),
                event -> event instanceof ConnectionReset || event instanceof ConnectionRefused
                        ? Stream.of(Long.toString(event.seen().frame()))
                        : Stream.empty());
    }
}
