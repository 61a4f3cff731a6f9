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

/** Another device took the binding of this one away (RFC 3261, 10.2.2 and 10.3). */
final class OtherDevice implements Rule {

    private static final Kind REMOVED =
            Kind.of("deregistered-by-other", Weight.TROUBLE, 3261, "10.2.2", "user", "device", "other");
    private static final Kind DISPLACED =
            Kind.of("registration-displaced", Weight.TROUBLE, 3261, "10.3", "user", "device", "other");

    @Override
    public List<Kind> kinds() {
        return List.of(REMOVED, DISPLACED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REGISTRATION);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Registrations registrations = examined.registrations();
        for (Registered own : registrations.of(examined.call()).reversed()) {
            Optional<Finding> found =
                    own.binds() && own.granted().isPresent() && !own.host().isEmpty()
                            ? lost(own, registrations, examined)
                            : Optional.empty();
            if (found.isPresent()) {
                findings.accept(found.get());
                return;
            }
        }
    }

    private static Optional<Finding> lost(Registered own, Registrations registrations, Case examined) {
        Duration granted = Duration.ofSeconds(own.granted().orElseThrow());
        boolean back = registrations.next(own).isPresent();
        for (Registered other : registrations.after(own)) {
            if (own.sameDevice(other) && other.call() == own.call()) {
                return Optional.empty();
            }
            boolean inTime = Elapsed.between(
                            own.request().time(), other.request().time())
                    .filter(after -> after.compareTo(granted) < 0)
                    .isPresent();
            boolean elsewhere = !other.host().isEmpty() && !other.host().equals(own.host());
            boolean sameInstance = !own.instance().isEmpty() && own.instance().equals(other.instance());
            if (!inTime || !elsewhere || sameInstance || !other.accepted()) {
                continue;
            }
            boolean removed = other.removes()
                    && (other.contacts().contains("*")
                            || own.contacts().stream().anyMatch(other.contacts()::contains));
            if (removed) {
                Certainty certainty = back ? Certainty.LIKELY : Certainty.POSSIBLE;
                return Optional.of(finding(REMOVED, certainty, own, other, examined));
            }
            // Without a sign of life afterwards it may be the same phone with a new address.
            if (back && displaces(own, other)) {
                return Optional.of(finding(DISPLACED, Certainty.LIKELY, own, other, examined));
            }
        }
        return Optional.empty();
    }

    /** Only where the registrar lists Contacts as they were sent can one be missed. */
    private static boolean displaces(Registered own, Registered other) {
        return other.binds()
                && own.listed().containsAll(own.contacts())
                && other.listed().containsAll(other.contacts())
                && own.contacts().stream().noneMatch(other.listed()::contains);
    }

    private static Finding finding(Kind kind, Certainty certainty, Registered own, Registered other, Case examined) {
        return Finding.about(kind, certainty)
                .proof(own.request(), other.request(), other.answer().orElseThrow())
                .with("user", examined.call().to().user())
                .with("device", Value.of(own.request().captured().source()))
                .with("other", Value.of(other.request().captured().source()))
                .found();
    }
}
