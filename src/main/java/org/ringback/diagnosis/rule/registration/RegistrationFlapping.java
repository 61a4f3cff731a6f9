package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Registered;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A device that signs on and off again and again, or from another address each time. */
final class RegistrationFlapping implements Rule {

    private static final Kind ON_AND_OFF =
            Kind.of("registration-flapping", Weight.TROUBLE, 3261, "10.2.2", "user", "count", "time");
    private static final Kind WANDERING =
            Kind.of("contact-changes", Weight.TROUBLE, 3261, "10.2.1", "user", "count", "contacts");

    private static final int OFTEN = 3;

    /** Someone who starts a softphone anew needs longer for that. */
    private static final Duration SHORT = Duration.ofMinutes(10);

    @Override
    public List<Kind> kinds() {
        return List.of(ON_AND_OFF, WANDERING);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REGISTRATION);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Registered> own = examined.registrations().of(examined.call());
        if (own.isEmpty()) {
            return;
        }
        onAndOff(examined).ifPresent(findings);
        wandering(own, examined).ifPresent(findings);
    }

    private static Optional<Finding> onAndOff(Case examined) {
        List<Registered> device = examined.registrations().all().stream()
                .filter(Registered::accepted)
                .filter(examined.registrations().of(examined.call()).getFirst()::sameDevice)
                .toList();
        List<Message> signOffs = new ArrayList<>();
        for (int i = 0; i + 1 < device.size(); i++) {
            if (device.get(i).removes() && device.get(i + 1).binds()) {
                signOffs.add(device.get(i).request());
            }
        }
        for (int i = 0; i + OFTEN <= signOffs.size(); i++) {
            List<Message> some = signOffs.subList(i, i + OFTEN);
            Optional<Duration> time =
                    Elapsed.between(some.getFirst().time(), some.getLast().time());
            if (time.filter(span -> span.compareTo(SHORT) < 0).isPresent()) {
                return Optional.of(Finding.about(ON_AND_OFF, Certainty.CERTAIN)
                        .proof(some)
                        .with("user", examined.call().to().user())
                        .with("count", Value.of(OFTEN))
                        .with("time", Value.of(time.get()))
                        .found());
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> wandering(List<Registered> own, Case examined) {
        List<Message> changes = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        for (Registered one : own) {
            // A new connection comes from a new port, and says so.
            boolean single = one.binds()
                    && one.contacts().size() == 1
                    && one.request().captured().transport() != Transport.TCP;
            if (single
                    && (contacts.isEmpty()
                            || !contacts.getLast().equals(one.contacts().getFirst()))) {
                changes.add(one.request());
                contacts.add(one.contacts().getFirst());
            }
        }
        return changes.size() <= OFTEN
                ? Optional.empty()
                : Optional.of(Finding.about(WANDERING, Certainty.CERTAIN)
                        .proof(changes)
                        .with("user", examined.call().to().user())
                        .with("count", Value.of(changes.size() - 1))
                        .with(
                                "contacts",
                                Value.of(contacts.stream().distinct().limit(6).toList()))
                        .found());
    }
}
