package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Change;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Calls that must be refreshed in time or end (RFC 4028). */
final class SessionTimer implements Rule {

    private static final Kind TOO_SHORT = Kind.of(
            "session-interval-refused", Weight.FAILURE, 4028, "7.3", "asker", "refuser", "asked", "least", "times");
    private static final Kind RAISED =
            Kind.of("session-interval-raised", Weight.NORMAL, 4028, "7.3", "refuser", "least");
    private static final Kind RAN_OUT =
            Kind.of("session-timer-ran-out", Weight.FAILURE, 4028, "10", "refresher", "ender", "interval", "span");
    private static final Kind NOBODY_NAMED =
            Kind.of("session-refresher-unnamed", Weight.FAILURE, 4028, "9", "ender", "interval", "span");
    private static final Kind UNANSWERED = Kind.of(
            "session-refresh-unanswered", Weight.FAILURE, 4028, "10", "refresher", "ender", "interval", "method");

    private static final Kind REFUSED_BEFORE = Kind.of(
                    "session-ran-out-after-refusal",
                    Weight.FAILURE,
                    4028,
                    "10",
                    "refresher",
                    "refuser",
                    "code",
                    "method",
                    "ender",
                    "interval",
                    "span")
            .unless("session-refresh-refused");

    private static final String SESSION_EXPIRES = "Session-Expires";

    private static final Pattern SECONDS = Pattern.compile("^\\s*(\\d{1,9})");
    private static final Pattern REFRESHER =
            Pattern.compile(";\\s*refresher\\s*=\\s*(ua[cs])\\b", Pattern.CASE_INSENSITIVE);

    /** How long before its end a session is given up at the earliest: a third of it, at most 32 seconds (section 10). */
    private static final long EARLIEST = 32_000_000;

    /** Who can raise the interval tries again within it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Few give up a refresh sooner, and none waits longer than its timer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration GIVEN_UP = Duration.ofSeconds(40);

    /** Clocks and networks are a little late. */
    private static final long SLACK = 3_000_000;

    /** Without it nobody {@linkplain #refused refused} anything. */
    private static final Needs FOR_REFUSED = Needs.all(Sign.REFUSED);

    @Override
    public List<Kind> kinds() {
        return List.of(TOO_SHORT, RAISED, RAN_OUT, NOBODY_NAMED, UNANSWERED, REFUSED_BEFORE);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.BYE, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (FOR_REFUSED.metBy(examined)) {
            refused(examined).ifPresent(findings);
        }
        if (!examined.requests("BYE").isEmpty()) {
            examined.dialogs().forEach(dialog -> ranOut(dialog, examined).ifPresent(findings));
        }
    }

    private static Optional<Finding> refused(Case examined) {
        List<Message> refusals = new ArrayList<>();
        List<Attempt> attempts = examined.attempts("INVITE").stream()
                .filter(attempt -> attempt.request()
                        .filter(request -> !request.insideDialog())
                        .isPresent())
                .toList();
        for (Attempt attempt : attempts) {
            attempt.finalResponse().filter(told -> told.head().status() == 422).ifPresent(refusals::add);
        }
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
        Message last = refusals.getLast();
        Origin origin = Origins.of(last, examined);
        Optional<Duration> least = seconds(last, "Min-SE", examined);
        Attempt attempt = attempts.getLast();
        boolean stays = attempt.finalResponse().filter(told -> told == last).isPresent() && lastTry(last, examined);
        if (stays && least.isPresent()) {
            Optional<Duration> asked = attempt.request().flatMap(invite -> seconds(invite, SESSION_EXPIRES, examined));
            List<Message> proof = new ArrayList<>(refusals);
            attempt.request().ifPresent(proof::add);
            boolean waited = Elapsed.goesOn(examined, last, AT_ONCE);
            return asked.map(interval -> Finding.about(TOO_SHORT, waited ? Certainty.CERTAIN : Certainty.LIKELY)
                    .proof(proof)
                    .saidBy(origin)
                    .with("asker", Value.of(attempt.root().client()))
                    .with("refuser", Value.of(origin.firstSaidBy()))
                    .with("asked", Value.of(interval))
                    .with("least", Value.of(least.get()))
                    .with("times", Value.of(refusals.size()))
                    .found());
        }
        return least.filter(_ -> answered(examined))
                .map(interval -> Finding.about(RAISED, Certainty.CERTAIN)
                        .proof(refusals)
                        .saidBy(origin)
                        .with("refuser", Value.of(origin.firstSaidBy()))
                        .with("least", Value.of(interval))
                        .found());
    }

    /** Whether nothing was tried after it, not even by an INVITE of which only the responses were captured. */
    private static boolean lastTry(Message refusal, Case examined) {
        return examined.setup().isEmpty()
                || examined.setup()
                        .getLast()
                        .finalResponse()
                        .filter(told -> told == refusal)
                        .isPresent();
    }

    /** Also by an INVITE of which only the responses were captured. */
    private static boolean answered(Case examined) {
        return examined.setup().stream()
                .anyMatch(attempt ->
                        attempt.finalResponse().filter(Message::success).isPresent());
    }

    private static Optional<Duration> seconds(Message message, String name, Case examined) {
        return examined.headers(message)
                .first(name, name.equals(SESSION_EXPIRES) ? "x" : "")
                .map(SECONDS::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
    }

    private static Optional<Finding> ranOut(Dialog dialog, Case examined) {
        Optional<Message> bye = dialog.bye().filter(end -> end.head().request() && end.time() != Captured.NO_TIME);
        Optional<Message> refreshed = bye.flatMap(end -> lastRefresh(dialog, end));
        Optional<Duration> interval = refreshed.flatMap(last -> seconds(last, SESSION_EXPIRES, examined));
        if (interval.isEmpty() || interval.get().isZero()) {
            return Optional.empty();
        }
        long whole = interval.get().toMillis() * 1000;
        long passed = bye.orElseThrow().time() - refreshed.orElseThrow().time();
        boolean dueThen = passed >= whole - Math.min(EARLIEST, whole / 3) - SLACK && passed <= whole + SLACK;
        return dueThen || gaveUp(dialog, bye.get(), refreshed.get())
                ? Optional.of(finding(dialog, bye.get(), refreshed.get(), interval.get(), passed, examined))
                : Optional.empty();
    }

    /** Whoever refreshes and gets no answer need not wait for the session's end (section 10): Timer F or B tells them. */
    private static boolean gaveUp(Dialog dialog, Message bye, Message refreshed) {
        return unanswered(dialog, refreshed)
                .filter(tried -> tried.header(SESSION_EXPIRES, "x").isPresent()
                        && tried.head().fromTag().equals(bye.head().fromTag()))
                .flatMap(tried -> Elapsed.between(tried, bye))
                .filter(waited -> waited.compareTo(PATIENCE) >= 0 && waited.compareTo(GIVEN_UP) <= 0)
                .isPresent();
    }

    private static Finding finding(
            Dialog dialog, Message bye, Message refreshed, Duration interval, long passed, Case examined) {
        Optional<Message> tried = unanswered(dialog, refreshed);
        Value ender = Value.of(bye.captured().source());
        if (tried.isPresent()) {
            return Finding.about(UNANSWERED, Certainty.LIKELY)
                    .proof(refreshed, tried.get(), bye)
                    .with("refresher", Value.of(tried.get().captured().source()))
                    .with("ender", ender)
                    .with("interval", Value.of(interval))
                    .with("method", tried.get().head().method())
                    .found();
        }
        Value span = Value.of(Duration.ofMillis(passed / 1000));
        Optional<Message> refusal = refusal(dialog, refreshed, bye, examined);
        if (refusal.isPresent()) {
            Origin origin = Origins.of(refusal.get(), examined);
            return Finding.about(REFUSED_BEFORE, Certainty.LIKELY)
                    .proof(refusal.get(), refreshed, bye)
                    .saidBy(origin)
                    .with("refresher", Value.of(refusal.get().captured().destination()))
                    .with("refuser", Value.of(origin.firstSaidBy()))
                    .with("code", examined.code(refusal.get()))
                    .with("method", refusal.get().head().method())
                    .with("ender", ender)
                    .with("interval", Value.of(interval))
                    .with("span", span)
                    .found();
        }
        Optional<Endpoint> refresher = refresher(refreshed);
        var finding = Finding.about(refresher.isPresent() ? RAN_OUT : NOBODY_NAMED, Certainty.LIKELY)
                .proof(refreshed, bye)
                .with("ender", ender)
                .with("interval", Value.of(interval))
                .with("span", span);
        refresher.ifPresent(host -> finding.with("refresher", Value.of(host)));
        return finding.found();
    }

    /** The last 2xx before the end that started the session's time anew. */
    private static Optional<Message> lastRefresh(Dialog dialog, Message bye) {
        Message last = null;
        for (Transaction transaction : dialog.transactions()) {
            Message told = refreshes(transaction.method())
                    ? transaction.finalResponse().filter(Message::success).orElse(null)
                    : null;
            boolean before = told != null && told.time() != Captured.NO_TIME && told.time() <= bye.time();
            if (before && (last == null || told.time() > last.time())) {
                last = told;
            }
        }
        return Optional.ofNullable(last);
    }

    private static boolean refreshes(String method) {
        return method.equals("INVITE") || method.equals("UPDATE");
    }

    private static Optional<Message> unanswered(Dialog dialog, Message refreshed) {
        return dialog.transactions().stream()
                .filter(transaction -> refreshes(transaction.method())
                        && transaction.finalResponse().isEmpty())
                .flatMap(transaction -> transaction.request().stream())
                .filter(request -> request.time() > refreshed.time())
                .findFirst();
    }

    /** The last refusal of a request that would have started the session's time anew. */
    private static Optional<Message> refusal(Dialog dialog, Message refreshed, Message bye, Case examined) {
        return dialog.transactions().stream()
                .filter(transaction -> refreshes(transaction.method())
                        && transaction
                                .request()
                                .filter(request -> request.time() > refreshed.time() && refreshes(request, examined))
                                .isPresent())
                .flatMap(transaction -> transaction.finalResponse().stream())
                .filter(told -> told.head().status() >= 300 && told.time() <= bye.time())
                .reduce((_, last) -> last);
    }

    private static boolean refreshes(Message request, Case examined) {
        return request.header(SESSION_EXPIRES, "x").isPresent() || Change.of(request, examined) == Change.REFRESH;
    }

    /** Who is to refresh: the sender of the request that this 2xx answers, or its receiver. */
    private static Optional<Endpoint> refresher(Message refreshed) {
        return refreshed
                .header(SESSION_EXPIRES, "x")
                .map(REFRESHER::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).equalsIgnoreCase("uac")
                        ? refreshed.captured().destination()
                        : refreshed.captured().source());
    }
}
