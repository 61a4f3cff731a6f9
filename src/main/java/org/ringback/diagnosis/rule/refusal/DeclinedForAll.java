package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
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
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A 6xx of one phone ends the call for all others that ring at the same time (RFC 3261, 16.7 step 5 and 21.6). */
final class DeclinedForAll implements Rule {

    private static final Kind DECLINED =
            Kind.of("declined-for-all", Weight.FAILURE, 3261, "21.6", "decliner", "code", "others");

    private static final int RINGING = 180;

    /** Phones that are asked at the same moment begin to ring within this time. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Override
    public List<Kind> kinds() {
        return List.of(DECLINED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
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
        List<Message> others = ringing(seen, declined.get());
        List<Message> still = others.stream()
                .filter(rang -> stillRinging(rang, declined.get(), refusal))
                .toList();
        List<Message> ringing = still.isEmpty()
                ? others.stream()
                        .filter(rang -> atTheSameTime(rang, declined.get(), seen))
                        .toList()
                : still;
        if (ringing.isEmpty()) {
            return Optional.empty();
        }
        List<Message> evidence = new ArrayList<>(List.of(declined.get()));
        evidence.addAll(ringing);
        if (!evidence.contains(refusal.response())) {
            evidence.add(refusal.response());
        }
        Set<String> phones = new TreeSet<>();
        ringing.forEach(message -> phones.add(message.captured().source().text()));
        Origin origin = Origins.of(declined.get(), examined);
        return Optional.of(Finding.about(DECLINED, still.isEmpty() ? Certainty.LIKELY : Certainty.CERTAIN)
                .proof(evidence)
                .saidBy(origin)
                .with("decliner", Value.of(origin.firstSaidBy()))
                .with("code", examined.code(declined.get()))
                .with("others", Value.of(List.copyOf(phones)))
                .found());
    }

    /** Whether the same server asked it on a hop of its own, which was neither answered nor canceled before. */
    private static boolean stillRinging(Message rang, Message declined, Refusal refusal) {
        List<Transaction> hops = refusal.attempt().hops();
        Optional<Transaction> own =
                hops.stream().filter(hop -> hop.messages().contains(declined)).findFirst();
        return hops.stream()
                .filter(hop -> hop.messages().contains(rang)
                        && own.filter(other -> other != hop
                                        && other.client()
                                                .host()
                                                .equals(hop.client().host()))
                                .isPresent())
                .anyMatch(hop -> hop.canceledBy()
                        .flatMap(Transaction::request)
                        .filter(cancel -> Elapsed.between(cancel, declined)
                                .filter(time -> !time.isZero())
                                .isPresent())
                        .isEmpty());
    }

    /** Where one hop tells of all phones, one may have rung after the other; a proxy asks those of one user at once. */
    private static boolean atTheSameTime(Message rang, Message declined, List<Message> seen) {
        Message start = seen.stream()
                .filter(message -> message.head().toTag().equals(declined.head().toTag()))
                .findFirst()
                .orElse(declined);
        return rang.head().status() == RINGING
                && Elapsed.between(rang, start)
                        .or(() -> Elapsed.between(start, rang))
                        .filter(time -> time.compareTo(AT_ONCE) <= 0)
                        .isPresent();
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
