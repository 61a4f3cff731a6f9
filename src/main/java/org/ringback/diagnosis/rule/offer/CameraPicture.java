package org.ringback.diagnosis.rule.offer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Sdp;

/**
 * A camera, of a door station for instance, that offers its picture, and whose receiver takes the sound only (RFC 3264, 6). For
 * a phone without a screen that is all right.
 */
final class CameraPicture implements Rule {

    private static final Kind REFUSED =
            Kind.of("camera-picture-refused", Weight.NORMAL, 3264, "6", "camera", "receiver", "formats");

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.exchanges().stream()
                .filter(exchange -> exchange.talked() && !exchange.agreed().isEmpty())
                .flatMap(exchange -> look(exchange.agreed(), examined).stream())
                .findFirst()
                .ifPresent(findings);
    }

    private static Optional<Finding> look(List<Exchange.Round> rounds, Case examined) {
        Exchange.Round first = rounds.getFirst();
        Message answered = first.answered().orElseThrow();
        return first.offer().media().stream()
                .filter(media -> picture(media) && media.direction() == Sdp.Direction.SENDONLY && !slides(media))
                .findFirst()
                .filter(_ -> rounds.stream().noneMatch(CameraPicture::shown)
                        && !first.soundOn().isEmpty()
                        && examined.whole(answered))
                .map(camera -> Finding.about(REFUSED, Certainty.LIKELY)
                        .proof(answered, first.offered())
                        .with("camera", Value.of(first.offered().captured().source()))
                        .with("receiver", Value.of(answered.captured().source()))
                        .with("formats", Value.of(formats(camera)))
                        .found());
    }

    /** What is shown of a screen is no camera (RFC 4796). */
    private static boolean slides(Sdp.Media media) {
        return Audio.has(media, "content");
    }

    private static boolean shown(Exchange.Round round) {
        return round.answer().orElseThrow().media().stream().anyMatch(CameraPicture::picture);
    }

    private static boolean picture(Sdp.Media media) {
        return media.kind().equalsIgnoreCase("video") && !media.off();
    }

    private static List<String> formats(Sdp.Media media) {
        return media.formats().stream()
                .map(format -> format.encoding().isEmpty() ? "PT " + format.format() : format.encoding())
                .distinct()
                .toList();
    }
}
