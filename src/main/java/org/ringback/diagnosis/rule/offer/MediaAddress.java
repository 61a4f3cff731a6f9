package org.ringback.diagnosis.rule.offer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.Side;
import org.ringback.sip.Sdp;

/**
 * A description that asks a host on the public network to send media to an address inside another one. Many servers help
 * themselves by answering to where media come from (RFC 7362), so a call that went on for a while is left alone.
 */
final class MediaAddress implements Rule {

    private static final Kind INNER =
            Kind.of("private-media-address", Weight.TROUBLE, 7362, null, "sender", "receiver", "address");
    private static final Kind PASSED_ON =
            Kind.of("private-media-address-passed-on", Weight.TROUBLE, 7362, null, "relay", "receiver", "address");

    /** Who hears nothing hangs up sooner. */
    private static final long HEARD = 20_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(INNER, PASSED_ON);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            if (exchange.dialog().answer().isPresent() && !heard(exchange, examined) && !flows(examined)) {
                if (!exchange.agreed().isEmpty()) {
                    Exchange.Round first = exchange.agreed().getFirst();
                    look(first.offered(), first.offer(), examined).ifPresent(findings);
                    look(first.answered().orElseThrow(), first.answer().orElseThrow(), examined)
                            .ifPresent(findings);
                }
            }
        }
    }

    private static boolean heard(Exchange exchange, Case examined) {
        long from = exchange.dialog().answer().orElseThrow().time();
        long to = exchange.dialog()
                .bye()
                .map(Message::time)
                .orElse(examined.circumstances().captureEnd());
        return from != Captured.NO_TIME && to != Captured.NO_TIME && to - from > HEARD;
    }

    /** Whether packets went both ways: however the addresses look, they found their way. */
    private static boolean flows(Case examined) {
        return !examined.media().toward(Side.CALLER).isEmpty()
                && !examined.media().toward(Side.CALLEE).isEmpty();
    }

    private static Optional<Finding> look(Message message, Sdp sdp, Case examined) {
        for (Sdp.Media media : Audio.streams(sdp)) {
            Optional<String> inner = media.address().map(Sdp.Address::host).filter(Networks::inner);
            if (inner.isPresent() && !media.off() && !Audio.ice(sdp, media)) {
                String address = inner.get();
                return passedOn(message, address, examined).or(() -> direct(message, address, examined));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> direct(Message message, String address, Case examined) {
        Captured captured = message.captured();
        // Inside a network every address is an inner one, and what changes them stands behind the point of capture.
        boolean known = !captured.source().host().isEmpty()
                && (!Networks.inner(captured.source().host()) || heardByOne(examined));
        // That nobody can send from IPv6 to IPv4 is another thing than that an address is private.
        boolean sameVersion = ipv6(address) == ipv6(captured.destination().host());
        return known && sameVersion && Networks.outer(captured.destination().host())
                ? Optional.of(Finding.about(INNER, Certainty.POSSIBLE)
                        .proof(message)
                        .with("sender", Value.of(captured.source()))
                        .with("receiver", Value.of(captured.destination()))
                        .with("address", address)
                        .found())
                : Optional.empty();
    }

    private static boolean ipv6(String host) {
        return host.indexOf(':') >= 0;
    }

    /** Whether there are packets, though not both ways. */
    private static boolean heardByOne(Case examined) {
        return !examined.media().toward(Side.CALLER).isEmpty()
                || !examined.media().toward(Side.CALLEE).isEmpty();
    }

    /** The same message on a later hop, still with the same address and now on its way over the public network. */
    private static Optional<Finding> passedOn(Message first, String address, Case examined) {
        var head = first.head();
        return examined.messages().stream()
                .filter(hop -> hop != first
                        && hop.head().status() == head.status()
                        && hop.head().cseq() == head.cseq()
                        && hop.head().method().equals(head.method())
                        && hop.head().fromTag().equals(head.fromTag())
                        && hop.head().toTag().equals(head.toTag()))
                .filter(hop -> !hop.captured().source().equals(first.captured().source())
                        && Networks.outer(hop.captured().source().host())
                        && Networks.outer(hop.captured().destination().host()))
                .filter(hop -> examined.read(hop).sdp().stream()
                        .flatMap(sdp -> Audio.streams(sdp).stream())
                        .flatMap(media -> media.address().stream())
                        .anyMatch(other -> other.host().equals(address)))
                .findFirst()
                .map(hop -> Finding.about(PASSED_ON, Certainty.LIKELY)
                        .proof(hop, first)
                        .with("relay", Value.of(hop.captured().source()))
                        .with("receiver", Value.of(hop.captured().destination()))
                        .with("address", address)
                        .found());
    }
}
