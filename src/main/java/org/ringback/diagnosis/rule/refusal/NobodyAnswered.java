package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** It rang and nobody took the call, see {@link Ending#NO_ANSWER}. */
final class NobodyAnswered implements Rule {

    private static final Kind TOLD = Kind.of(
                    "nobody-answered", Weight.FAILURE, 3261, "21.4.18", "refuser", "code", "rang")
            .unless("hunted-in-vain", "cancel-to-other-server", "cancel-does-not-match");
    private static final Kind GIVEN_UP =
            Kind.of("nobody-answered-canceled", Weight.FAILURE, 3326, "2", "canceler", "wait");

    /** Who could have been quicker? */
    private static final Duration AUDIBLE = Duration.ofSeconds(3);

    /** Sooner nobody's patience ends, but some phones say 480 when their user presses a button. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Pattern BUTTON =
            Pattern.compile("disturb|\\bdnd\\b|declin|reject|busy", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Kind> kinds() {
        return List.of(TOLD, GIVEN_UP);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().outcome().ending() != Ending.NO_ANSWER
                || examined.setup().isEmpty()
                || examined.refusal().filter(Refusal::changed).isPresent()
                || answeredSomewhere(examined)) {
            return;
        }
        Attempt attempt = examined.setup().getLast();
        Optional<Message> told = attempt.finalResponse();
        if (told.isPresent() && told.get().head().status() != 487) {
            if (examined.call()
                    .times()
                    .ringTime()
                    .filter(rang -> rang.compareTo(AUDIBLE) < 0)
                    .isPresent()) {
                return;
            }
            if (attempt.ringing().isEmpty()) {
                // The cause of the network says so, and is told by itself.
                return;
            }
            Origin origin = Origins.of(told.get(), examined);
            findings.accept(Finding.about(TOLD, certainty(told.get(), examined))
                    .proof(told.get(), attempt.ringing().get())
                    .saidBy(origin)
                    .with("refuser", Value.of(origin.firstSaidBy()))
                    .with("code", examined.code(told.get()))
                    .with("rang", Elapsed.value(examined.call().times().ringTime()))
                    .found());
            return;
        }
        attempt.cancel()
                .or(() -> told)
                .ifPresent(end -> findings.accept(Finding.about(GIVEN_UP, Certainty.LIKELY)
                        .proof(told.filter(receipt -> receipt != end)
                                .map(receipt -> List.of(end, receipt))
                                .orElse(List.of(end)))
                        .with("canceler", Value.of(end.captured().source()))
                        .with(
                                "wait",
                                attempt.request()
                                        .map(request -> Elapsed.value(request, end))
                                        .orElseGet(Value.Unknown::new))
                        .found()));
    }

    /** Whether an answer is there on some hop, though not where the caller was told something else. */
    private static boolean answeredSomewhere(Case examined) {
        return examined.messages().stream()
                .anyMatch(
                        message -> message.success() && message.head().method().equals("INVITE"));
    }

    /** Whether the phrase is that of a button rather than of a timer. */
    private static boolean pressed(Message told, Case examined) {
        return BUTTON.matcher(examined.read(told).phrase()).find();
    }

    private static Certainty certainty(Message told, Case examined) {
        boolean soon = examined.call()
                .times()
                .ringTime()
                .filter(rang -> rang.compareTo(PATIENCE) < 0)
                .isPresent();
        return (soon && told.head().status() == 480) || pressed(told, examined) ? Certainty.LIKELY : Certainty.CERTAIN;
    }
}
