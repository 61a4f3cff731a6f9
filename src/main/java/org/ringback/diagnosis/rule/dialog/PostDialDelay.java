package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
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
import org.ringback.sip.SipUri;

/** A call that got through, but only after so long without a sound that many hang up (RFC 6076, 4.3). */
final class PostDialDelay implements Rule {

    private static final Kind SLOW = Kind.of(
                    "slow-to-ring", Weight.TROUBLE, 6076, "4.3", "caller", "span", "hop", "own")
            .unless("progress-without-sound", "tried-in-vain");

    /** Within it nearly all calls in one country ring (ITU-T E.721). */
    private static final Duration LONG = Duration.ofSeconds(8);

    /** Within it nearly all calls to another country ring (ITU-T E.721). */
    private static final Duration LONG_ABROAD = Duration.ofSeconds(11);

    /** Dialed with the prefix for other countries. */
    private static final Pattern ABROAD = Pattern.compile("(\\+|00|011)[1-9]\\d{4,}");

    /** The first digits of numbers of one country, and of few others. */
    private static final int COUNTRY = 2;

    private static final int QUEUED = 182;

    @Override
    public List<Kind> kinds() {
        return List.of(SLOW);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.setup()) {
            Optional<Message> sign = sign(attempt.root(), examined);
            Optional<Duration> span =
                    attempt.request().flatMap(request -> sign.flatMap(told -> Elapsed.between(request, told)));
            if (span.filter(time -> time.compareTo(atMost(examined)) >= 0).isPresent() && !queued(attempt.root())) {
                Transaction slow = slowest(attempt, examined);
                // Hardly anybody answers without ringing before, so that this may not have been captured.
                Certainty certainty = sign.filter(Message::success).isPresent() ? Certainty.LIKELY : Certainty.CERTAIN;
                findings.accept(Finding.about(SLOW, certainty)
                        .proof(attempt.request().orElseThrow(), sign.orElseThrow())
                        .with("caller", Value.of(attempt.root().client()))
                        .with("span", Value.of(span.get()))
                        .with("hop", Value.of(slow.server()))
                        .with("own", Value.of(own(slow, attempt, examined)))
                        .found());
                return;
            }
        }
    }

    private static Duration atMost(Case examined) {
        String dialed = SipUri.unescaped(examined.call().to().user());
        String caller = examined.call().from().user();
        boolean home = country(caller).isPresent() && country(caller).equals(country(dialed));
        return ABROAD.matcher(dialed).matches() && !home ? LONG_ABROAD : LONG;
    }

    private static Optional<String> country(String number) {
        return ABROAD.matcher(number).matches()
                ? Optional.of(number.replaceFirst("^(\\+|00|011)", "").substring(0, COUNTRY))
                : Optional.empty();
    }

    /** Whoever waits for a free agent is told so, again and again (RFC 3261, 21.1.4). */
    private static boolean queued(Transaction hop) {
        return hop.responses().stream().anyMatch(told -> told.head().status() == QUEUED);
    }

    /** The first that a caller can hear: ringing, sound before the answer, or the answer. */
    private static Optional<Message> sign(Transaction hop, Case examined) {
        for (Message told : hop.responses()) {
            if (told.success()
                    || told.head().status() == 180
                    || (told.provisional()
                            && told.head().status() > 100
                            && examined.read(told).sdp().isPresent())) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }

    /** The hop on which most of the time passed that none behind it needed. */
    private static Transaction slowest(Attempt attempt, Case examined) {
        Transaction slowest = attempt.root();
        for (Transaction hop : attempt.hops()) {
            if (own(hop, attempt, examined).compareTo(own(slowest, attempt, examined)) > 0) {
                slowest = hop;
            }
        }
        return slowest;
    }

    private static Duration own(Transaction hop, Attempt attempt, Case examined) {
        Duration behind = attempt.hops().stream()
                .filter(next -> next != hop
                        && next.client().host().equals(hop.server().host())
                        && !hop.server().host().isEmpty())
                .map(next -> delay(next, examined))
                .reduce(Duration.ZERO, (one, next) -> one.compareTo(next) >= 0 ? one : next);
        Duration all = delay(hop, examined);
        return all.compareTo(behind) > 0 ? all.minus(behind) : Duration.ZERO;
    }

    private static Duration delay(Transaction hop, Case examined) {
        return hop.request()
                .flatMap(request -> sign(hop, examined).flatMap(told -> Elapsed.between(request, told)))
                .orElse(Duration.ZERO);
    }
}
