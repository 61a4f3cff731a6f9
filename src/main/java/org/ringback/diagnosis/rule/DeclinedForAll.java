package org.ringback.diagnosis.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A 6xx of one phone ends the call for all others that ring at the same time (RFC 3261, 16.7 step 5 and 21.6). */
final class DeclinedForAll implements Rule {

    private static final Kind DECLINED =
            Kind.of("declined-for-all", Weight.FAILURE, 3261, "21.6", "decliner", "code", "others");

    @Override
    public List<Kind> kinds() {
        return List.of(DECLINED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        // A server that went on with the others did not take it for all.
        examined.refusal()
                .filter(refusal -> refusal.status() >= 600)
                .flatMap(refusal -> judge(refusal, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> judge(Refusal refusal, Case examined) {
        Set<Message> own = refusal.attempt().hops().stream()
                .flatMap(hop -> hop.responses().stream())
                .filter(message -> message.head().status() > 100 && message.insideDialog())
                .collect(Collectors.toSet());
        List<Message> seen = examined.messages().stream().filter(own::contains).toList();
        Optional<Message> declined =
                seen.stream().filter(message -> message.head().status() >= 600).findFirst();
        if (declined.isEmpty()) {
            return Optional.empty();
        }
        List<Message> ringing = ringing(seen, declined.get());
        if (ringing.isEmpty()) {
            return Optional.empty();
        }
        List<Message> evidence = new ArrayList<>(List.of(declined.get()));
        evidence.addAll(ringing);
        if (!evidence.contains(refusal.response())) {
            evidence.add(refusal.response());
        }
        Set<String> others = new TreeSet<>();
        ringing.forEach(message -> others.add(message.captured().source().text()));
        Origin origin = Origins.of(declined.get(), examined);
        return Optional.of(Finding.about(DECLINED, Certainty.CERTAIN)
                .proof(evidence)
                .saidBy(origin)
                .with("decliner", Value.of(origin.firstSaidBy()))
                .with("code", examined.code(declined.get()))
                .with("others", Value.of(List.copyOf(others)))
                .found());
    }

    /** The other forks, by To tag, that rang when the 6xx came, each where it was seen first. */
    private static List<Message> ringing(List<Message> seen, Message declined) {
        Map<String, Message> ringing = new LinkedHashMap<>();
        for (Message message : seen) {
            if (message == declined) {
                break;
            }
            String fork = message.head().toTag();
            if (!message.provisional()) {
                ringing.remove(fork);
            } else if (!fork.equals(declined.head().toTag())) {
                ringing.putIfAbsent(fork, message);
            }
        }
        return List.copyOf(ringing.values());
    }
}
