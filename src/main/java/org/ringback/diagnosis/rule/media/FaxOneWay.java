package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Connecting;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Fax;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.Announced;
import org.ringback.flow.Side;
import org.ringback.media.MediaFlow;

/**
 * T.38 was agreed and its packets (UDPTL) go one way only: fax machines take turns, so one of them talks to nobody (RFC 3362).
 * Or they go to a port that was given up for fax.
 */
final class FaxOneWay implements Rule {

    private static final Kind ONE_WAY =
            Kind.of("fax-one-way", Weight.TROUBLE, 3362, null, "speaker", "heard", "silent", "packets", "span");

    private static final Kind OLD_PORT =
            Kind.of("fax-to-old-port", Weight.TROUBLE, 3264, "8.3.1", "receiver", "sender", "old", "new", "span");

    /** Who calls waits up to 3 s for the next signal and then begins anew (T.30: T2, T4). */
    private static final long LONG = 8_000_000;

    private static final long ENOUGH = 20;

    @Override
    public List<Kind> kinds() {
        return List.of(ONE_WAY, OLD_PORT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Connecting.of(examined)
                .filter(call -> Fax.alone(call.last().offer())
                        && Fax.alone(call.last().answer().orElseThrow())
                        && call.exchange().rounds().getLast() == call.last())
                .flatMap(call -> look(call).or(() -> oldPort(call, Side.CALLER)).or(() -> oldPort(call, Side.CALLEE)))
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Connecting call) {
        long since = call.last().answered().orElseThrow().time();
        List<MediaFlow> toCaller = toward(call, Side.CALLER, since);
        List<MediaFlow> toCallee = toward(call, Side.CALLEE, since);
        boolean rtpGoesOn = call.media().streams().stream()
                .anyMatch(each -> each.stream().last().time() > since + LONG / 2);
        if (since == Captured.NO_TIME || rtpGoesOn || toCaller.isEmpty() == toCallee.isEmpty()) {
            return Optional.empty();
        }
        Side deaf = toCaller.isEmpty() ? Side.CALLER : Side.CALLEE;
        return Stream.concat(toCaller.stream(), toCallee.stream())
                .filter(flow -> flow.packets() >= ENOUGH && flow.last().time() - since >= LONG)
                .findFirst()
                .map(flow -> found(flow, deaf, call, since));
    }

    /** Data that go on to a port of sound which the receiver gave up for another one when fax was agreed. */
    private static Optional<Finding> oldPort(Connecting call, Side side) {
        Optional<Endpoint> now = fax(call, side);
        long since = call.last().answered().orElseThrow().time();
        if (now.isEmpty() || since == Captured.NO_TIME) {
            return Optional.empty();
        }
        List<MediaFlow> all = call.media().flows().stream()
                .filter(flow -> flow.last().time() >= since)
                .toList();
        // Who still sends from there also listens there (RFC 4961).
        return all.stream()
                .filter(flow -> gaveUp(flow.destination(), now.get(), side, call)
                        && flow.kind() == MediaFlow.Kind.OTHER
                        && flow.packets() >= ENOUGH
                        && flow.last().time() - since >= LONG
                        && all.stream()
                                .noneMatch(other -> other.destination().equals(now.get())
                                        || other.source().equals(flow.destination())))
                .findFirst()
                .map(flow -> Finding.about(OLD_PORT, Certainty.LIKELY)
                        .proof(call.descriptions())
                        .seen(List.of(Sightings.last(flow)))
                        .with("receiver", now.get().host())
                        .with("sender", Value.of(flow.source()))
                        .with("old", Value.of(flow.destination()))
                        .with("new", Value.of(now.get()))
                        .with("span", Elapsed.value(flow.last().time() - since))
                        .found());
    }

    private static boolean gaveUp(Endpoint old, Endpoint now, Side side, Connecting call) {
        return !old.equals(now)
                && call.announced(side).stream().anyMatch(each -> each.port().equals(old));
    }

    private static Finding found(MediaFlow flow, Side deaf, Connecting call, long since) {
        boolean watched = call.media().watched().contains(deaf);
        List<Sighting> seen = List.of(Sightings.first(flow), Sightings.last(flow));
        return Finding.about(ONE_WAY, watched ? Certainty.LIKELY : Certainty.POSSIBLE)
                .proof(call.descriptions())
                .seen(seen)
                .with("speaker", Value.of(flow.source()))
                .with("heard", Value.of(flow.destination()))
                .with("silent", fax(call, deaf).<Value>map(Value::of).orElseGet(Value.Unknown::new))
                .with("packets", Value.of(flow.packets()))
                .with("span", Elapsed.value(flow.last().time() - since))
                .found();
    }

    /** Where a side asked for fax last. */
    private static Optional<Endpoint> fax(Connecting call, Side side) {
        return call.announced(side).stream()
                .filter(each -> each.media().kind().equalsIgnoreCase("image"))
                .reduce((_, last) -> last)
                .map(Announced::port);
    }

    /**
     * What goes to the port at which a side asked for fax, or comes from the one of the other side, after both agreed; or goes
     * from the one host to the other by ports that nobody announced, as behind NAT.
     */
    private static List<MediaFlow> toward(Connecting call, Side side, long since) {
        Optional<Endpoint> receiver = fax(call, side);
        Optional<Endpoint> sender = fax(call, side.other());
        return call.media().flows().stream()
                .filter(flow -> flow.kind() != MediaFlow.Kind.STUN
                        && flow.kind() != MediaFlow.Kind.RTCP
                        && flow.last().time() >= since)
                .filter(flow -> receiver.filter(flow.destination()::equals).isPresent()
                        || sender.filter(flow.source()::equals).isPresent()
                        || (onHost(receiver, flow.destination()) && onHost(sender, flow.source())))
                .toList();
    }

    private static boolean onHost(Optional<Endpoint> announced, Endpoint end) {
        return announced.filter(port -> port.host().equals(end.host())).isPresent();
    }
}
