package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * A caller who gave up while sound was announced and no phone rang: what could be heard then is not in the messages. A PBX
 * whose patience is over cancels in the same way.
 */
final class CanceledInEarlyMedia implements Rule {

    private static final Kind CANCELED = Kind.of(
                    "canceled-in-early-media", Weight.BLIND, 3960, "3.2", "canceler", "speaker", "span")
            .unless("progress-names-cause");

    /** Who hangs up sooner has heard enough or dialed the wrong number. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public List<Kind> kinds() {
        return List.of(CANCELED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CANCEL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.setup()) {
            attempt.cancel().flatMap(cancel -> look(attempt, cancel, examined)).ifPresent(findings);
        }
    }

    private static Optional<Finding> look(Attempt attempt, Message cancel, Case examined) {
        List<Message> progress = attempt.root().responses().stream()
                .filter(told -> told.provisional() && told.head().status() > 100)
                .toList();
        boolean rang = progress.stream().anyMatch(told -> told.head().status() == 180);
        boolean answered = attempt.accepted();
        return progress.stream()
                .filter(_ -> !rang && !answered)
                .filter(told ->
                        examined.read(told).sdp().filter(Audio::speaksNow).isPresent())
                .findFirst()
                .flatMap(sound -> Elapsed.between(sound, cancel)
                        .filter(span -> span.compareTo(PATIENCE) >= 0)
                        .map(span -> Finding.about(CANCELED, Certainty.LIKELY)
                                .proof(sound, cancel)
                                .with("canceler", Value.of(cancel.captured().source()))
                                .with("speaker", Value.of(sound.captured().source()))
                                .with("span", Value.of(span))
                                .found()));
    }
}
