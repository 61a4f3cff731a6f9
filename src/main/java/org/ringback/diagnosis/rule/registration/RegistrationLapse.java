package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Registered;
import org.ringback.diagnosis.evidence.Registrations;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A registration ran out because nobody refreshed it in time (RFC 3261, 10.2.4). */
final class RegistrationLapse implements Rule {

    private static final Kind LATE =
            Kind.of("registration-refreshed-late", Weight.TROUBLE, 3261, "10.2.4", "user", "granted", "after", "gap");
    private static final Kind NEVER =
            Kind.of("registration-not-refreshed", Weight.TROUBLE, 3261, "10.2.4", "user", "granted", "watched");

    /** What the network and a lost packet may cost. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    @Override
    public List<Kind> kinds() {
        return List.of(LATE, NEVER);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REGISTRATION);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Registrations registrations = examined.registrations();
        registrations.of(examined.call()).stream()
                .filter(one -> one.binds()
                        && one.granted().filter(seconds -> seconds > 0).isPresent())
                .flatMap(one -> lapse(one, registrations, examined).stream())
                .findFirst()
                .ifPresent(findings);
    }

    private static Optional<Finding> lapse(Registered one, Registrations registrations, Case examined) {
        Message answer = one.answer().orElseThrow();
        Duration granted = Duration.ofSeconds(one.granted().orElseThrow());
        Optional<Registered> next = registrations.next(one);
        String user = examined.call().to().user();
        if (next.isPresent()) {
            Message refresh = next.get().request();
            return sameClock(answer, refresh)
                    .filter(after -> after.compareTo(granted.plus(SLACK)) > 0)
                    .map(after -> Finding.about(LATE, Certainty.LIKELY)
                            .proof(answer, refresh)
                            .with("user", user)
                            .with("granted", Value.of(granted))
                            .with("after", Value.of(after))
                            .with("gap", Value.of(after.minus(granted)))
                            .found());
        }
        // A later one from elsewhere may be the same device after it moved.
        if (!registrations.complete() || !registrations.after(one).isEmpty()) {
            return Optional.empty();
        }
        return examined.watchedAfter(answer)
                .filter(watched -> watched.compareTo(granted.plus(SLACK)) > 0)
                .map(watched -> Finding.about(NEVER, Certainty.LIKELY)
                        .proof(answer)
                        .with("user", user)
                        .with("granted", Value.of(granted))
                        .with("watched", Value.of(watched))
                        .found());
    }

    private static Optional<Duration> sameClock(Message one, Message next) {
        return one.captured().file() == next.captured().file()
                ? Elapsed.between(one.time(), next.time())
                : Optional.empty();
    }
}
