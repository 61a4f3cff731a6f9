package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;
import org.ringback.network.IcmpError;

/** The host to which sound is sent says by ICMP that nobody listens there (RFC 792): what is sent is never heard. */
final class MediaUnreachable implements Rule {

    private static final Kind UNREACHABLE =
            Kind.of("media-port-unreachable", Weight.TROUBLE, 792, null, "speaker", "heard", "count", "span");

    /** While a port is opened or closed an error or two are usual. */
    private static final int ENOUGH = 3;

    private static final long LONG = 1_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(UNREACHABLE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.NETWORK, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Talk.of(examined).ifPresent(talk -> {
            for (CallStream stream : talk.media().streams()) {
                look(stream, talk, examined).ifPresent(findings);
            }
        });
    }

    private static Optional<Finding> look(CallStream of, Talk talk, Case examined) {
        MediaStream stream = of.stream();
        long from = Math.max(stream.first().time(), talk.answer().time());
        List<IcmpError> errors = examined
                .circumstances()
                .network()
                .between(
                        stream.source(),
                        stream.destination(),
                        from,
                        Math.min(stream.last().time(), talk.until()))
                .stream()
                .filter(IcmpError.class::isInstance)
                .map(IcmpError.class::cast)
                .filter(error -> error.cause() == IcmpError.Cause.PORT_UNREACHABLE
                        && error.quote().udp()
                        && error.from().equals(stream.source())
                        && error.to().equals(stream.destination())
                        && error.seen().file() == stream.file())
                .toList();
        if (!of.sound() || errors.size() < ENOUGH) {
            return Optional.empty();
        }
        IcmpError first = errors.getFirst();
        IcmpError last = errors.getLast();
        long span = last.seen().time() - first.seen().time();
        return span < LONG
                ? Optional.empty()
                : Optional.of(Finding.about(UNREACHABLE, Certainty.LIKELY)
                        .proof(of.receiver().map(each -> each.message()).orElse(talk.answer()))
                        .seen(List.of(first.seen(), last.seen()))
                        .with("speaker", Value.of(stream.source()))
                        .with("heard", Value.of(stream.destination()))
                        .with("count", Value.of(errors.size()))
                        .with("span", Elapsed.value(span))
                        .found());
    }
}
