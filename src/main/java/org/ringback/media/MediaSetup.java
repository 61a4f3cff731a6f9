package org.ringback.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Endpoint;

/**
 * What goes before media: looking for a way, and agreeing on keys.
 *
 * @param checks of ICE, in order of their first packet
 * @param handshakes of DTLS, in order of their first packet
 */
public record MediaSetup(List<ConnectivityChecks> checks, List<DtlsHandshake> handshakes) {

    private static final Comparator<Moment> BY_TIME =
            Comparator.comparingLong(Moment::time).thenComparingLong(Moment::frame);

    public static final MediaSetup NOTHING = new MediaSetup(List.of(), List.of());

    public MediaSetup {
        checks = checks.stream()
                .sorted(Comparator.comparing(ConnectivityChecks::first, BY_TIME))
                .toList();
        handshakes = handshakes.stream()
                .sorted(Comparator.comparing(DtlsHandshake::first, BY_TIME))
                .toList();
    }

    /** Those of several files together. */
    static MediaSetup of(Collection<MediaSetup> files) {
        List<ConnectivityChecks> checks = new ArrayList<>();
        List<DtlsHandshake> handshakes = new ArrayList<>();
        for (MediaSetup file : files) {
            checks.addAll(file.checks);
            handshakes.addAll(file.handshakes);
        }
        return new MediaSetup(checks, handshakes);
    }

    /** Without names and fingerprints, which session descriptions elsewhere do not have. */
    MediaSetup elsewhere(UnaryOperator<Endpoint> endpoints, LongUnaryOperator clock) {
        return new MediaSetup(
                checks.stream()
                        .map(each -> new ConnectivityChecks(
                                each.file(),
                                endpoints.apply(each.source()),
                                endpoints.apply(each.destination()),
                                "",
                                each.requests(),
                                each.successes(),
                                each.first().by(clock),
                                each.last().by(clock),
                                each.refusal()
                                        .map(said -> new ConnectivityChecks.Refusal(
                                                said.code(),
                                                said.times(),
                                                said.first().by(clock)))))
                        .toList(),
                handshakes.stream()
                        .map(each -> new DtlsHandshake(
                                each.file(),
                                endpoints.apply(each.client()),
                                endpoints.apply(each.server()),
                                each.hellos(),
                                each.first().by(clock),
                                each.last().by(clock),
                                each.answered(),
                                each.secret(),
                                each.alert()
                                        .map(said -> new DtlsHandshake.Alert(
                                                said.ofClient(), said.packet().by(clock), said.description())),
                                List.of()))
                        .toList());
    }
}
