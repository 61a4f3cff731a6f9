package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

/** A registrar that refuses a second device while another one holds the account: many allow only so many Contacts. */
final class OneContactOnly implements Rule {

    private static final Kind HELD = Kind.of(
                    "register-held-by-other", Weight.FAILURE, 3261, "10.3", "user", "device", "other", "server")
            .unless("forbidden-for-password");

    private static final int FORBIDDEN = 403;

    @Override
    public List<Kind> kinds() {
        return List.of(HELD);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REGISTRATION, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Registrations registrations = examined.registrations();
        registrations.of(examined.call()).stream()
                .filter(own -> forbidden(own)
                        && own.request().header("Authorization", "").isPresent())
                .flatMap(own -> holder(own, registrations).stream().map(other -> found(own, other, examined)))
                .findFirst()
                .ifPresent(findings);
    }

    /** Another device whose registration had not run out, unless this one was let in beside it or it was refused itself. */
    private static Optional<Registered> holder(Registered own, Registrations registrations) {
        List<Registered> all = registrations.all();
        return all.stream()
                .filter(one ->
                        one.binds() && !one.sameDevice(own) && !one.host().isEmpty())
                .filter(one -> inForce(one, own) && !signedOff(one, own, all))
                .filter(one -> all.stream()
                        .noneMatch(other -> (other.sameDevice(own) && other.binds() && inForce(one, other))
                                || (other.sameDevice(one) && forbidden(other))))
                .reduce((_, last) -> last);
    }

    /** Whether the other device took its binding back before, by whatever Call-ID. */
    private static boolean signedOff(Registered one, Registered own, List<Registered> all) {
        return all.stream()
                .anyMatch(other -> other.accepted()
                        && other.removes()
                        && (other.sameDevice(one) || other.contacts().contains("*"))
                        && Elapsed.between(one.request(), other.request()).isPresent()
                        && Elapsed.between(other.request(), own.request()).isPresent());
    }

    private static boolean forbidden(Registered one) {
        return one.answer().filter(told -> told.head().status() == FORBIDDEN).isPresent();
    }

    private static boolean inForce(Registered one, Registered own) {
        Optional<Duration> age = Elapsed.between(one.request(), own.request());
        return age.isPresent()
                && one.granted()
                        .map(Duration::ofSeconds)
                        .filter(granted -> age.get().compareTo(granted) < 0)
                        .isPresent();
    }

    private static Finding found(Registered own, Registered other, Case examined) {
        return Finding.about(HELD, Certainty.POSSIBLE)
                .proof(own.answer().orElseThrow(), own.request(), other.request())
                .with("user", examined.call().to().user())
                .with("device", Value.of(own.request().captured().source()))
                .with("other", Value.of(other.request().captured().source()))
                .with("server", Value.of(own.answer().orElseThrow().captured().source()))
                .found();
    }
}
