package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
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
import org.ringback.sip.Sdp;

/**
 * Both sides agreed that the phone rings only when the resources for the call are reserved (RFC 3312, 6), and the caller never
 * said that its own are: the callee waits, nothing rings, and somebody gives up.
 */
final class UnmetPreconditions implements Rule {

    private static final Kind NEVER_MET =
            Kind.of("preconditions-never-met", Weight.FAILURE, 3312, "6", "caller", "callee", "progress", "wait");

    /** As the caller says it of itself, and as the callee says it of the caller (RFC 3312, 5). */
    private static final String OWN = "qos local none";

    private static final String OTHER = "qos remote none";

    /** A radio bearer is there after a second or two. */
    private static final Duration LONG = Duration.ofSeconds(5);

    /** The callee is busy or does not want the call, or says itself that the reservation failed. */
    private static final Set<Integer> OTHERWISE = Set.of(486, 580, 600, 603);

    @Override
    public List<Kind> kinds() {
        return List.of(NEVER_MET);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.SESSION_PROGRESS, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.setup()) {
            attempt.request()
                    .filter(invite -> described(invite, media -> waits(media, OWN), examined))
                    .flatMap(invite -> look(invite, attempt, examined))
                    .ifPresent(findings);
        }
    }

    private static Optional<Finding> look(Message invite, Attempt attempt, Case examined) {
        Optional<Message> end = attempt.cancel()
                .or(attempt::finalResponse)
                .filter(message ->
                        !message.success() && !OTHERWISE.contains(message.head().status()));
        Optional<Message> progress = attempt.root().responses().stream()
                .filter(told -> told.provisional() && described(told, media -> waits(media, OTHER), examined))
                .findFirst();
        if (end.isEmpty()
                || progress.isEmpty()
                || unheard(progress.get(), examined)
                || attempt.ringing().isPresent()
                || reserved(invite, examined)) {
            return Optional.empty();
        }
        return Elapsed.between(progress.get(), end.get())
                .filter(wait -> wait.compareTo(LONG) >= 0)
                .map(wait -> Finding.about(NEVER_MET, Certainty.LIKELY)
                        .proof(progress.get(), invite, end.get())
                        .with("caller", Value.of(invite.captured().source()))
                        .with("callee", Value.of(progress.get().captured().source()))
                        .with("progress", examined.code(progress.get()))
                        .with("wait", Value.of(wait))
                        .found());
    }

    /** A progress that is to be confirmed and never was may not have reached the caller (RFC 3262, 3). */
    private static boolean unheard(Message progress, Case examined) {
        return progress.header("RSeq", "").isPresent()
                && examined.requests("PRACK").isEmpty();
    }

    /** Whether the caller described the session again, in whatever request, and has its resources now. */
    private static boolean reserved(Message invite, Case examined) {
        return examined.messages().stream()
                .filter(message -> message.head().request()
                        && message != invite
                        && message.head().fromTag().equals(invite.head().fromTag())
                        && (message.insideDialog() || !message.request("INVITE")))
                .anyMatch(message -> described(message, media -> !waits(media, OWN), examined));
    }

    private static boolean described(Message message, Predicate<Sdp.Media> wanted, Case examined) {
        return examined.read(message)
                .sdp()
                .filter(sdp -> sdp.media().stream().anyMatch(media -> !media.off() && wanted.test(media)))
                .isPresent();
    }

    /** Whether the phone may not ring before resources are reserved, and this side has none yet. */
    private static boolean waits(Sdp.Media media, String none) {
        return has(media, "des", "qos mandatory ") && has(media, "curr", none);
    }

    private static boolean has(Sdp.Media media, String name, String beginning) {
        return media.attributes().stream()
                .anyMatch(line -> line.name().equals(name) && line.value().startsWith(beginning));
    }
}
