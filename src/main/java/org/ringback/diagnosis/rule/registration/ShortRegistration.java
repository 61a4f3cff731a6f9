package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Registered;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Registrars keep the way through NAT open by granting less time than was asked for (RFC 3261, 10.3 step 8). */
final class ShortRegistration implements Rule {

    private static final Kind SHORT =
            Kind.of("short-registration", Weight.NORMAL, 3261, "10.3", "asked", "granted", "count");

    /** UDP bindings of common NAT devices are forgotten after 30 seconds to a few minutes. */
    private static final long SHORTEST = 30;

    private static final long LONGEST = 120;
    private static final int REFRESHES = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(SHORT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REGISTRATION);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Registered> cut = examined.registrations().of(examined.call()).stream()
                .filter(one -> one.binds() && shortened(one.asked(), one.granted()))
                .toList();
        if (cut.size() >= REFRESHES) {
            Registered last = cut.getLast();
            Message answer = last.answer().orElseThrow();
            // A registrar that grants so little to everybody may have other reasons.
            findings.accept(Finding.about(SHORT, Certainty.LIKELY)
                    .proof(last.request(), answer)
                    .saidBy(Origins.of(answer, examined))
                    .with("asked", Value.of(Duration.ofSeconds(last.asked().orElseThrow())))
                    .with("granted", Value.of(Duration.ofSeconds(last.granted().orElseThrow())))
                    .with("count", Value.of(cut.size()))
                    .found());
        }
    }

    private static boolean shortened(Optional<Long> asked, Optional<Long> granted) {
        return granted.filter(seconds -> seconds >= SHORTEST && seconds <= LONGEST)
                        .isPresent()
                && asked.filter(seconds -> seconds >= 2 * granted.orElseThrow()).isPresent();
    }
}
